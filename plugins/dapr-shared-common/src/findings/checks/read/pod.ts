import { commandLine, readFlags } from '../../../instance/args';
import { asArray, asString, asStringMap, at } from '../../../objects';
import type { CheckInput } from '../../input';

/** Init containers of the chart, today's and its former name's. */
const INIT_CONTAINERS = ['shared-init-container', 'ambient-init-container'];

/** What Dapr's sidecar injector takes for yes. Source: dapr/dapr `utils.IsTruthy`. */
const TRUTHY = /^(y|yes|true|on|1)$/i;

/** The pod template of the workload that counts. */
function template({ instance }: CheckInput): unknown {
  return at(instance.workloads[0].object, 'spec', 'template');
}

/** Spec of the pods. */
export function podSpec(input: CheckInput): unknown {
  return at(template(input), 'spec');
}

/** An annotation of the pods, of whatever type the object has it. */
export function podAnnotation(input: CheckInput, name: string): unknown {
  return at(template(input), 'metadata', 'annotations', name);
}

/** Labels of the pods. */
export function podLabels(input: CheckInput): Record<string, string> {
  return asStringMap(at(template(input), 'metadata', 'labels'));
}

/** The container daprd. */
export function daprd(input: CheckInput): unknown {
  return asArray(at(podSpec(input), 'containers')).find(
    container => at(container, 'name') === 'daprd',
  );
}

/** The chart's init container, which fetches the CA; undefined with a hardened identity. */
export function initContainer(input: CheckInput): unknown {
  return asArray(at(podSpec(input), 'initContainers')).find(container =>
    INIT_CONTAINERS.some(name => name === at(container, 'name')),
  );
}

/** Name of the ConfigMap that the init container makes. */
export function initConfigMap(input: CheckInput): string | undefined {
  return readFlags(commandLine(initContainer(input))).flags.get('config-map');
}

/** Each check asks, and a collector checks by the thousand. */
const known = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

/** daprd's arguments by name, without dashes; a bare one is `''`. */
export function flags({ instance }: CheckInput): ReadonlyMap<string, string> {
  const { args } = instance.workloads[0];
  const read = known.get(args) ?? readFlags(args).flags;
  known.set(args, read);
  return read;
}

/** Value of an argument; undefined where it is not given, or empty. */
export function flag(input: CheckInput, name: string): string | undefined {
  return flags(input).get(name) || undefined;
}

/** Whether a switch is on. Source: Go's strconv.ParseBool, and pflag for a bare one. */
export function isOn(input: CheckInput, name: string): boolean {
  const value = flags(input).get(name);
  return value !== undefined && /^(|1|t|true)$/i.test(value);
}

/** Whether Dapr would take an annotation's value for yes. */
export function isTruthy(value: unknown): boolean {
  return TRUTHY.test(asString(value) ?? '');
}

/** A variable of a container's environment, as written. */
export function variable(container: unknown, name: string): unknown {
  return asArray(at(container, 'env')).find(
    entry => at(entry, 'name') === name,
  );
}

/** A variable's value where it is written out; undefined where only the cluster can tell it. */
export function literal(container: unknown, name: string): string | undefined {
  return asString(at(variable(container, name), 'value')) || undefined;
}
