import {
  capacityFiring,
  capacityQuiet,
  controlPlaneFiring,
  controlPlaneQuiet,
  identityFiring,
  identityQuiet,
  securityFiring,
  securityQuiet,
  versionFiring,
  versionQuiet,
} from '../__testUtils__/cases';
import { daemonset, deployment, inputOf } from '../__testUtils__/input';
import { finding } from '../finding';
import type { CheckInput } from '../input';
import { checks } from '.';

const firing = [
  ...identityFiring,
  ...controlPlaneFiring,
  ...capacityFiring,
  ...securityFiring,
  ...versionFiring,
];
const quiet = [
  ...identityQuiet,
  ...controlPlaneQuiet,
  ...capacityQuiet,
  ...securityQuiet,
  ...versionQuiet,
].map(([what, input, also = []]) => ({ what, input, also }));

const found = (input: CheckInput) =>
  checks.flatMap(check => check.run(input) ?? []);

describe('checks', () => {
  it.each(firing)(
    'find $code.code where $when',
    ({ code, input, found: expected, also = [] }) => {
      const all = found(input);
      expect(all.filter(one => one.code === code.code)).toEqual([
        finding(code, expected),
      ]);
      const others = all.map(one => one.code).filter(one => one !== code.code);
      expect(others).toEqual(also);
    },
  );

  it.each(quiet)('do not mind $what', ({ input, also }) => {
    expect(found(input).map(({ code }) => code)).toEqual(also);
  });

  it.each([
    ['Deployment', deployment],
    ['DaemonSet', daemonset],
  ])('find nothing in a hardened %s', (_, objects) => {
    expect(found(inputOf(objects))).toEqual([]);
  });

  it('are each shown to find something', () => {
    const shown = new Set(firing.map(({ code }) => code.code));
    expect([...shown].sort()).toEqual(checks.map(({ code }) => code.code).sort()); // prettier-ignore
  });
});
