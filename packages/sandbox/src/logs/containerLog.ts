import { InputError } from '@backstage/errors';
import { asArray, asString, at } from 'backstage-plugin-dapr-shared-common';
import type { ApiObject } from '../kube';
import {
  judgeDaprd,
  judgeInitContainer,
  readDaprdPod,
  type World,
} from '../reconcile';
import { daprdLog, type Run } from './daprdLog';

/**
 * What a container of a pod has written. Of an app's own containers nothing is
 * known.
 *
 * @throws InputError in an API server's words where there is no such log
 */
export function containerLog(
  pod: ApiObject,
  options: { container: string | null; previous: boolean },
  world: World,
): string[] {
  const { name } = pod.metadata;
  const specs = [
    ...asArray(at(pod, 'spec', 'initContainers')),
    ...asArray(at(pod, 'spec', 'containers')),
  ].map(spec => asString(at(spec, 'name')) ?? '');
  const container = options.container ?? (specs.length === 1 ? specs[0] : undefined); // prettier-ignore
  if (container === undefined) {
    throw new InputError(`a container name must be specified for pod ${name}, choose one of: [${specs.join(' ')}]`); // prettier-ignore
  }
  if (!specs.includes(container)) {
    throw new InputError(`container ${container} is not valid for pod ${name}`);
  }
  const run = runOf(pod, container, options.previous, world.now);
  const daprd = readDaprdPod(pod);
  if (!daprd) return [];
  if (container === 'daprd') return daprdLog(daprd, judgeDaprd(daprd, world), run); // prettier-ignore
  const verdict = judgeInitContainer(daprd, world);
  return verdict.kind === 'exits'
    ? [`panic: ${verdict.why}`, '', 'goroutine 1 [running]:', 'main.main()']
    : [];
}

function runOf(
  pod: ApiObject,
  container: string,
  previous: boolean,
  now: Date,
): Run {
  const { name } = pod.metadata;
  const status = [
    ...asArray(at(pod, 'status', 'initContainerStatuses')),
    ...asArray(at(pod, 'status', 'containerStatuses')),
  ].find(entry => at(entry, 'name') === container);
  const last = at(status, 'lastState', 'terminated');
  if (previous && !last) {
    throw new InputError(`previous terminated container "${container}" in pod "${name}" not found`); // prettier-ignore
  }
  const running = at(status, 'state', 'running');
  const ended = previous ? last : at(status, 'state', 'terminated') ?? (running ? undefined : last); // prettier-ignore
  if (!ended && !running) {
    const reason = at(status, 'state', 'waiting', 'reason') ?? 'PodInitializing'; // prettier-ignore
    throw new InputError(`container "${container}" in pod "${name}" is waiting to start: ${reason}`); // prettier-ignore
  }
  const time = (value: unknown) => Date.parse(asString(value) ?? '');
  return ended
    ? {
        startMs: time(at(ended, 'startedAt')),
        endMs: time(at(ended, 'finishedAt')),
        ended: true,
      }
    : {
        startMs: time(at(running, 'startedAt')),
        endMs: now.getTime(),
        ended: false,
      };
}
