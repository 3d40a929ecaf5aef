import { asArray, asNumber, at, type KubeObject } from '../../objects';
import { noService, servicePort, serviceTaken } from '../codes/identity';
import { finding } from '../finding';
import type { CheckInput } from '../input';
import {
  daprd,
  flag,
  leadingServices,
  leadsTo,
  ownServices,
  serviceName,
  servicePorts,
} from './read';
import type { Check } from './types';

export const serviceTakenCheck: Check = {
  code: serviceTaken,
  run: input => {
    const name = `${input.instance.appId}-dapr`;
    const taken = named(input, name);
    if (!taken || leadsTo(taken, input)) return undefined;
    const headless = at(taken, 'spec', 'clusterIP') === 'None';
    return finding(serviceTaken, {
      title: `Service ${name} does not lead to the shared daprd`,
      cause: headless
        ? `Service ${name} is headless and selects other pods, as the one that the Dapr operator makes for an app with a sidecar.`
        : `Service ${name} does not select the pods of ${input.instance.workloads[0].name}.`,
      evidence: `spec.selector: ${JSON.stringify(at(taken, 'spec', 'selector') ?? {})}`, // prettier-ignore
    });
  },
};

export const noServiceCheck: Check = {
  code: noService,
  run: input => {
    const known = ownServices(input);
    const name = `${input.instance.appId}-dapr`;
    if (!known || named(input, name) || leadingServices(input).length > 0) {
      return undefined;
    }
    return finding(noService, {
      cause: `No Service of ${input.instance.namespace} selects the pods of ${input.instance.workloads[0].name}.`, // prettier-ignore
    });
  },
};

function named(input: CheckInput, name: string): KubeObject | undefined {
  return ownServices(input)?.find(s => at(s, 'metadata', 'name') === name);
}

/** Ports of daprd, each with its default. Source: dapr/dapr, cmd/daprd/options. */
const PORTS: readonly (readonly [argument: string, port: number])[] = [
  ['dapr-http-port', 3500],
  ['dapr-grpc-port', 50001],
  ['dapr-internal-grpc-port', 50002],
  ['dapr-public-port', 3501],
  ['metrics-port', 9090],
];

export const servicePortCheck: Check = {
  code: servicePort,
  run: input => {
    const listening = PORTS.map(([argument, port]) => Number(flag(input, argument) ?? port)); // prettier-ignore
    const wrong = leadingServices(input).flatMap(service =>
      servicePorts(service)
        .map(port => target(port, input))
        .filter(port => port !== undefined && !listening.includes(port))
        .map(port => `${serviceName(service)} sends to ${port}`),
    );
    return wrong.length === 0
      ? undefined
      : finding(servicePort, {
          cause: `${wrong.join(', ')}, and daprd listens on ${listening.join(', ')}.`, // prettier-ignore
          fix: "Take the ports out of the values of shared.daprd: the chart's Service does not follow them.",
          evidence: wrong.join(', '),
        });
  },
};

/** The number that a Service's port leads to; undefined where it is not known. */
function target(port: unknown, input: CheckInput): number | undefined {
  const to = at(port, 'targetPort') ?? at(port, 'port');
  if (typeof to !== 'string') return asNumber(to);
  const container = asArray(at(daprd(input), 'ports')).find(
    candidate => at(candidate, 'name') === to,
  );
  return asNumber(at(container, 'containerPort'));
}
