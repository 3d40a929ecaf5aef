import { asArray, asRecord, type KubeObject } from '../../objects';

type Fields = Record<string, unknown>;

/** The objects, with the container `daprd` of each workload changed. */
export function mapDaprd(
  objects: readonly KubeObject[],
  change: (container: Fields) => Fields,
): KubeObject[] {
  return objects.map(object => {
    if (object.kind !== 'DaemonSet' && object.kind !== 'Deployment') {
      return object;
    }
    const spec = asRecord(object.spec);
    const template = asRecord(spec?.template);
    const pod = asRecord(template?.spec);
    const containers = asArray(pod?.containers).map(entry => {
      const container = asRecord(entry);
      return container?.name === 'daprd' ? change(container) : entry;
    });
    return {
      ...object,
      spec: {
        ...spec,
        template: { ...template, spec: { ...pod, containers } },
      },
    };
  });
}
