import * as codes from '../../codes/runtime';
import { restarted, type Cause } from '../cause';
import type { PodView } from '../podView';
import { firstLine } from '../signatures/signature';

/** What an error looks like in the log of the init container; it logs plain text. */
const ERROR =
  /forbidden|not found|unauthorized|refused|timeout|no such host|error|fail|panic/i;

/** An init container that ends with an error, told by its log where that was read. */
export function initCause({ trouble, log }: PodView): Cause | undefined {
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
