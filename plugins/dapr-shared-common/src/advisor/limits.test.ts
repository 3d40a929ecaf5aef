import { advise, type AdviceInput } from '.';

describe('limits', () => {
  it('say where the figures come from, and what was not known', () => {
    expect(advise({}).limits).toEqual([
      'CPU and memory are what Dapr’s documentation recommends to reserve for one daprd, not what yours will use.',
      'Dapr measured +1.4 ms (p90) and +2.1 ms (p99) for two sidecars of Dapr 1.0; for a shared daprd, with its network hop, no figures are published.',
      'Counted for one app id; a DaemonSet and a Deployment cost as much again for each further one.',
      'The request rate is not known: replicas of a Deployment are counted for availability alone.',
      'Components, pub/sub and bindings take CPU and memory of their own, which are not in the figures.',
    ]);
  });

  it('say what the request rate takes', () => {
    expect(advise({ requestsPerSecond: 2500, appIds: 1 }).limits).toContain(
      '2500 requests per second take about 1200 millicores and 58 MB per app id beyond what an idle daprd does, wherever it runs; measured with two sidecars of Dapr 1.0.',
    );
  });

  it('do not speak of a rate where the replicas are given', () => {
    expect(advise({ replicas: 3, appIds: 1 }).limits).toHaveLength(3);
  });
});

describe('numbers that make no sense', () => {
  it.each<[AdviceInput, string]>([
    [{ appIds: 0 }, 'appIds must be a whole number, 1 or more; it is 0.'],
    [{ readyNodes: -1 }, 'readyNodes must be a whole number, 0 or more; it is -1.'], // prettier-ignore
    [{ replicas: 1.5 }, 'replicas must be a whole number, 1 or more; it is 1.5.'], // prettier-ignore
    [{ appPods: { min: 0, max: 0 } }, 'appPods.max must be a whole number, 1 or more; it is 0.'], // prettier-ignore
    [{ appPods: { min: 3, max: 2 } }, 'appPods.min must be at most appPods.max; it is 3.'], // prettier-ignore
    [{ requestsPerSecond: NaN }, 'requestsPerSecond must be 0 or more; it is NaN.'], // prettier-ignore
  ])('%j', (input, message) => {
    expect(() => advise(input)).toThrow(message);
  });
});
