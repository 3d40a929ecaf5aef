import * as codes from '../codes/runtime';
import { asArray, asString, at } from '../../objects';
import { appCause } from './app/appCause';
import type { Cause } from './cause';
import type { Circumstances } from './circumstances';
import { identityFacts } from './facts';
import type { PodView } from './podView';
import { endingCause, fatalCause } from './signatures';
import { notReadyCause, silentCause } from './silence';
import { stageOf, type Stage } from './stage';
import { statusCause } from './status';

/**
 * Why a pod is not ready: one cause, the first of what status, log and the
 * cluster's facts tell. Undefined where it is ready, or may be just starting.
 */
export function diagnose(pod: PodView, seen: Circumstances): Cause | undefined {
  if (pod.object && !pod.trouble) return undefined;
  return (
    statusCause(pod, seen) ?? (isDaprd(pod) ? daprdCause(pod, seen) : undefined)
  );
}

/** Whether the trouble is that of daprd, and not of another container. */
function isDaprd({ trouble }: PodView): boolean {
  return (
    trouble === undefined ||
    (trouble.container === 'daprd' && trouble.reason !== 'ContainerCreating')
  );
}

function daprdCause(pod: PodView, seen: Circumstances): Cause | undefined {
  const current = pod.log('daprd');
  const before = pod.log('daprd', true);
  const stage = stageOf(current);
  const fatal = current && (fatalCause(current, seen) ?? endingCause(current, seen)); // prettier-ignore
  if (fatal) return fatal;
  if (stage === 'running' && !pod.trouble) return undefined;
  if (stage === 'app') return appWait(pod, seen);
  const earlier = before && (fatalCause(before, seen) ?? endingCause(before, seen)); // prettier-ignore
  if (earlier) return earlier;
  if (stage === 'unknown' && stageOf(before) === 'app') return appWait(pod, seen); // prettier-ignore
  return guess(pod, seen, stage === 'unknown' ? stageOf(before) : stage);
}

/** What arguments and cluster tell where no log does. */
function guess(
  pod: PodView,
  seen: Circumstances,
  stage: Stage,
): Cause | undefined {
  const { trouble, overdue } = pod;
  const early = stage === 'unknown' || stage === 'identity';
  const facts = early ? identityFacts(seen) : undefined;
  if (facts) return facts;
  if (!overdue) return undefined;
  // Without a pod's status, only a log's silence tells that something is wrong.
  if (!trouble) return stage === 'identity' ? silentCause(seen) : undefined;
  if (stage === 'identity') return silentCause(seen);
  if (trouble.reason !== 'NotReady') return exitCause(pod, seen);
  if (lastEnd(pod)?.reason === 'OOMKilled') {
    return {
      code: codes.outOfMemory,
      cause: 'daprd was killed for want of memory, and is starting again.',
      evidence: `daprd: OOMKilled, restarted ${trouble.restarts} times`,
    };
  }
  const app = seen.readyNeedsApp ? appCause(seen, true) : undefined;
  return (
    app ?? { evidence: `daprd: running, not ready`, ...notReadyCause(seen) }
  );
}

/** daprd said that it waits for its app: the app's endpoints tell why. */
function appWait(pod: PodView, seen: Circumstances): Cause | undefined {
  const { channel, input, readyNeedsApp } = seen;
  if (pod.trouble === undefined && !readyNeedsApp) return undefined;
  const cause = appCause(seen, true);
  if (cause) return cause;
  if (!pod.overdue) return undefined;
  const where = channel ? `${channel.host ?? 'localhost'}:${channel.port}` : 'its port'; // prettier-ignore
  return {
    code: codes.appNotListening,
    cause: `daprd waits for the app at ${where}, which does not listen.`,
    fix: input.endpointSlices
      ? `The app's pods are ready, so that their port is not reached: let the targetPort of its Service be the port it listens on, let it listen on 0.0.0.0 instead of 127.0.0.1, and let network policies allow daprd${
          channel?.protocol.endsWith('s')
            ? '; with protocol ' + channel.protocol + ' it must speak TLS'
            : ''
        }.`
      : 'Start the app, or correct shared.remoteURL and shared.remotePort: host and port of its Service.',
    evidence: 'daprd logs "waiting on port", and no "application discovered"',
  };
}

function exitCause(
  { trouble, warnings, ...pod }: PodView,
  seen: Circumstances,
): Cause {
  const exitCode = trouble?.exitCode;
  const restarts = trouble?.restarts ?? 0;
  const evidence = `daprd: ${
    trouble?.reason
  }, exit code ${exitCode}, restarted ${
    restarts === 1 ? 'once' : `${restarts} times`
  }`;
  const unhealthy = warnings.find(
    ({ reason, message }) =>
      reason === 'Unhealthy' && /^Liveness/.test(message),
  );
  if (unhealthy || exitCode === 143 || exitCode === 137) {
    const app = seen.readyNeedsApp ? appCause(seen, true) : undefined;
    if (app) return { ...app, evidence: `${evidence}; ${app.evidence}` };
    return {
      ...notReadyCause(seen),
      code: codes.livenessRestarts,
      cause: `Liveness restarts daprd, which does not get ready in time${
        exitCode === undefined ? '' : ` (exit code ${exitCode})`
      }.`,
      evidence: unhealthy ? `${evidence}; ${unhealthy.message}` : evidence,
    };
  }
  return {
    code: codes.keepsExiting,
    cause: `daprd keeps exiting${
      exitCode === undefined ? '' : ` with code ${exitCode}`
    }.`,
    fix: exitFix(exitCode, pod.name),
    evidence,
  };
}

function exitFix(exitCode: number | undefined, pod: string): string {
  const read = `Read its last lines: kubectl logs --previous -c daprd ${pod}.`;
  switch (exitCode) {
    case 1:
      return `${read} They name the cause: mostly Sentry, the operator, the Configuration or a component.`;
    case 2:
      return `${read} Code 2 is an argument that this daprd does not know, or a crash.`;
    case 139:
      return `${read} Code 139 is a crash of the process: check that the image fits the node's processor.`;
    default:
      return read;
  }
}

function lastEnd({ object }: PodView): { reason?: string } | undefined {
  const daprd = asArray(at(object, 'status', 'containerStatuses')).find(
    c => at(c, 'name') === 'daprd',
  );
  const ended = at(daprd, 'lastState', 'terminated');
  return ended ? { reason: asString(at(ended, 'reason')) } : undefined;
}
