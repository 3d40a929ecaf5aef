import type {
  AppChannel,
  ClusterState,
  HealthStatus,
  InstanceDto,
  Strategy,
} from 'backstage-plugin-dapr-shared-common';

export const healthWords: Record<HealthStatus, string> = {
  healthy: 'Healthy',
  progressing: 'Progressing',
  degraded: 'Degraded',
  missing: 'Missing',
  unknown: 'Unknown',
};

/** What a cluster's state means for who looks at instances. */
export const clusterStateWords: Record<ClusterState, string> = {
  connected: 'connected',
  stale: 'not read lately',
  unauthenticated: 'does not accept the credentials',
  forbidden: 'does not let us read',
  unreachable: 'does not answer',
  'needs-user': "needs a user's own credentials",
};

export const strategyWords: Record<Strategy, string> = {
  daemonset: 'DaemonSet',
  deployment: 'Deployment',
};

/** `DaemonSet 12/12 nodes`, `Deployment 1/2`. */
export function replicasText({ strategy, replicas }: InstanceDto): string {
  const counts = `${replicas.ready}/${replicas.desired ?? '?'}`;
  const nodes = strategy === 'daemonset' ? ' nodes' : '';
  return `${strategyWords[strategy]} ${counts}${nodes}`;
}

/** `http orders.shop:8080`. */
export function channelText(channel: AppChannel | undefined): string {
  if (!channel) return 'not known';
  if (channel.port === 0) return 'none: the app only calls Dapr';
  return `${channel.protocol} ${channel.host ?? '(no host)'}:${channel.port}`;
}

/** `chart 1.16.0`, or the chart's own name where it is another. */
export function chartText({ chart }: InstanceDto): string {
  if (!chart) return 'not known';
  return chart.name === 'dapr-shared-chart'
    ? chart.version
    : `${chart.name} ${chart.version}`;
}

/** Where the app finds Dapr. Source: the chart's Service. */
export function endpoints({ appId, namespace }: InstanceDto) {
  const host = `${appId}-dapr.${namespace}.svc.cluster.local`;
  return { http: `http://${host}:3500`, grpc: `http://${host}:50001` };
}

/** Takes `repository#branch:path` apart; without a `#` all of it is the rest. */
export function splitSource(source: string) {
  const hash = source.indexOf('#');
  return {
    repository: source.slice(0, Math.max(hash, 0)),
    rest: source.slice(Math.max(hash, 0)),
  };
}

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago a time is, in its largest whole unit: `4 minutes`. */
export function duration(time: string, now: Date): string {
  const seconds = (now.getTime() - Date.parse(time)) / 1000;
  for (const [unit, length] of units) {
    if (seconds >= length) {
      return new Intl.NumberFormat('en', {
        style: 'unit',
        unit,
        unitDisplay: 'long',
      }).format(Math.floor(seconds / length));
    }
  }
  return 'less than a minute';
}

/** `1 instance`, `3 instances`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
