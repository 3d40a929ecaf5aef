import * as codes from '../../codes/runtime';
import { asString, at } from '../../../objects';
import type { Cause } from '../cause';
import type { PodView } from '../podView';
import { firstLine } from '../signatures/signature';

/** A pod whose containers are not there yet: its events tell why, else time does. */
export function creatingCause({
  trouble,
  warnings,
  overdue,
  object,
}: PodView): Cause | undefined {
  if (trouble?.reason !== 'ContainerCreating') return undefined;
  const volume = warnings.find(({ reason }) => /^Failed(Mount|AttachVolume|MapVolume)$/.test(reason)); // prettier-ignore
  if (volume)
    return { evidence: volume.message, ...volumeCause(volume.message) };
  const network = warnings.find(({ reason }) =>
    /^(FailedCreatePodSandBox|NetworkNotReady)$/.test(reason),
  );
  const node = asString(at(object, 'spec', 'nodeName'));
  const where = node ? `Node ${node}` : 'The node';
  if (network) {
    return {
      code: codes.podNetwork,
      cause: `${where} cannot give the pod a network: ${lastPart(
        network.message,
      )}.`,
      evidence: network.message,
    };
  }
  return overdue
    ? {
        code: codes.stuckCreating,
        cause: `${where} has not started the containers for more than 5 minutes.`,
        fix: `Its events tell why: kubectl describe pod${
          node ? `; else look at node ${node}` : ''
        }.`,
        evidence: `assigned ${
          trouble.since ?? 'to a node'
        }, and no container yet`,
      }
    : undefined;
}

function volumeCause(message: string): Cause {
  const volume = /for volume "([^"]+)"/.exec(message)?.[1];
  const missing = /(configmap|secret) "([^"]+)" not found/i.exec(message);
  if (missing) {
    const kind =
      missing[1]?.toLowerCase() === 'secret' ? 'Secret' : 'ConfigMap';
    return {
      code: codes.volumeNotMounted,
      cause: `Volume${volume ? ` ${volume}` : ''} needs ${kind} ${
        missing[2]
      }, which does not exist.`,
      fix: `Create ${kind} ${missing[2]} in the namespace of the instance.`,
    };
  }
  return {
    code: codes.volumeNotMounted,
    cause: `Volume${volume ? ` ${volume}` : ''} cannot be mounted: ${lastPart(
      message,
    )}.`,
    fix: 'Put right what the event names; kubectl describe pod shows it whole.',
  };
}

function lastPart(message: string): string {
  return firstLine(
    message
      .split(/: (?=\S)/)
      .slice(-2)
      .join(': '),
  );
}
