import {
  type Advice,
  type AdviceInput,
  advise,
  type ClusterDto,
  type CountRange,
  type HostingOption,
  type HostingStrategy,
} from 'backstage-plugin-dapr-shared-common';

/** One way to host daprd, for who has to choose one. */
export interface StrategyChoice {
  strategy: HostingStrategy;
  title: string;
  /** How many daprd run where. */
  runs: string;
  /** What all of them reserve: `0.2 CPU · 500 MiB`; undefined where the count is not known. */
  reserves?: string;
  /** How far it is from the app: `no network hop`. */
  distance: string;
  caveats: string[];
  /** Why this one; empty where it is not the recommended one. */
  reasons: string[];
}

const titles: Record<HostingStrategy, string> = {
  deployment: 'Deployment',
  daemonset: 'DaemonSet',
  sidecar: 'Sidecar',
};

/** In the order in which they are shown: those that can be chosen first. */
const order: readonly HostingStrategy[] = [
  'deployment',
  'daemonset',
  'sidecar',
];

/** Every way side by side, with the numbers of the cluster and the app, and what these do not tell. */
export function strategyChoices(
  form: Readonly<Record<string, unknown>>,
  cluster: ClusterDto | undefined,
): { choices: StrategyChoice[]; limits: string[] } {
  const advice = advise(adviceInput(form, cluster));
  return {
    choices: order.flatMap(strategy =>
      advice.options
        .filter(option => option.strategy === strategy)
        .map(option => choice(option, advice, cluster)),
    ),
    limits: advice.limits,
  };
}

/**
 * What the form says of the app, as far as it makes sense already: fields
 * `replicas`, `podsAtLeast` and `podsAtMost`, where a template has them.
 */
function adviceInput(
  form: Readonly<Record<string, unknown>>,
  cluster: ClusterDto | undefined,
): AdviceInput {
  const least = whole(form.podsAtLeast);
  const most = whole(form.podsAtMost);
  return {
    readyNodes: cluster?.nodes?.ready,
    replicas: whole(form.replicas) || undefined,
    ...(least !== undefined && most !== undefined
      ? { appPods: { min: least, max: Math.max(least, most) } }
      : {}),
    ...(least === 0 ? { scaleToZero: true } : {}),
  };
}

function whole(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : undefined;
}

function choice(
  option: HostingOption,
  advice: Advice,
  cluster: ClusterDto | undefined,
): StrategyChoice {
  const { strategy, caveats } = option;
  return {
    strategy,
    title: titles[strategy],
    runs: runs(option, cluster),
    reserves: reserves(option),
    distance:
      option.hops.max === 0 ? 'no network hop' : 'at most one network hop',
    caveats,
    reasons: advice.recommended === strategy ? advice.reasons : [],
  };
}

function runs(
  { strategy, daprds }: HostingOption,
  cluster: ClusterDto | undefined,
): string {
  const counted = daprds && `${range(daprds)} daprd`;
  switch (strategy) {
    case 'daemonset':
      return counted
        ? `${counted}, one on each node of ${cluster?.title}`
        : 'One daprd on each node';
    case 'sidecar':
      return counted
        ? `${counted}, one in each pod of the app`
        : 'One daprd in each pod of the app';
    default:
      return `${counted}, wherever there is room`;
  }
}

function reserves({
  cpuRequestMillicores: cpu,
  memoryRequestMebibytes: memory,
}: HostingOption): string | undefined {
  return (
    cpu &&
    memory &&
    `${range(scaled(cpu, 1000))} CPU · ${range(memory)} MiB reserved`
  );
}

function scaled({ min, max }: CountRange, by: number): CountRange {
  return { min: min / by, max: max / by };
}

function range({ min, max }: CountRange): string {
  return min === max ? `${min}` : `${min}–${max}`;
}
