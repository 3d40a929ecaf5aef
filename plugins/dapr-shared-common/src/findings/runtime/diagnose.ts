import * as codes from '../codes/runtime';
import { asArray, asString, at } from '../../objects';
import { appCause, appIsUp } from './app/appCause';
import { ending, restarted, type Cause } from './cause';
import { channelText, type Circumstances } from './circumstances';
import { identityFacts } from './facts';
import { isLiveness, probeStage } from './probes';
import type { PodView } from './podView';
import { endingCause, fatalCause } from './signatures';
import { blockingCause } from './ready/complaints';
import { notReadyCause, silentCause, startedCause } from './silence';
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
  return trouble === undefined || trouble.container === 'daprd';
}

function daprdCause(pod: PodView, seen: Circumstances): Cause | undefined {
  const current = pod.log('daprd');
  const before = pod.log('daprd', true);
  const stage = stageOf(current);
  const fatal = current && (fatalCause(current, seen) ?? endingCause(current, seen)); // prettier-ignore
  if (fatal) return fatal;
  const waits = isWaiting(pod, seen);
  const blocked = waits ? blockingCause(pod, seen) : undefined;
  if (stage === 'app') return appWait(pod, seen) ?? blocked;
  if (blocked) return blocked;
  if (stage === 'running') return runningCause(pod);
  const earlier = before && (fatalCause(before, seen) ?? endingCause(before, seen)); // prettier-ignore
  if (earlier) return earlier;
  if (stage === 'unknown' && stageOf(before) === 'app') return appWait(pod, seen); // prettier-ignore
  const blockedBefore = waits && stage === 'unknown' ? blockingCause(pod, seen, true) : undefined; // prettier-ignore
  if (blockedBefore) return blockedBefore;
  return guess(pod, seen, stage === 'unknown' ? stageOf(before) : stage);
}

/** Whether it is known not to be ready, by a probe that asks for more than its own start. */
function isWaiting({ trouble, overdue }: PodView, seen: Circumstances) {
  return trouble !== undefined && overdue && seen.readyNeedsApp;
}

/** It started, and does not pass its probe all the same. */
function runningCause({ trouble, overdue, warnings }: PodView) {
  if (!trouble || !overdue) return undefined;
  const probe = warnings.find(({ reason }) => reason === 'Unhealthy')?.message;
  return {
    code: codes.notReady,
    cause: 'daprd is running, but does not pass its readiness probe.',
    fix: 'Check that the probe asks the public port (shared.daprd.publicPort), that network policies let the node reach it, and what daprd complains of in its log.',
    evidence: probe ?? 'daprd logs "Status: Running", and is not ready',
  };
}

/** What arguments and cluster tell where no log does. */
function guess(
  pod: PodView,
  seen: Circumstances,
  logged: Stage,
): Cause | undefined {
  const { trouble, overdue } = pod;
  const probe = probeStage(pod.warnings);
  const stage = logged === 'unknown' ? probe?.stage ?? logged : logged;
  const facts =
    stage === 'unknown' || stage === 'identity' ? identityFacts(seen) : undefined; // prettier-ignore
  if (facts) return facts;
  if (!overdue) return undefined;
  // Without a pod's status, only a log's silence tells that something is wrong.
  if (!trouble) return stage === 'identity' ? silentCause(seen) : undefined;
  if (isCrashing(pod, seen)) return exitCause(pod, seen);
  if (stage === 'app') return appWait(pod, seen);
  if (stage === 'started') {
    const app = seen.readyNeedsApp ? appCause(seen, true) : undefined;
    return app ?? absentScheduler(seen) ?? startedCause(seen, appIsUp(seen), probe?.message); // prettier-ignore
  }
  if (stage === 'identity') {
    return silentCause(seen, logged === 'identity' ? undefined : probe?.message); // prettier-ignore
  }
  if (trouble.reason !== 'NotReady') return exitCause(pod, seen);
  if (lastReason(pod) === 'OOMKilled') {
    return {
      code: codes.outOfMemory,
      cause: 'daprd was killed for want of memory, and is starting again.',
      evidence: `daprd: OOMKilled, ${restarted(trouble.restarts)}`,
    };
  }
  return waitCause(seen);
}

/** Not ready, and nothing tells how far daprd came: the app's endpoints may. */
function waitCause(seen: Circumstances): Cause {
  const app = seen.readyNeedsApp ? appCause(seen, true) : undefined;
  return app ?? absentScheduler(seen) ?? notReadyCause(seen, appIsUp(seen));
}

/** Its health waits for a scheduler that the cluster is known not to have. */
function absentScheduler({ flags, input, readyNeedsApp }: Circumstances) {
  const address = flags.get('scheduler-host-address');
  return address && readyNeedsApp && input.controlPlane?.scheduler === false
    ? {
        code: codes.schedulerUnreachable,
        severity: 'critical' as const,
        cause: 'Waiting for the scheduler, which this cluster does not have.',
        fix: 'Install Dapr with its scheduler (on by default), or take the argument --scheduler-host-address out.', // prettier-ignore
        evidence: `--scheduler-host-address=${address}`,
      }
    : undefined;
}

/** daprd said that it waits for its app: the app's endpoints tell why. */
function appWait(
  pod: PodView,
  seen: Circumstances,
  evidence = 'daprd logs "waiting on port", and no "application discovered"',
): Cause | undefined {
  const { channel, readyNeedsApp } = seen;
  if (pod.trouble === undefined && !readyNeedsApp) return undefined;
  const cause = appCause(seen, true);
  if (cause) return cause;
  if (!pod.overdue) return undefined;
  const tls = channel?.protocol.endsWith('s')
    ? `; with protocol ${channel.protocol} it must speak TLS`
    : '';
  return {
    code: codes.appNotListening,
    cause: `daprd waits for the app at ${channelText(channel)}, which does not listen.`, // prettier-ignore
    fix: appIsUp(seen)
      ? `The app's pods are ready, so that their port is not reached: let the targetPort of its Service be the port it listens on, let it listen on 0.0.0.0 instead of 127.0.0.1, and let network policies allow daprd${tls}.`
      : 'Start the app, or correct shared.remoteURL and shared.remotePort: host and port of its Service.',
    evidence,
  };
}

/** Longer than any back-off: who has run for so long has got over its end. Source: the kubelet's 5 minutes at most. */
const LOOP_MS = 10 * 60_000;

/** Ends after which daprd was not told to stop, nor killed. */
function isCrashing(pod: PodView, { input }: Circumstances): boolean {
  const { exitCode, since } = pod.trouble ?? {};
  const ranFor = input.now.getTime() - Date.parse(since ?? '');
  return !(ranFor > LOOP_MS) && !wasStopped(exitCode) && !pod.warnings.some(isLiveness); // prettier-ignore
}

/** 0: it was told to stop; 143 and 137: it did not stop by itself. */
function wasStopped(exitCode: number | undefined): boolean {
  return exitCode === undefined || [0, 143, 137].includes(exitCode);
}

/** An end of daprd that no log explains. */
function exitCause(pod: PodView, seen: Circumstances): Cause {
  const { exitCode, restarts = 0 } = pod.trouble ?? {};
  const reason = pod.trouble?.reason === 'NotReady' ? lastReason(pod) : pod.trouble?.reason; // prettier-ignore
  const code = exitCode === undefined ? '' : ` with code ${exitCode}`;
  const evidence = ending('daprd', reason, exitCode, restarts);
  const probe = pod.warnings.find(isLiveness)?.message;
  if (probe || (exitCode !== undefined && wasStopped(exitCode))) {
    const wait = waitCause(seen);
    return wait.code === codes.notReady
      ? {
          ...wait,
          code: codes.livenessRestarts,
          cause: `Liveness restarts daprd, which does not get ready in time (it ended${code}).`, // prettier-ignore
          evidence: probe ? `${evidence}; ${probe}` : evidence,
        }
      : wait;
  }
  return {
    code: codes.keepsExiting,
    cause: `daprd keeps exiting${code}.`,
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

function lastReason({ object }: PodView): string | undefined {
  const daprd = asArray(at(object, 'status', 'containerStatuses')).find(
    c => at(c, 'name') === 'daprd',
  );
  return asString(at(daprd, 'lastState', 'terminated', 'reason'));
}
