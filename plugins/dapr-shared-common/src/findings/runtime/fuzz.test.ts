import { readFileSync } from 'fs';
import { join } from 'path';
import fc from 'fast-check';
import { assess, type CheckInput } from '..';
import {
  event,
  given,
  log,
  running,
  type PodState,
} from '../__testUtils__/live';

const dir = join(__dirname, '..', '__fixtures__', 'logs');
const texts = ['kubernetes-component-init-failure', 'kubernetes-sentry-port-80-refused', 'kubernetes-happy', 'unknown-flag'].map(name => readFileSync(join(dir, `${name}.txt`), 'utf8')); // prettier-ignore

/** Log lines as they come off the wire: whole, cut anywhere, mixed with anything. */
const lines = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(...texts.flatMap(text => text.split('\n'))),
    fc
      .tuple(fc.constantFrom(...texts), fc.nat(5_000), fc.nat(400))
      .map(([text, from, length]) => text.slice(from, from + length)),
  ),
  { maxLength: 20 },
);
const anything = fc.anything({ withNullPrototype: true, maxDepth: 4 });
const object = fc.dictionary(
  fc.constantFrom('metadata', 'status', 'spec', 'type', 'reason', 'message', 'involvedObject', 'endpoints', 'ports', 'x'), // prettier-ignore
  anything,
);
const state: fc.Arbitrary<PodState> = fc.record({
  daprd: fc.dictionary(fc.constantFrom('state', 'lastState', 'ready', 'restartCount'), anything), // prettier-ignore
  status: fc.dictionary(fc.constantFrom('conditions', 'phase', 'reason', 'message', 'initContainerStatuses'), anything), // prettier-ignore
});

/** What is amiss with what is said. */
function problems(input: CheckInput): string[] {
  const { health, findings } = assess(input);
  return [
    ...(health.summary ? [] : ['no summary']),
    ...findings.flatMap(({ code, evidence = '', cause, fix }) =>
      cause && fix && evidence.length <= 300 ? [] : [code],
    ),
  ];
}

// Seeded, so that a failure comes again.
const runs = { seed: 20_261_124, numRuns: 300 };

describe('assess', () => {
  it('never throws at any log', () => {
    fc.assert(
      fc.property(lines, lines, (current, before) => {
        const logs = [log(current), log(before, { previous: true })];
        expect(problems(given(running, { logs }))).toEqual([]);
      }),
      runs,
    );
  });

  it('never throws at any object', () => {
    fc.assert(
      fc.property(state, fc.array(object, { maxLength: 4 }), (pod, objects) => {
        const input = given(pod, {
          events: [...objects, event('Failed', 'x')],
          services: objects,
          endpointSlices: objects,
        });
        expect(problems(input)).toEqual([]);
      }),
      runs,
    );
  });

  it('takes no longer for a log that is huge', () => {
    const huge = Array.from({ length: 200 }, (_, index) => `${'password'.repeat(20_000)}${index}`); // prettier-ignore
    const begun = performance.now();
    expect(problems(given(running, { logs: [log(huge)] }))).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
