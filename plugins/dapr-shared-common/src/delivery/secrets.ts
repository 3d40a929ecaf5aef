import { InputError } from '@backstage/errors';
import { asRecord, asString, at } from '../objects';
import { type Plan, planObjects } from '../plan';

/** Values that the chart takes a token from, in clear text. */
const TOKENS = ['shared.daprd.token', 'shared.initContainer.token'];

/**
 * Refuses a plan whose files would hold a token.
 *
 * @throws InputError that names where it is and what to write instead
 */
export function refuseSecrets(plan: Plan): void {
  const values = TOKENS.filter(path =>
    asString(at(plan.values.data, ...path.split('.'))),
  );
  const objects = planObjects(plan)
    .filter(({ kind }) => kind === 'Secret')
    .filter(({ data, stringData }) =>
      Object.values({ ...asRecord(data), ...asRecord(stringData) }).some(
        Boolean,
      ),
    )
    .map(({ metadata }) => `Secret ${metadata?.name}`);
  const [found] = [...values, ...objects];
  if (found) {
    throw new InputError(
      `${found} holds a token in clear text, which must not be written to Git; remove it, and name an existing Secret instead.`,
    );
  }
}
