import * as codes from '../../codes/runtime';
import { asString, at } from '../../../objects';
import type { PodTrouble } from '../../../instance/podTrouble';
import { ending, restarted, type Cause } from '../cause';
import type { Circumstances } from '../circumstances';
import type { PodView } from '../podView';
import { firstLine } from '../signatures/signature';

/** A container that the node cannot start. */
export function startCause(
  { trouble }: PodView,
  seen: Circumstances,
): Cause | undefined {
  if (!trouble) return undefined;
  const { reason, message = '', container = 'A container' } = trouble;
  const evidence = `${container}: ${reason}${message ? `, ${message}` : ''}`;
  switch (reason) {
    case 'CreateContainerConfigError':
      return { evidence, ...configError(message, seen) };
    case 'OOMKilled':
      return {
        code: codes.outOfMemory,
        cause: `${container} was killed for want of memory${limit(seen)}.`,
        fix: trouble.init
          ? 'Give the init container a higher memory limit.'
          : 'Set resources of daprd (overlay.resources: recommended): a limit of 1000Mi, and GOMEMLIMIT at 90 % of it.',
        evidence: `${container}: OOMKilled, ${restarted(trouble.restarts)}`,
      };
    case 'CreateContainerError':
    case 'RunContainerError':
    case 'StartError':
    case 'ContainerCannotRun':
    case 'PostStartHookError':
    case 'PreCreateHookError':
      return { evidence, ...startError(container, reason, message) };
    default:
      return exited(trouble);
  }
}

function configError(message: string, { workload }: Circumstances): Cause {
  if (/runAsNonRoot|non-numeric user/.test(message)) {
    return {
      code: codes.securityContextRefused,
      cause: `The security context forbids the image: ${firstLine(
        message.replace(/\s*\(.*$/, ''),
      )}.`,
      fix: 'Set podSecurityContext.runAsUser: 65532 (or another number above 0).',
    };
  }
  const key = /couldn't find key (\S+) in (ConfigMap|Secret) (\S+)/i.exec(
    message,
  );
  const whole = /(configmap|secret)s? "([^"]+)" not found/i.exec(message);
  const kind = /secret/i.test(key?.[2] ?? whole?.[1] ?? '')
    ? 'Secret'
    : 'ConfigMap';
  const name = (key?.[3] ?? whole?.[2] ?? '').replace(/^.*\//, '');
  if (!name) {
    return {
      code: codes.configMissing,
      cause: `The container cannot be configured: ${
        firstLine(message) || 'a ConfigMap or Secret that it names is missing'
      }.`,
    };
  }
  const what = key ? `key ${key[1]} of ${kind} ${name}` : `${kind} ${name}`;
  const made = kind === 'ConfigMap' && name.endsWith('-cm');
  return {
    code: codes.configMissing,
    cause: made
      ? `${capital(
          what,
        )} is missing: every start of a pod deletes it and makes it anew.`
      : `${capital(what)} is missing.`,
    fix: made
      ? `The next try may find it; if not, delete the pods one at a time, so that the init container of ${workload.name} makes it anew. The hardened identity (overlay.identity) does without it.`
      : `Create ${what} in the namespace of the instance, or correct the value that names it.`,
  };
}

function startError(container: string, reason: string, message: string): Cause {
  if (/exec format error/.test(message)) {
    return {
      code: codes.wrongPlatform,
      cause: `The image of ${container} is not for the node's processor.`,
    };
  }
  return {
    code: codes.containerNotStarted,
    cause: `${container} cannot be started: ${firstLine(message) || reason}.`,
  };
}

/** Exit codes that tell by themselves. Source: the convention of shells. */
function exited(trouble: PodTrouble): Cause | undefined {
  const { container = 'A container', exitCode, reason } = trouble;
  if (reason === 'NotReady' || !trouble.container) return undefined;
  const evidence = ending(container, reason, exitCode, trouble.restarts);
  if (exitCode === 126 || exitCode === 127) {
    return {
      code: codes.containerNotStarted,
      cause:
        exitCode === 126
          ? `The command of ${container} may not be executed.`
          : `The command of ${container} is not in its image.`,
      fix: 'Use the official image, or correct its command.',
      evidence,
    };
  }
  if (container === 'daprd' || trouble.init) return undefined;
  return {
    code: codes.containerNotStarted,
    cause: `${container} keeps exiting${
      exitCode === undefined ? '' : ` with code ${exitCode}`
    }.`,
    fix: `Read its log: kubectl logs --previous -c ${container}.`,
    evidence,
  };
}

function limit({ workload }: Circumstances): string {
  const pod = at(workload.object, 'spec', 'template', 'spec');
  const containers = at(pod, 'containers');
  const daprd = Array.isArray(containers)
    ? containers.find(c => at(c, 'name') === 'daprd')
    : undefined;
  const memory = asString(at(daprd, 'resources', 'limits', 'memory'));
  return memory ? `: its limit is ${memory}` : '';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
