import { at } from '../../objects';
import { clearToken } from '../codes/security';
import { finding } from '../finding';
import type { CheckInput } from '../input';
import { daprd, literal, ownSecret } from './read';
import type { Check } from './types';

/** Source: daprd, and the chart's Secret. */
const VARIABLES = ['DAPR_API_TOKEN', 'APP_API_TOKEN'];
const KEYS = ['dapr-api-token', 'app-api-token'];

export const clearTokenCheck: Check = {
  code: clearToken,
  run: input => {
    const { name } = input.instance.workloads[0];
    const variables = VARIABLES.filter(word => literal(daprd(input), word)).map(
      word => `variable ${word} of ${name}`,
    );
    const places = [...variables, ...secretKeys(input)];
    return places.length === 0
      ? undefined
      : finding(clearToken, {
          cause: `It stands in ${places.join(' and ')}.`,
          evidence: places.join(', '),
        });
  },
};

/** Keys of the chart's Secret, where it was rendered: the values it comes from have the token. */
function secretKeys(input: CheckInput): string[] {
  const { name } = input.instance.workloads[0];
  const secret = ownSecret(input, name);
  if (!secret || at(secret, 'metadata', 'uid') !== undefined) return [];
  return KEYS.filter(
    key => at(secret, 'data', key) || at(secret, 'stringData', key),
  ) // prettier-ignore
    .map(key => `key ${key} of Secret ${name}`);
}
