import type { Finding, Severity } from 'backstage-plugin-dapr-shared-common';
import { finding } from '../__fixtures__/responses';
import { arrangeFindings, moreText, notableText } from './findings';

const of = (...severities: Severity[]): Finding[] =>
  severities.map((severity, index) => finding({ severity, code: `DS${index}` })); // prettier-ignore

const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code); // prettier-ignore

describe('arrangeFindings', () => {
  it('keeps hints for later, and the order of both', () => {
    const { first, more } = arrangeFindings(of('high', 'low', 'critical', 'info', 'medium')); // prettier-ignore
    expect(codes(first)).toEqual(['DS0', 'DS2', 'DS4']);
    expect(codes(more)).toEqual(['DS1', 'DS3']);
  });

  it('shows no more than five at once', () => {
    const { first, more } = arrangeFindings(of('low', ...Array.from({ length: 7 }, () => 'high' as const))); // prettier-ignore
    expect(codes(first)).toEqual(['DS1', 'DS2', 'DS3', 'DS4', 'DS5']);
    expect(codes(more)).toEqual(['DS0', 'DS6', 'DS7']);
  });

  it('has nothing to show of nothing', () => {
    expect(arrangeFindings([])).toEqual({ first: [], more: [] });
  });
});

describe('moreText', () => {
  it.each<[Severity[], boolean, string]>([
    [['low', 'medium', 'low'], true, '3 more: 1 medium, 2 low'],
    [['info'], true, '1 more, for information'],
    [['low', 'low'], false, '2 hints, low'],
    [['low', 'info'], false, '2 hints: 1 low, 1 for information'],
  ])('of %j, after others: %s', (severities, isRest, text) => {
    expect(moreText(of(...severities), isRest)).toBe(text);
  });
});

describe('notableText', () => {
  it.each<[Severity[], string | undefined]>([
    [[], undefined],
    [['low', 'info'], undefined],
    [['medium', 'low'], '1 finding'],
    [['critical', 'high', 'medium'], '3 findings'],
  ])('of %j is %s', (severities, text) => {
    expect(notableText(of(...severities))).toBe(text);
  });
});
