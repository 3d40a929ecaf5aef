import { asArray, at } from '../objects';
import { commandLine, readFlags, textList, type Flags } from './args';
import { scalarText } from './scalarText';

/** Init containers of the chart, today's and its former name's. */
const INIT_CONTAINERS = ['shared-init-container', 'ambient-init-container'];

/** What Dapr's sidecar injector takes for yes. Source: dapr/dapr `utils.IsTruthy`. */
const TRUTHY = /^(y|yes|true|on|1)$/i;

/** A host that is the pod itself: what a sidecar calls. */
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/i;

/** The daprd that a pod template shares, with its command line. */
export interface SharedDaprd extends Flags {
  container: unknown;
  args: string[];
}

/**
 * The container `daprd` of a pod template, where it is a shared one. The
 * chart's init container tells; without it (a hardened identity) the address of
 * the app does, unless that is the pod itself. An app that asks for injection
 * gets a daprd of its own.
 */
export function sharedDaprd(template: unknown): SharedDaprd | undefined {
  const pod = at(template, 'spec');
  const containers = asArray(at(pod, 'containers'));
  const container = containers.find(c => at(c, 'name') === 'daprd');
  if (!container) return undefined;
  const enabled = at(template, 'metadata', 'annotations', 'dapr.io/enabled');
  if (TRUTHY.test(scalarText(enabled) ?? '')) return undefined;

  const args = commandLine(container);
  const flags = readFlags(args);
  if (!hasInitContainer(pod)) {
    const host = flags.flags.get('app-channel-address');
    if (host === undefined) return undefined;
    if (containers.length > 1 && LOOPBACK.test(host)) return undefined;
  }
  return { ...flags, container, args };
}

function hasInitContainer(pod: unknown): boolean {
  return asArray(at(pod, 'initContainers')).some(
    container =>
      INIT_CONTAINERS.some(name => name === at(container, 'name')) &&
      readFlags(textList(at(container, 'args'))).flags.has('config-map'),
  );
}
