import {
  asArray,
  asRecord,
  asStringMap,
  at,
  type KubeObject,
} from '../../objects';

/** The fields of a part of an object. */
export type Fields = Record<string, unknown>;

/** Whether an object is one that runs daprd. */
export function isWorkload({ kind }: KubeObject): boolean {
  return kind === 'DaemonSet' || kind === 'Deployment';
}

/** Labels by which the workload finds its pods; undefined where there is none. */
export function podLabels(
  objects: readonly KubeObject[],
): Record<string, string> | undefined {
  const workload = objects.find(isWorkload);
  return (
    workload && asStringMap(at(workload, 'spec', 'selector', 'matchLabels'))
  );
}

/** The objects, with the pods of each workload changed. */
export function mapPod(
  objects: readonly KubeObject[],
  change: (pod: Fields) => Fields,
): KubeObject[] {
  return objects.map(object => {
    if (!isWorkload(object)) return object;
    const spec = asRecord(object.spec);
    const template = asRecord(spec?.template);
    const pod = change(asRecord(template?.spec) ?? {});
    return {
      ...object,
      spec: { ...spec, template: { ...template, spec: pod } },
    };
  });
}

/** The objects, with the container `daprd` of each workload changed. */
export function mapDaprd(
  objects: readonly KubeObject[],
  change: (container: Fields) => Fields,
): KubeObject[] {
  return mapPod(objects, pod => ({
    ...pod,
    containers: asArray(pod.containers).map(entry => {
      const container = asRecord(entry);
      return container?.name === 'daprd' ? change(container) : entry;
    }),
  }));
}

/** A container with a flag that it does not have yet. */
export function withFlag(
  container: Fields,
  flag: string,
  value?: string,
): Fields {
  const args = asArray(container.args);
  const given = args.some(arg => String(arg).split('=')[0] === flag);
  if (given) return container;
  return { ...container, args: [...args, value ? `${flag}=${value}` : flag] };
}

/** A container with a variable in the place of the one of that name, else at the end. */
export function withVariable(container: Fields, variable: Fields): Fields {
  const env = asArray(container.env);
  const index = env.findIndex(entry => at(entry, 'name') === variable.name);
  return {
    ...container,
    env: index < 0 ? [...env, variable] : env.with(index, variable),
  };
}
