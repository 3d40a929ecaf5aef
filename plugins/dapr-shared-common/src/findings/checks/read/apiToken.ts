import { asString, at, type KubeObject } from '../../../objects';
import type { CheckInput } from '../../input';
import { daprd, literal, variable } from './pod';

/**
 * Whether the Dapr API asks for a token. A Secret that was not read says
 * nothing; the chart's own is empty unless a token was written into values.
 */
export type ApiToken =
  | { state: 'none' }
  | { state: 'set' }
  | { state: 'unknown'; secret: string };

/** What is known of the token. Source: daprd reads DAPR_API_TOKEN. */
export function apiToken(input: CheckInput): ApiToken {
  const container = daprd(input);
  if (literal(container, 'DAPR_API_TOKEN')) return { state: 'set' };
  const reference = at(variable(container, 'DAPR_API_TOKEN'), 'valueFrom', 'secretKeyRef'); // prettier-ignore
  const secret = asString(at(reference, 'name'));
  if (!secret) return { state: 'none' };
  const found = ownSecret(input, secret);
  if (found) {
    const key = asString(at(reference, 'key')) ?? '';
    const value = at(found, 'data', key) || at(found, 'stringData', key);
    return { state: value ? 'set' : 'none' };
  }
  // The chart gives its Secret and its workload one name; another was named on purpose.
  return secret === input.instance.workloads[0].name
    ? { state: 'unknown', secret }
    : { state: 'set' };
}

/** A Secret of the instance's namespace, where it came along. */
export function ownSecret(
  { instance, objects = [] }: CheckInput,
  name: string,
): KubeObject | undefined {
  return objects.find(object => {
    const namespace = at(object, 'metadata', 'namespace');
    return (
      object.kind === 'Secret' &&
      at(object, 'metadata', 'name') === name &&
      (namespace === undefined || namespace === instance.namespace)
    );
  });
}

/** What a finding says of a token that is not there, or not known of. */
export function tokenInWords(token: ApiToken): string {
  return token.state === 'unknown'
    ? `no token is known of: Secret ${token.secret} could not be looked into, and the chart leaves it empty unless shared.daprd.token is set`
    : 'the API asks for no token';
}
