import {
  asArray,
  asString,
  asStringMap,
  at,
  type KubeObject,
} from '../../../objects';
import type { CheckInput } from '../../input';
import { podLabels } from './pod';

/** Services of the instance's own namespace; undefined where they are not known. */
export function ownServices({
  instance,
  services,
}: CheckInput): KubeObject[] | undefined {
  return services?.filter(service => {
    const namespace = at(service, 'metadata', 'namespace');
    return namespace === undefined || namespace === instance.namespace;
  });
}

/** The Services that lead to the instance's pods; empty where none is known. */
export function leadingServices(input: CheckInput): KubeObject[] {
  return (ownServices(input) ?? []).filter(service => leadsTo(service, input));
}

/** Whether a Service selects the instance's pods. */
export function leadsTo(service: KubeObject, input: CheckInput): boolean {
  const selector = Object.entries(asStringMap(at(service, 'spec', 'selector')));
  const labels = podLabels(input);
  return (
    selector.length > 0 &&
    selector.every(([key, value]) => labels[key] === value)
  );
}

/** The ports of a Service. */
export function servicePorts(service: KubeObject): unknown[] {
  return asArray(at(service, 'spec', 'ports'));
}

/** `Service orders-dapr`, for people. */
export function serviceName(service: KubeObject): string {
  return `Service ${asString(at(service, 'metadata', 'name')) ?? ''}`;
}
