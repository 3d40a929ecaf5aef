import { isHook, render, RenderError } from '../chart';
import type { Finding } from '../findings';
import {
  refusedValues,
  unknownKey,
  wrongValue,
} from '../findings/codes/identity';
import { finding } from '../findings/finding';
import { at, type KubeObject } from '../objects';
import { validateValues, type Values } from '../values';
import {
  chartFactsOf,
  chartFindings,
  DEFAULT_CHART_VERSION,
} from './chartVersion';
import { CLEAR_TEXT, isUnknown } from './userProblems';

/**
 * Values that somebody wrote, and the release that they are for.
 *
 * @public
 */
export interface ValuesInput {
  values: Values;
  releaseName: string;
  namespace: string;
  /** Default the version that plans are made for. */
  chartVersion?: string;
}

/** A finding, and the dotted path of the key that it is about. @public */
export interface ValuesFinding {
  path?: string;
  finding: Finding;
}

/** What comes of values. @public */
export interface RenderedValues {
  /** Without hooks; empty where the chart refuses the values. */
  objects: KubeObject[];
  /** The release of the chart that was taken for it. */
  chartVersion: string;
  findings: ValuesFinding[];
}

/**
 * Renders values that somebody wrote and says what is wrong with them, instead
 * of throwing. No finding repeats a token.
 *
 * @public
 */
export function renderValues(input: ValuesInput): RenderedValues {
  const { values, chartVersion: asked = DEFAULT_CHART_VERSION } = input;
  const chartVersion = chartFactsOf(asked)?.version ?? DEFAULT_CHART_VERSION;
  const findings = [
    ...chartFindings(asked).map(found => ({ finding: found })),
    ...problems(values),
  ];
  try {
    const objects = render({ ...input, chartVersion }).filter(
      object => !isHook(object),
    );
    return { objects, chartVersion, findings };
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    const refused = finding(refusedValues, { cause: error.message });
    return {
      objects: [],
      chartVersion,
      findings: [...findings, { finding: refused }],
    };
  }
}

function problems(values: Values): ValuesFinding[] {
  return validateValues(values).map(({ path, message }) => ({
    path,
    finding: isUnknown(path)
      ? finding(unknownKey, {
          title: `The chart does not know ${path}`,
          cause: message,
        })
      : finding(wrongValue, {
          title:
            at(values, ...path.split('.')) === undefined
              ? `${path} is missing`
              : `The chart misreads ${path}`,
          cause: CLEAR_TEXT.includes(path)
            ? `${path} must be text: write it in quotes.`
            : message,
        }),
  }));
}
