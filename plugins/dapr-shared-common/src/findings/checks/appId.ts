import { parseRuntimeVersion } from '../../runtime';
import {
  appIdDiffers,
  appIdMissing,
  appIdName,
  appIdNotText,
} from '../codes/identity';
import { finding } from '../finding';
import type { CheckInput } from '../input';
import { flag, isKnownRuntime, leadingServices, podAnnotation } from './read';
import type { Check } from './types';

/** The Service is `<appId>-dapr`, which may have 63 characters. */
const SERVICE_PREFIX = /^[a-z]([-a-z0-9]{0,56}[a-z0-9])?$/;
const ANNOTATION = 'dapr.io/app-id';

export const appIdNameCheck: Check = {
  code: appIdName,
  run: input => {
    const { appId } = input.instance;
    if (SERVICE_PREFIX.test(appId) || namesServiceOtherwise(input)) {
      return undefined;
    }
    return finding(appIdName, {
      title: `The app id ${appId} cannot name a Service`,
      cause: `Kubernetes does not take ${appId}-dapr (${appId.length + 5} characters) as the name of a Service.`, // prettier-ignore
      evidence: `app id: ${appId}`,
    });
  },
};

/** Before chart 0.0.11 the Service had the release's name; and one of another name that leads to daprd is enough. */
function namesServiceOtherwise(input: CheckInput): boolean {
  const chart = parseRuntimeVersion(input.instance.chart?.version ?? '');
  const early =
    chart !== undefined &&
    chart.major === 0 &&
    chart.minor === 0 &&
    chart.patch < 11;
  const own = `${input.instance.appId}-dapr`;
  return (
    early ||
    leadingServices(input).some(({ metadata }) => metadata?.name !== own)
  );
}

export const appIdNotTextCheck: Check = {
  code: appIdNotText,
  run: input => {
    const value = podAnnotation(input, ANNOTATION);
    const text = value === undefined || typeof value === 'string';
    // Of a number the Service's name tells already.
    if (text || appIdNameCheck.run(input)) return undefined;
    return finding(appIdNotText, {
      cause: `The annotation ${ANNOTATION} is ${JSON.stringify(value)}, ${value === null ? 'nothing' : `a ${typeof value}`} for YAML: the API server refuses the workload.`, // prettier-ignore
      fix: `Rename the app id, for example to ${input.instance.appId}-app; in a manifest of your own put it in quotes.`,
      evidence: `${ANNOTATION}: ${JSON.stringify(value)}`,
    });
  },
};

export const appIdMissingCheck: Check = {
  code: appIdMissing,
  run: input => {
    const value = podAnnotation(input, ANNOTATION);
    const told = value !== undefined && value !== '';
    return told || !isKnownRuntime(input)
      ? undefined
      : finding(appIdMissing, {
          cause: `The pod template has no annotation ${ANNOTATION}, so that Sentry takes the pod's name for the app id and refuses ${input.instance.appId}.`, // prettier-ignore
          fix: `Annotate the pod template with ${ANNOTATION}: ${input.instance.appId}. The chart does so from 0.0.7 on.`,
        });
  },
};

export const appIdDiffersCheck: Check = {
  code: appIdDiffers,
  run: input => {
    const annotation = podAnnotation(input, ANNOTATION);
    const argument = flag(input, 'app-id');
    if (typeof annotation !== 'string' || !annotation || !argument) {
      return undefined;
    }
    return annotation === argument
      ? undefined
      : finding(appIdDiffers, {
          cause: `The pods are annotated ${ANNOTATION}: ${annotation}. Sentry compares it with the argument ${argument} and refuses the identity.`, // prettier-ignore
          fix: `Let both say the same; the chart writes shared.appId into both unless podAnnotations has ${ANNOTATION}.`,
          evidence: `${ANNOTATION}: ${annotation}; --app-id=${argument}`,
        });
  },
};
