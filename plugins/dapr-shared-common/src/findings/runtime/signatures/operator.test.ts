import type { CheckInput } from '../../input';
import {
  crashing,
  fatal,
  given,
  log,
  type Setup,
} from '../../__testUtils__/live';
import { runtimeFindings } from '..';

const controlPlane = { namespace: 'dapr-system', version: '1.18.3', trustDomain: 'cluster.local' }; // prettier-ignore

function fixOf(address: string | undefined, known: Partial<CheckInput> = {}, setup: Setup['args'] = {}) {
  const args = { 'control-plane-address': address, ...setup };
  const logs = [log(fatal('context deadline exceeded'))];
  const [cause] = runtimeFindings(given(crashing(1), { logs, ...known }, { args })).causes;
  return cause?.fix;
} // prettier-ignore

describe('an operator that does not answer', () => {
  const check = 'Check that dapr-operator runs in dapr-system, and that network policies let the namespace reach it.'; // prettier-ignore
  const right = 'dapr-api.dapr-system.svc.cluster.local';

  it.each([
    ['in full', `${right}:443`],
    ['in full, at its other port', `${right}:80`],
    ['in short', 'dapr-api.dapr-system:443'],
  ])('is looked for where it is: %s', (_, address) => {
    expect(fixOf(address, { controlPlane })).toBe(check);
  });

  it.each([
    ['has another name', 'my-api.dapr-system:443', `Set shared.controlPlane.operator.address: ${right}; check that dapr-operator runs.`],
    ['is in another namespace', 'dapr-api.dapr:443', `Set shared.controlPlane.operator.address: ${right}; check that dapr-operator runs.`],
    ['is outside', 'dapr.example.com:443', `Set shared.controlPlane.operator.address: ${right}; check that dapr-operator runs.`],
    ['has another port', `${right}:6500`, 'Set shared.controlPlane.operator.port: 443; check that dapr-operator runs.'],
    ['is not told', undefined, `Set shared.controlPlane.operator.address: ${right}, shared.controlPlane.operator.port: 443; check that dapr-operator runs.`],
  ])('is not looked for where it is: its address %s', (_, address, expected) => {
    expect(fixOf(address, { controlPlane })).toBe(expected);
  }); // prettier-ignore

  it('is somewhere, where nothing tells', () => {
    expect(fixOf('dapr-api.dapr:443', {}, { 'sentry-address': undefined })).toBe('Set shared.controlPlane.operator.address: dapr-api.<control plane namespace>.svc.cluster.local; check that dapr-operator runs.'); // prettier-ignore
  });

  it('is named even where its address is not', () => {
    const logs = [log(fatal('context deadline exceeded'))];
    const args = { 'control-plane-address': undefined };
    expect(runtimeFindings(given(crashing(1), { logs }, { args })).causes[0]?.cause).toBe('The Dapr operator does not answer at its address.'); // prettier-ignore
  });
});
