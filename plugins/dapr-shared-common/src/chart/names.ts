import type { Context } from './context';
import { unquoted } from './yamlText';

/** The full name as the templates write it, with what they put behind it. */
export function fullName(context: Context, suffix = ''): unknown {
  return unquoted(`${context.fullName}${suffix}`, 'fullnameOverride');
}

/** The release's namespace as the templates write it. */
export function namespace(context: Context): unknown {
  return unquoted(context.release.namespace, 'namespace');
}

/** The ServiceAccount's name as the templates write it. */
export function serviceAccountName(context: Context): unknown {
  return unquoted(context.serviceAccountName, 'shared.serviceAccount.name');
}

/** Name of the ConfigMap that the init container makes. */
export function configMapName(context: Context): string {
  return `${context.release.name}-shared-cm`;
}
