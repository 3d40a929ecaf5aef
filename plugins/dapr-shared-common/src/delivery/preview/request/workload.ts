import { asString, at } from '../../../objects';

/** They are written into a patch, and into a pull request's text. */
const FIELDS: { path: string[]; pattern: RegExp; example: string }[] = [
  { path: ['apiVersion'], pattern: /^[a-z0-9.-]{1,253}(\/[a-z0-9]{1,63})?$/, example: 'apps/v1' }, // prettier-ignore
  { path: ['kind'], pattern: /^[A-Z][A-Za-z0-9]{0,62}$/, example: 'Deployment' }, // prettier-ignore
  { path: ['metadata', 'name'], pattern: /^[a-z0-9][-.a-z0-9]{0,252}$/, example: 'orders' }, // prettier-ignore
];

const NAMESPACE = /^[a-z0-9][-a-z0-9]{0,62}$/;

/** A container's name; also one that is read from the workload. */
const CONTAINER = /^[a-z0-9][-a-z0-9]{0,62}$/;

/** What is wrong with the app's workload, each with its cure. */
export function workloadProblems(workload: unknown): string[] {
  if (workload === undefined) return [];
  const namespace = at(workload, 'metadata', 'namespace');
  const container = at(workload, 'spec', 'template', 'spec', 'containers', '0', 'name'); // prettier-ignore
  return [
    ...FIELDS.filter(
      ({ path, pattern }) =>
        !pattern.test(asString(at(workload, ...path)) ?? ''),
    ).map(
      ({ path, example }) =>
        `workload.${path.join(
          '.',
        )} must be that of a Kubernetes object. Write for example "${example}".`,
    ),
    ...(namespace === undefined || NAMESPACE.test(String(namespace))
      ? []
      : ['workload.metadata.namespace must be the name of a namespace. Write for example "shop".']), // prettier-ignore
    ...(container === undefined || CONTAINER.test(String(container))
      ? []
      : ['workload.spec.template.spec.containers[0].name must be the name of a container. Write for example "app".']), // prettier-ignore
  ];
}

export function containerProblems(container: string | undefined): string[] {
  return container === undefined || CONTAINER.test(container)
    ? []
    : ['container must be the name of a container. Write for example "app".'];
}
