import type { PodTrouble } from './pods';
import type { AppChannel } from './types';

interface Circumstances {
  appChannel?: AppChannel;
  image?: string;
  /** `host:port`. */
  sentry?: string;
  controlPlaneVersion?: string;
}

/** One sentence for people: what is wrong and, where it can be known, why. */
export function explain(trouble: PodTrouble, seen: Circumstances): string {
  const who = trouble.container ?? 'The pod';
  switch (trouble.reason) {
    case 'ImagePullBackOff':
    case 'ErrImagePull':
    case 'ErrImageNeverPull':
    case 'InvalidImageName':
      return `The image cannot be pulled: ${
        imageOf(trouble) ?? seen.image ?? who
      }.`;
    case 'CreateContainerConfigError':
    case 'CreateContainerError':
      return `${who} cannot be started: ${
        trouble.message ?? 'a ConfigMap or Secret it names is missing'
      }.`;
    case 'Unschedulable':
      return `No node takes the pod: ${
        trim(trouble.message) ?? 'no reason is given'
      }.`;
    case 'OOMKilled':
      return `${who} was killed for want of memory${times(trouble)}.`;
    case 'CrashLoopBackOff':
    case 'Error':
    case 'RunContainerError':
      return `${who} keeps exiting${exit(trouble)}${times(trouble)}.`;
    case 'NotReady':
      return waiting(seen, trouble);
    default:
      return `${who}: ${trouble.reason}${
        trouble.message ? `, ${trim(trouble.message)}` : ''
      }.`;
  }
}

function waiting(seen: Circumstances, trouble: PodTrouble): string {
  if (
    seen.sentry?.endsWith(':80') &&
    atLeast(seen.controlPlaneVersion, 1, 14)
  ) {
    return 'Waiting for Sentry at port 80, which is closed since Dapr 1.14: use 443.';
  }
  const { host, port } = seen.appChannel ?? {};
  const restarted = trouble.restarts > 0 ? times(trouble) : '';
  return host && port
    ? `daprd runs but is not ready${restarted}; most often the app at ${host}:${port} does not answer.`
    : `daprd runs but is not ready${restarted}.`;
}

function exit({ exitCode }: PodTrouble): string {
  return exitCode === undefined ? '' : ` with code ${exitCode}`;
}

function times({ restarts }: PodTrouble): string {
  return restarts > 0
    ? `, restarted ${restarts === 1 ? 'once' : `${restarts} times`}`
    : '';
}

function imageOf({ message }: PodTrouble): string | undefined {
  return /image "([^"]+)"/.exec(message ?? '')?.[1];
}

/** The first sentence, without its full stop. */
function trim(message: string | undefined): string | undefined {
  return message?.split(/\.(?:\s|$)/)[0];
}

/** Whether a version is the given minor or newer; false where unknown. */
function atLeast(
  version: string | undefined,
  major: number,
  minor: number,
): boolean {
  const match = /^v?(\d+)\.(\d+)/.exec(version ?? '');
  if (!match) return false;
  const [, x, y] = match.map(Number);
  return x !== undefined && y !== undefined && (x > major || (x === major && y >= minor)); // prettier-ignore
}
