import type { ClusterDto } from 'backstage-plugin-dapr-shared-common';
import { strategyChoices } from './strategies';

const cluster: ClusterDto = {
  name: 'prod-eu',
  title: 'Production, Europe',
  state: 'connected',
  nodes: { ready: 12, total: 13 },
};

const said = (form: Record<string, unknown>, on?: ClusterDto) =>
  strategyChoices(form, on).choices.map(c => [c.title, c.runs, c.reserves]);

describe('the ways to host daprd', () => {
  it('stand side by side with the numbers of app and cluster', () => {
    const form = { replicas: 2, podsAtLeast: 1, podsAtMost: 6 };
    expect(said(form, cluster)).toEqual([
      ['Deployment', '2 daprd, wherever there is room', '0.2 CPU · 500 MiB reserved'], // prettier-ignore
      ['DaemonSet', '12 daprd, one on each node of Production, Europe', '1.2 CPU · 3000 MiB reserved'], // prettier-ignore
      ['Sidecar', '1–6 daprd, one in each pod of the app', '0.1–0.6 CPU · 250–1500 MiB reserved'], // prettier-ignore
    ]);
  });

  it('name no number that is not known', () => {
    expect(said({})).toEqual([
      ['Deployment', '2 daprd, wherever there is room', '0.2 CPU · 500 MiB reserved'], // prettier-ignore
      ['DaemonSet', 'One daprd on each node', undefined],
      ['Sidecar', 'One daprd in each pod of the app', undefined],
    ]);
  });

  it.each([
    { replicas: -1 },
    { replicas: 0 },
    { replicas: 1.5, podsAtLeast: '3', podsAtMost: -2 },
  ])('pass over what makes no sense yet: %j', form => {
    expect(said(form)).toEqual(said({}));
  });

  it('take the greater number of pods where they are the wrong way round', () => {
    const [, , sidecar] = said({ podsAtLeast: 5, podsAtMost: 2 });
    expect(sidecar?.[1]).toBe('5 daprd, one in each pod of the app');
  });

  it.each([
    [{ podsAtLeast: 0, podsAtMost: 4 }, 'Deployment', /scales to zero/],
    [{ podsAtLeast: 1, podsAtMost: 6 }, 'Deployment', /4 daprd fewer/],
    [{ podsAtLeast: 1, podsAtMost: 1 }, 'Sidecar', /would save nothing/],
  ])('recommend one, with the reason: %j', (form, title, reason) => {
    const recommended = strategyChoices(form, cluster).choices.filter(
      choice => choice.reasons.length > 0,
    );
    expect(recommended.map(choice => choice.title)).toEqual([title]);
    expect(recommended[0]?.reasons[0]).toMatch(reason);
  });

  it('say how far daprd is, and what the numbers do not tell', () => {
    const { choices, limits } = strategyChoices({}, cluster);
    expect(choices.map(choice => choice.distance)).toEqual([
      'at most one network hop',
      'at most one network hop',
      'no network hop',
    ]);
    expect(limits.join(' ')).toContain('recommends to reserve');
  });
});
