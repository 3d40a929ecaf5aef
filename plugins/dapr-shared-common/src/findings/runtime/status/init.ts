import * as codes from '../../codes/runtime';
import { asArray, asString, at } from '../../../objects';
import { restarted, type Cause } from '../cause';
import type { Circumstances } from '../circumstances';
import type { PodView } from '../podView';
import { firstLine } from '../signatures/signature';

/** What an error looks like in the log of the init container; it logs plain text. */
const ERROR =
  /forbidden|not found|unauthorized|refused|timeout|no such host|error|fail|panic/i;

/** It does not get as far as an answer. */
const UNREACHED = /refused|time-?out|no such host|no route to host/i;

/** An init container that ends with an error, told by its log where that was read. */
export function initCause(
  pod: PodView,
  { input }: Circumstances,
): Cause | undefined {
  const { trouble, log } = pod;
  const hanging = hangingInit(pod);
  if (hanging) {
    return input.controlPlane === null
      ? {
          code: codes.noControlPlane,
          cause: `${hanging} waits: no Dapr control plane runs in the cluster.`,
          evidence: 'no Deployment dapr-operator',
        }
      : {
          code: codes.initFails,
          cause: `${hanging} does not end.`,
          fix: `Read its log: kubectl logs -c ${hanging}. It reads the trust bundle of the control plane from the Kubernetes API: network policies must let it.`,
          evidence: `${hanging}: running, and the pod not initialised`,
        };
  }
  const { container, exitCode } = trouble ?? {};
  if (!trouble?.init || !container) return undefined;
  const code = exitCode === undefined ? '' : ` with code ${exitCode}`;
  const lines = [
    ...(log(container)?.running ?? []),
    ...(log(container, true)?.running ?? []),
  ];
  const forbidden = lines.find(line => /is forbidden/.test(line.message));
  const match =
    /User "([^"]+)" cannot (\w+) resource "(\w+)".*?(?:in the namespace "([^"]+)")?$/m.exec(
      forbidden?.message ?? '',
    );
  if (forbidden) {
    const [, user = '', verb, resource, namespace] = match ?? [];
    const account = user.split(':').pop();
    return {
      code: codes.initForbidden,
      cause: match
        ? `${container} may not ${verb} ${resource}${
            namespace ? ` in namespace ${namespace}` : ''
          }.`
        : `${container} lacks rights: ${firstLine(forbidden.message)}.`,
      fix: match
        ? `Give ServiceAccount ${account} the right to ${verb} ${resource}${
            namespace ? ` in namespace ${namespace}` : ''
          }: the chart's Roles do (shared.serviceAccount.create: true). The hardened identity (overlay.identity) needs no right.`
        : undefined,
      evidence: forbidden.message,
    };
  }
  const error = lines.findLast(line => ERROR.test(line.message));
  return error
    ? {
        code: codes.initFails,
        cause: `${container} fails: ${firstLine(error.message)}.`,
        ...(UNREACHED.test(error.message)
          ? {
              fix: 'Let network policies allow the pods to reach the Kubernetes API, where it reads the trust bundle of the control plane; the hardened identity (overlay.identity) does without it.',
            }
          : {}),
        evidence: error.message,
      }
    : {
        code: codes.initFails,
        cause: `${container} keeps exiting${code}.`,
        fix: `Read its log: kubectl logs -c ${container}. It needs the control plane namespace, and rights on configmaps and secrets there and here; the hardened identity (overlay.identity) does without it.`,
        evidence: `${container}: ${trouble.reason}, ${restarted(
          trouble.restarts,
        )}`,
      };
}

/** An init container that runs and runs; one that is a sidecar is ready. */
function hangingInit({ trouble, overdue, object }: PodView) {
  if (trouble?.reason !== 'ContainerCreating' || !overdue) return undefined;
  const init = asArray(at(object, 'status', 'initContainerStatuses')).find(
    c => at(c, 'state', 'running') && at(c, 'ready') !== true,
  );
  return asString(at(init, 'name'));
}
