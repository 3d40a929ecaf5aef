import {
  asArray,
  asNumber,
  asString,
  at,
  type KubeObject,
} from '../../../objects';
import type { ServiceName } from '../address';

export interface ServicePort {
  port: number;
  name: string;
}

/** The Service of a name; undefined where none is there, or Services are not known. */
export function findService(
  services: readonly KubeObject[] | undefined,
  { name, namespace }: ServiceName,
): KubeObject | undefined {
  return services?.find(
    service =>
      at(service, 'metadata', 'name') === name &&
      at(service, 'metadata', 'namespace') === namespace,
  );
}

export function servicePorts(service: KubeObject): ServicePort[] {
  return asArray(at(service, 'spec', 'ports')).flatMap(entry => {
    const port = asNumber(at(entry, 'port'));
    return port === undefined
      ? []
      : [{ port, name: asString(at(entry, 'name')) ?? '' }];
  });
}
