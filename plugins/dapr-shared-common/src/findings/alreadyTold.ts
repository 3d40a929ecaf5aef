import * as controlPlane from './codes/controlPlane';
import * as identity from './codes/identity';
import * as runtime from './codes/runtime';
import * as version from './codes/version';
import type { Finding, FindingCode } from './types';

/** A code, and those that say less of the same. */
export type ToldBy = readonly (readonly [FindingCode, readonly FindingCode[]])[]; // prettier-ignore

/**
 * What a running instance fails of, and what its objects show of the same
 * mistake: one root cause is told once, where it hurts.
 */
export const sameMistake: ToldBy = [
  [runtime.sentryPort80, [controlPlane.sentryPort]],
  [runtime.sentrySilent, [controlPlane.sentryPort]],
  [runtime.notReady, [controlPlane.sentryPort]],
  [runtime.sentryUnknownHost, [controlPlane.addressesElsewhere]],
  [
    runtime.sentryOtherIdentity,
    [controlPlane.otherNamespace, controlPlane.otherTrustDomain],
  ],
  [runtime.noControlPlane, [controlPlane.noControlPlane]],
  [runtime.tokenAudience, [controlPlane.otherAudience]],
  [runtime.tokenNotProjected, [controlPlane.noToken]],
  [
    runtime.trustAnchorsMissing,
    [controlPlane.initNamespace, controlPlane.noTrustAnchors],
  ],
  [
    runtime.operatorUnreachable,
    [controlPlane.wrongPorts, controlPlane.addressesElsewhere],
  ],
  [runtime.schedulerUnused, [controlPlane.noScheduler]],
  [runtime.namespaceMismatch, [identity.otherOwnNamespace]],
  [runtime.appIdMismatch, [identity.appIdDiffers, identity.appIdMissing]],
  [runtime.unknownFlag, [version.unknownArguments]],
];

/**
 * The findings without those that say what others say already.
 *
 * @param told - the others
 */
export function withoutTold(
  findings: readonly Finding[],
  told: readonly Finding[],
  toldBy: ToldBy,
): Finding[] {
  const codes = new Set(told.map(({ code }) => code));
  const hidden = new Set(
    toldBy
      .filter(([{ code }]) => codes.has(code))
      .flatMap(([, same]) => same.map(({ code }) => code)),
  );
  return findings.filter(({ code }) => !hidden.has(code));
}
