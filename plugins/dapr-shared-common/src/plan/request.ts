import { parseRuntimeVersion } from '../runtime';
import { hostProblem } from './host';
import { optionProblems } from './optionProblems';
import type { PlanRequest } from './types';
import { valuesProblems } from './userProblems';

/**
 * What is wrong with a field of a request, and what to write instead.
 *
 * @public
 */
export interface RequestProblem {
  field: string;
  /** One sentence that starts with the field's name. */
  message: string;
}

const LABEL_1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_1123 = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** Names that become part of a path and of a branch. */
const PATH_SEGMENT = /^[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?!\.))*$/;

/** Words that YAML 1.1 does not read as text; the chart writes names without quotes. */
const YAML_WORDS = /^(true|false|yes|no|on|off|y|n|null)$/;
const YAML_NUMBER = /^(\d+|\d+e\d+|0x[0-9a-f]+|0o[0-7]+|0b[01]+)$/;

/** Kind, namespace and name, all of them written out. */
const ENTITY_REF = /^[a-z][a-z0-9]*:[a-z0-9]([-a-z0-9]*[a-z0-9])?\/[A-Za-z0-9]([-\w.]*[A-Za-z0-9])?$/; // prettier-ignore

const STRATEGIES: readonly string[] = ['daemonset', 'deployment'];
const PROTOCOLS: readonly string[] = ['http', 'https', 'grpc', 'grpcs', 'h2c'];

/** The Service is `<appId>-dapr`, which may have 63 characters. */
const APP_ID_MAX = 58;

/**
 * Checks a request before anything is made from it. Empty where all is well.
 * Types are not trusted: a request may come from a template.
 *
 * @public
 */
export function checkRequest(request: PlanRequest): RequestProblem[] {
  const { appId, target, app, strategy, replicas, runtimeVersion } = request;
  const checks: [string, string | undefined][] = [
    ['appId', appIdProblem(appId)],
    ['cluster', clusterProblem(target.cluster)],
    ['namespace', namespaceProblem(target.namespace)],
    ['host', hostProblem(app.host)],
    ['port', portProblem(app.port)],
    ['protocol', oneOf(PROTOCOLS, app.protocol)],
    ['strategy', oneOf(STRATEGIES, strategy)],
    ['replicas', replicasProblem(replicas)],
    ['runtimeVersion', versionProblem(runtimeVersion)],
    ['entityRef', entityRefProblem(request.entityRef)],
    ['owner', request.owners?.map(entityRefProblem).find(Boolean)],
    ...optionProblems(request),
    ...valuesProblems(request.values, appId).map(
      (problem): [string, string] => ['values', problem],
    ),
  ];
  return checks.flatMap(([field, problem]) =>
    problem ? [{ field, message: `${field} ${problem}` }] : [],
  );
}

function appIdProblem(appId: string): string | undefined {
  if (!LABEL_1035.test(appId)) {
    return `must start with a lower-case letter and have only lower-case letters, digits and "-"; it is "${appId}". Write for example "orders".`;
  }
  if (appId.length > APP_ID_MAX) {
    return `may have at most ${APP_ID_MAX} characters, since the Service is named <appId>-dapr; it has ${appId.length}. Shorten it.`;
  }
  return yamlProblem(appId);
}

function namespaceProblem(namespace: string): string | undefined {
  return LABEL_1123.test(namespace) && namespace.length <= 63
    ? yamlProblem(namespace)
    : `must be the name of a Kubernetes namespace, at most 63 lower-case letters, digits and "-"; it is "${namespace}". Write for example "shop".`;
}

function yamlProblem(name: string): string | undefined {
  return YAML_WORDS.test(name) || YAML_NUMBER.test(name)
    ? `must not be "${name}": the chart writes it without quotes, and YAML reads that as something other than text. Write for example "${name}-app".`
    : undefined;
}

function clusterProblem(cluster: string): string | undefined {
  return PATH_SEGMENT.test(cluster) && !/\.(lock)?$/.test(cluster)
    ? undefined
    : `must be letters, digits, "-", "_" and single dots, since it becomes part of a path; it is "${cluster}". Pick one of the clusters that the GitOps repository serves.`;
}

function portProblem(port: number): string | undefined {
  return Number.isInteger(port) && port >= 0 && port <= 65535
    ? undefined
    : `must be a whole number from 1 to 65535, or 0 for an app that is never called; it is ${port}. Write the port of the app's Service.`;
}

function oneOf(words: readonly string[], word: string): string | undefined {
  return words.includes(word)
    ? undefined
    : `must be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}; it is "${word}".`; // prettier-ignore
}

function replicasProblem(replicas: number | undefined): string | undefined {
  return replicas === undefined || (Number.isInteger(replicas) && replicas >= 1)
    ? undefined
    : `must be a whole number, 1 or more; it is ${replicas}. The chart runs one daprd even for 0.`;
}

function versionProblem(version: string | undefined): string | undefined {
  return version === undefined ||
    (parseRuntimeVersion(version) && !version.startsWith('v'))
    ? undefined
    : `must be a version of Dapr; it is "${version}". Write for example "1.18.3".`;
}

function entityRefProblem(entityRef: string | undefined): string | undefined {
  return entityRef === undefined || ENTITY_REF.test(entityRef)
    ? undefined
    : `must be an entity ref; it is "${entityRef}". Write for example "component:default/orders".`;
}
