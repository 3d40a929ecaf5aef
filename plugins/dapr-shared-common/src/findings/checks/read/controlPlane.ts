import { runtimeFactsOf } from '../../../runtime';
import type { CheckInput } from '../../input';
import { daprd, flag, literal, variable } from './pod';

/** Whether daprd is a release whose ways are known: 1.14 or newer. */
export function isKnownRuntime({ instance }: CheckInput): boolean {
  return runtimeFactsOf(instance.daprdVersion ?? '') !== undefined;
}

/** What daprd is told of the control plane, and where that stands. */
export interface Told {
  value: string;
  evidence: string;
}

/**
 * The control-plane namespace that daprd is told. Without a word daprd takes
 * `default`; undefined where only the cluster can tell. Source: dapr/dapr,
 * cmd/daprd/options.
 */
export function toldNamespace(input: CheckInput): Told | undefined {
  return told(input, 'control-plane-namespace', 'DAPR_CONTROLPLANE_NAMESPACE', 'default'); // prettier-ignore
}

/** The trust domain of the control plane that daprd is told; by default `localhost`. */
export function toldTrustDomain(input: CheckInput): Told | undefined {
  return told(input, 'control-plane-trust-domain', 'DAPR_CONTROLPLANE_TRUST_DOMAIN', 'localhost'); // prettier-ignore
}

function told(
  input: CheckInput,
  argument: string,
  name: string,
  fallback: string,
): Told | undefined {
  const container = daprd(input);
  const given = flag(input, argument);
  if (given) return { value: given, evidence: `--${argument}=${given}` };
  const value = literal(container, name);
  if (value) return { value, evidence: `${name}: ${value}` };
  return variable(container, name) || !isKnownRuntime(input)
    ? undefined
    : { value: fallback, evidence: `${name} is not set` };
}

/** An address that daprd is given for a part of the control plane. */
export interface Address {
  /** How it is given: `--sentry-address`, or a variable. */
  from: string;
  text: string;
  /** The first label of the host. */
  service: string;
  /** Undefined where the host is not that of a Service in full. */
  namespace?: string;
  /** Undefined where the host ends with `svc`. */
  clusterDomain?: string;
  port?: number;
}

const ARGUMENTS = ['sentry-address', 'control-plane-address', 'placement-host-address', 'scheduler-host-address']; // prettier-ignore
const SCHEDULER = 'DAPR_SCHEDULER_HOST_ADDRESS';

/** Every address of the control plane that daprd is given; each argument may have several. */
export function addresses(input: CheckInput): Address[] {
  const given = ARGUMENTS.map((name): [string, string | undefined] => [
    `--${name}`,
    flag(input, name),
  ]);
  if (!flag(input, 'scheduler-host-address')) {
    given.push([SCHEDULER, literal(daprd(input), SCHEDULER)]);
  }
  return given.flatMap(([from, list]) =>
    (list?.split(',') ?? []).map(text => parse(from, text.trim())),
  );
}

const SERVICE_HOST = /^(?<name>[^:]+?)\.(?<namespace>[^.:]+)\.svc(?:\.(?<domain>[^:]+?))?\.?$/; // prettier-ignore

function parse(from: string, text: string): Address {
  const [, host = text, port] = /^(.*):(\d+)$/.exec(text) ?? [];
  const { namespace, domain } = SERVICE_HOST.exec(host)?.groups ?? {};
  return {
    from,
    text,
    service: host.split('.')[0] ?? host,
    ...(namespace ? { namespace } : {}),
    ...(domain ? { clusterDomain: domain } : {}),
    ...(port ? { port: Number(port) } : {}),
  };
}

/** `--sentry-address=x, --control-plane-address=y`, as evidence. */
export function written(given: readonly Address[]): string {
  return given.map(({ from, text }) => `${from}=${text}`).join(', ');
}
