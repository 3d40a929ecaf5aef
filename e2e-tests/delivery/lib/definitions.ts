import type { KubeObject } from 'backstage-plugin-dapr-shared-common';

/** Packages made from the CustomResourceDefinitions, by API group. */
const packages: Record<string, string> = {
  'argoproj.io': 'argo-cd',
  'helm.toolkit.fluxcd.io': 'flux-cd',
  'source.toolkit.fluxcd.io': 'flux-cd',
};

const scope = '@kubernetes-models';

/**
 * Checks an object against the definition of its kind.
 *
 * @throws Error that names the fields
 */
export async function validate(object: KubeObject): Promise<void> {
  const { apiVersion = '', kind = '' } = object;
  const [group = ''] = apiVersion.split('/');
  const address = [scope, packages[group], apiVersion, kind].join('/');
  const module: Record<string, Model | undefined> = await import(address);
  const Definition = module[kind];
  if (!Definition) throw new Error(`${address} has no ${kind}`);
  new Definition(object).validate();
}

type Model = new (object: KubeObject) => { validate(): void };

/** Whether a definition is known for the object's kind. */
export function isDefined({ apiVersion = '' }: KubeObject): boolean {
  return packages[apiVersion.split('/')[0] ?? ''] !== undefined;
}
