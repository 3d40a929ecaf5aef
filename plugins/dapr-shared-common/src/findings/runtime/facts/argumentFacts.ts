import * as codes from '../../codes/runtime';
import {
  knowsFlag,
  parseRuntimeVersion,
  runtimeVerifiedUpTo,
} from '../../../runtime';
import type { Cause } from '../cause';
import type { Circumstances } from '../circumstances';

/** Arguments that this daprd ends at, told without its log. */
export function argumentFacts({
  flags,
  workload,
  input: { instance },
}: Circumstances): Cause | undefined {
  const unknown = unknownFlag(instance.daprdVersion, [...flags.keys()]);
  if (unknown !== undefined) {
    return {
      code: codes.unknownFlag,
      cause: `daprd ${instance.daprdVersion} does not know the argument --${unknown}.`,
      fix: `Take --${unknown} out, or set shared.daprd.image.tag to a release that knows it.`,
      evidence: `--${unknown}`,
    };
  }
  const annotation = workload.podAnnotations['dapr.io/app-id'];
  const argument = flags.get('app-id');
  return annotation && argument && annotation !== argument
    ? {
        code: codes.appIdMismatch,
        cause: `daprd says that it is ${argument}, but its pod is ${annotation}.`,
        fix: `Set shared.appId and the annotation dapr.io/app-id of the pod template to the same app id: one says ${argument}, the other ${annotation}.`,
        evidence: `--app-id=${argument}, dapr.io/app-id: ${annotation}`,
      }
    : undefined;
}

/** Only of releases whose arguments are known. */
function unknownFlag(
  version: string | undefined,
  flags: readonly string[],
): string | undefined {
  const asked = parseRuntimeVersion(version ?? '');
  const newest = parseRuntimeVersion(runtimeVerifiedUpTo);
  if (!version || !asked || !newest || !knowsFlag(version, 'app-id')) {
    return undefined;
  }
  const verified = asked.major === newest.major && asked.minor <= newest.minor;
  return verified ? flags.find(flag => !knowsFlag(version, flag)) : undefined;
}
