import {
  type Finding,
  severities,
  type Severity,
} from 'backstage-plugin-dapr-shared-common';
import { count } from './words';

export const severityWords: Record<Severity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'For information',
};

/** More than these at once nobody works through. */
const MOST = 5;

/** Whether somebody should do something about it, as opposed to a hint. */
export function isNotable({ severity }: Finding): boolean {
  return severity !== 'low' && severity !== 'info';
}

/**
 * What to show at once, and what only when asked for. Both keep their order,
 * which is that of what to do first.
 */
export function arrangeFindings(findings: readonly Finding[]): {
  first: Finding[];
  more: Finding[];
} {
  const first = findings.filter(isNotable).slice(0, MOST);
  return { first, more: findings.filter(found => !first.includes(found)) };
}

/** `3 more: 1 medium, 2 low`, `2 hints, low`. */
export function moreText(more: readonly Finding[], isRest: boolean): string {
  const head = isRest ? `${more.length} more` : count(more.length, 'hint');
  const counts = severities.flatMap(severity => {
    const number = more.filter(found => found.severity === severity).length;
    const word = severityWords[severity].toLocaleLowerCase('en');
    return number === 0 ? [] : [{ number, word }];
  });
  const [only, ...others] = counts;
  return only && others.length === 0
    ? `${head}, ${only.word}`
    : `${head}: ${counts
        .map(({ number, word }) => `${number} ${word}`)
        .join(', ')}`;
}

/** `2 findings` that somebody should do something about; undefined where there are none. */
export function notableText(findings: readonly Finding[]): string | undefined {
  const number = findings.filter(isNotable).length;
  return number === 0 ? undefined : count(number, 'finding');
}
