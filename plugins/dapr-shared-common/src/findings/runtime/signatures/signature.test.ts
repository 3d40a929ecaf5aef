import { sentryRefuses } from '../../codes/runtime';
import { given } from '../../__testUtils__/live';
import { circumstances } from '../circumstances';
import { explainLine, firstLine, groupsOf, innermost } from './signature';

describe('firstLine', () => {
  it.each([
    ['its first line', 'a b\nc', 'a b'],
    ['no space around it', '  a  \n', 'a'],
    ['no full stop', 'a. b... ', 'a. b'],
    ['160 characters', 'x'.repeat(160), 'x'.repeat(160)],
    ['not 161', 'x'.repeat(161), `${'x'.repeat(159)}…`],
    ['nothing', '', ''],
  ])('keeps of a text %s', (_, text, expected) => {
    expect(firstLine(text)).toBe(expected);
  });
});

describe('innermost', () => {
  it.each([
    ['refused', 'refused'],
    ['rpc error: code = Unknown desc = refused', 'refused'],
    ['[INIT_COMPONENT_FAILURE]: x: refused', 'x: refused'],
    ['initialization error occurred for cache (state.redis/v1): refused', 'refused'], // prettier-ignore
  ])('of %j is %j', (message, expected) => {
    expect(innermost(message)).toBe(expected);
  });
});

describe('groupsOf', () => {
  it('has the groups of a match, and nothing for those that took no part', () => {
    const match = /(a)(b)?(c)(d)/.exec('acd');
    expect(match && groupsOf(match)).toEqual(['acd', 'a', '', 'c', 'd']);
  });
});

describe('explainLine', () => {
  const seen = circumstances(given(undefined));
  const line = (message: string) => ({ level: 'fatal', message, scope: '' });
  const known = {
    pattern: /no (\w+)/,
    explain: ([, what]: readonly string[]) => ({ code: sentryRefuses, cause: `No ${what}.` }), // prettier-ignore
  };

  it('takes the first signature that fits, and shows the line', () => {
    const other = { ...known, explain: () => ({ code: sentryRefuses, cause: 'Other.' }) }; // prettier-ignore
    expect(explainLine([known, other], line('x: no luck'), seen, [])).toEqual({
      code: sentryRefuses,
      cause: 'No luck.',
      evidence: 'x: no luck',
    });
    expect(explainLine([known], line('all is well'), seen, [])).toBeUndefined();
  });

  it('shows what components repeat once', () => {
    const part = '[INIT_COMPONENT_FAILURE]: initialization error occurred for cache (state.redis/v1): '; // prettier-ignore
    expect(explainLine([known], line(`${part}${part}${part}no luck`), seen, [])?.evidence).toBe(`${part}no luck`); // prettier-ignore
  });
});
