import { addressesElsewhereCheck, wrongPortsCheck } from './addresses';
import { channelHostCheck, channelPortCheck } from './appChannel';
import {
  appIdDiffersCheck,
  appIdMissingCheck,
  appIdNameCheck,
  appIdNotTextCheck,
} from './appId';
import { appSidecarCheck } from './appSidecar';
import { chartOutdatedCheck, chartRenamesServiceCheck } from './chart';
import { clearTokenCheck } from './clearToken';
import { configurationCheck } from './configuration';
import { exposureCheck } from './exposure';
import { noTokenCheck, otherAudienceCheck } from './identityToken';
import { initNamespaceCheck } from './initNamespace';
import { issuerKeyCheck } from './issuerKey';
import { listenAddressesCheck } from './listenAddresses';
import { mtlsCheck } from './mtls';
import { noControlPlaneCheck } from './noControlPlane';
import { nodesWithoutDaprdCheck, notNodeLocalCheck } from './nodeLocal';
import { oneNodeCheck } from './oneNode';
import { ownNamespaceCheck } from './ownNamespace';
import { noRequestsCheck, noSoftLimitCheck } from './resources';
import {
  runtimeNewerCheck,
  runtimeSkewCheck,
  runtimeUnsupportedCheck,
  tagUnreadableCheck,
} from './runtimeVersion';
import { schedulerCheck } from './scheduler';
import { secretStoreCheck } from './secretStore';
import { sentryPortCheck } from './sentryPort';
import { noServiceCheck, servicePortCheck, serviceTakenCheck } from './service';
import { serviceAccountCheck } from './serviceAccount';
import { startupGraceCheck } from './startupGrace';
import { otherNamespaceCheck, otherTrustDomainCheck } from './trust';
import { trustAnchorsCheck } from './trustAnchors';
import { twoWorkloadsCheck } from './twoWorkloads';
import type { Check } from './types';
import { unknownArgumentsCheck } from './unknownArguments';

/** Everything that is looked for in an instance's objects, whether it runs or not; in the order of the codes. */
export const checks: readonly Check[] = [
  appIdNameCheck,
  appIdNotTextCheck,
  twoWorkloadsCheck,
  appIdMissingCheck,
  channelHostCheck,
  channelPortCheck,
  configurationCheck,
  ownNamespaceCheck,
  appSidecarCheck,
  serviceTakenCheck,
  noServiceCheck,
  servicePortCheck,
  appIdDiffersCheck,
  listenAddressesCheck,
  noControlPlaneCheck,
  sentryPortCheck,
  otherNamespaceCheck,
  otherTrustDomainCheck,
  addressesElsewhereCheck,
  otherAudienceCheck,
  noTokenCheck,
  schedulerCheck,
  wrongPortsCheck,
  mtlsCheck,
  initNamespaceCheck,
  trustAnchorsCheck,
  startupGraceCheck,
  noRequestsCheck,
  noSoftLimitCheck,
  oneNodeCheck,
  notNodeLocalCheck,
  nodesWithoutDaprdCheck,
  secretStoreCheck,
  issuerKeyCheck,
  clearTokenCheck,
  serviceAccountCheck,
  exposureCheck,
  runtimeNewerCheck,
  runtimeUnsupportedCheck,
  runtimeSkewCheck,
  unknownArgumentsCheck,
  chartOutdatedCheck,
  chartRenamesServiceCheck,
  tagUnreadableCheck,
];
