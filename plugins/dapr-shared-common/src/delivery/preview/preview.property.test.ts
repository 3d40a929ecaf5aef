import fc from 'fast-check';
import {
  deliveryKinds,
  parseGitOps,
  parsePlanRequest,
  planRequestSchema,
  preview,
  valueKeys,
  setPath,
} from '../..';

const good = {
  gitops: 'platform',
  cluster: 'prod-eu',
  namespace: 'shop',
  appId: 'orders',
  port: 8080,
  strategy: 'deployment',
};

/** Whatever a request may hold: by a field that is known, or by any. */
const field = fc.oneof(
  fc.constantFrom(...Object.keys(planRequestSchema.properties)),
  fc.string(),
);
const requests = fc
  .array(fc.tuple(field, fc.jsonValue()), { maxLength: 4 })
  .map(fields => ({ ...good, ...Object.fromEntries(fields) }));

/** Values at the chart's own keys, or above them, of any type. */
const path = fc
  .constantFrom(...valueKeys.map(key => key.path))
  .chain(p =>
    fc
      .integer({ min: 1, max: p.split('.').length })
      .map(length => p.split('.').slice(0, length).join('.')),
  );
const withValues = fc
  .array(fc.tuple(path, fc.jsonValue()), { minLength: 1, maxLength: 4 })
  .map(entries => {
    const values = {};
    for (const [p, value] of entries) setPath(values, p, value);
    return { ...good, values };
  });

/** What came of it: nothing but an answer, or an error that is for people. */
function outcome(request: unknown, delivery: string): string {
  try {
    const made = preview({
      request: parsePlanRequest(request),
      owners: [],
      facts: {},
      repositories: parseGitOps([
        {
          name: 'platform',
          repository: 'https://git.example/platform/gitops',
          clusters: ['prod-eu'],
          delivery,
        },
      ]),
      policy: [],
    });
    return made.files.length > 0 ? 'answer' : 'blocked';
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown';
  }
}

describe('preview', () => {
  it.each([
    ['any request', requests],
    ['any values', withValues],
  ])('answers %s, or says what is wrong with it', (_, arbitrary) => {
    fc.assert(
      fc.property(
        arbitrary,
        fc.constantFrom(...deliveryKinds),
        (request, delivery) => {
          expect(['answer', 'blocked', 'InputError', 'NotFoundError']).toContain(outcome(request, delivery)); // prettier-ignore
        },
      ),
      { numRuns: 200 },
    );
  });
});
