import { assess } from '.';
import {
  crashing,
  fatal,
  given,
  line,
  livePod,
  log,
  podNames,
  running,
} from './__testUtils__/live';

const unanchored = fatal('trust anchors are required');

/** Not all pods are updated, and none is until it is deleted. */
const waitsForDeletion = {
  status: { updatedNumberScheduled: 1 },
  spec: { updateStrategy: { type: 'OnDelete' } },
};

describe('an assessment', () => {
  it('has the worst cause first, whichever pod it is of', () => {
    const { health, findings } = assess(
      given(undefined, {
        pods: [livePod(0, running), livePod(1, crashing(1)), livePod(2)],
        logs: [log(unanchored, { pod: podNames[1] })],
      }),
    );
    expect(findings[0]?.code).toBe('DS647');
    expect(health.summary).toBe(findings[0]?.cause);
  });

  it('has what keeps it from running before what is merely not right', () => {
    const known = { controlPlane: { namespace: 'dapr' } };
    const { findings } = assess(given(undefined, known, waitsForDeletion));
    const [first, ...others] = findings.map(({ severity }) => severity);
    expect([findings[0]?.code, first]).toEqual(['DS610', 'medium']);
    expect([...new Set(others)]).toEqual(['high', 'medium', 'low']);
  });

  it('does not take the health of an instance whose pods are all ready for a line in a log', () => {
    const input = given(undefined, { pods: undefined, logs: [log(unanchored)] }); // prettier-ignore
    expect(assess(input).health).toEqual({
      status: 'healthy',
      summary: 'All 3 ready.',
    });
  });

  it('is the same for health however findings are weighed', () => {
    const input = given(crashing(1), { logs: [log(unanchored)] });
    const policy = [{ path: 'x', match: { codes: ['DS647'] }, severity: 'mute' as const }]; // prettier-ignore
    const target = { cluster: 'prod-eu', namespace: 'shop' };
    const weighed = assess(input, { target, policy });
    expect(weighed.findings.map(({ code }) => code)).not.toContain('DS647');
    expect(weighed.health).toEqual({ ...assess(input).health, status: 'degraded' }); // prettier-ignore
  });

  it('waits where its cause does, and a complaint is none', () => {
    expect(assess(given(undefined, {}, waitsForDeletion)).health.status).toBe('progressing'); // prettier-ignore
    const complaint = log([line('error', 'Error getting secret: x')]);
    expect(assess(given(undefined, { logs: [complaint] })).health.status).toBe('healthy'); // prettier-ignore
  });
});
