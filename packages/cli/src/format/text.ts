import type { Location } from '../input';
import {
  type LocatedFinding,
  nameOf,
  type Report,
  type Result,
} from '../report';
import type { FormatOptions } from '.';
import { paint } from './paint';
import { summary } from './summary';
import { wrap } from './wrap';

const WIDTH = 100;

/** A report for people, worst first. */
export function text(report: Report, options: FormatOptions): string {
  const blocks = report.results.map(result => block(result, options));
  return `${[...blocks, summary(report, options.failOn)].join('\n\n')}\n`;
}

function block(result: Result, options: FormatOptions): string {
  return [
    heading(result, options),
    ...(result.health
      ? [`  ${capitalised(result.health.status)}. ${result.health.summary}`]
      : []),
    ...(result.assumed.length > 0
      ? [`  Assumed: ${result.assumed.join(', ')}.`]
      : []),
    ...result.findings.flatMap(found => findingLines(found, result, options)),
    ...(result.findings.length === 0 ? ['  No findings.'] : []),
  ].join('\n');
}

function heading({ instance, location }: Result, { colour }: FormatOptions) {
  if (!instance) {
    return `${paint(
      'bold',
      location.file,
      colour,
    )}  values that come to no daprd`;
  }
  const { strategy, daprdVersion, chart } = instance;
  return [
    paint('bold', nameOf(instance), colour),
    strategy === 'daemonset' ? 'DaemonSet' : 'Deployment',
    `daprd ${daprdVersion ?? 'of unknown version'}`,
    ...(chart ? [`chart ${chart.version}`] : []),
    place(location),
  ].join('  ');
}

function findingLines(
  { finding, location }: LocatedFinding,
  result: Result,
  { colour, width = WIDTH }: FormatOptions,
): string[] {
  const { severity, code, title, cause, fix, evidence, docs } = finding;
  const facts: [string, string | undefined][] = [
    // The heading has it already.
    [
      'Where',
      place(location) === place(result.location) ? undefined : place(location),
    ],
    ['Cause', cause],
    ['Fix', fix],
    ['Seen', evidence],
    ['Docs', docs],
  ];
  const head = paint(severity, severity.padEnd(8), colour);
  return [
    `  ${head}  ${code}  ${title}`,
    ...facts.flatMap(([label, words]) =>
      words ? labelled(label, words, Math.min(width, WIDTH)) : [],
    ),
  ];
}

/** Words under one another, beside their label. */
function labelled(label: string, words: string, width: number): string[] {
  const indent = ' '.repeat(12);
  return wrap(words, width - 19).map(
    (line, index) => `${indent}${(index === 0 ? label : '').padEnd(7)}${line}`,
  );
}

function place({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
