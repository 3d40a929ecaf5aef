import { caveatsOf } from './caveats';
import { countDaprd, same, scaled } from './counts';
import { sizingFigures } from './figures';
import { limitsOf } from './limits';
import { checkAdviceInput } from './problems';
import { decide } from './rules';
import type {
  Advice,
  AdviceInput,
  CountRange,
  HostingOption,
  HostingStrategy,
} from './types';

const strategies: readonly HostingStrategy[] = [
  'sidecar',
  'daemonset',
  'deployment',
];

/**
 * How to host daprd for an app, why, and what each way comes to. Pure.
 *
 * Counts: sidecar = app pods × app ids; DaemonSet = nodes × app ids;
 * Deployment = replicas × app ids. CPU and memory are the count times what
 * Dapr recommends to reserve for one daprd, 100 millicores and 250 MiB
 * (see `sizingFigures` for each figure's source). Whatever is not known stays
 * unknown in the answer.
 *
 * @throws InputError where a number makes no sense
 * @public
 */
export function advise(input: AdviceInput): Advice {
  checkAdviceInput(input);
  return {
    ...decide(input),
    options: strategies.map(strategy => option(strategy, input)),
    limits: limitsOf(input),
  };
}

function option(strategy: HostingStrategy, input: AdviceInput): HostingOption {
  const { daprds, dependsOn } = countDaprd(strategy, input);
  const { cpuRequest, memoryRequest } = sizingFigures;
  return {
    strategy,
    daprds,
    countDependsOn: dependsOn,
    cpuRequestMillicores: scaled(daprds, cpuRequest.value),
    memoryRequestMebibytes: scaled(daprds, memoryRequest.value),
    hops: hops(strategy, input),
    caveats: caveatsOf(strategy, input),
  };
}

/** By way of a Service a call may or may not stay on its node. */
function hops(
  strategy: HostingStrategy,
  { nodeLocal }: AdviceInput,
): CountRange {
  if (strategy === 'sidecar') return same(0);
  if (strategy === 'daemonset' && nodeLocal) return same(0);
  return { min: 0, max: 1 };
}
