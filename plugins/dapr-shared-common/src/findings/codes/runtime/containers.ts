import type { FindingCode } from '../../types';

const IMAGES = 'https://kubernetes.io/docs/concepts/containers/images/';

/** Containers that do not start, or do not stay. */
export const imageNotFound: FindingCode = {
  code: 'DS611',
  severity: 'critical',
  title: 'The image does not exist',
  seen: 'ImagePullBackOff or ErrImagePull with "not found" or "manifest unknown", or InvalidImageName.',
  fix: 'Set shared.daprd.image.tag (or shared.initContainer.image.tag) to a tag that the registry has.',
  links: [IMAGES],
};
export const imageRefused: FindingCode = {
  code: 'DS612',
  severity: 'critical',
  title: 'The registry refuses the image',
  seen: 'ImagePullBackOff with 401, 403, "unauthorized" or "pull access denied".',
  fix: 'Name a Secret with the registry credentials in imagePullSecrets, or use a registry the nodes may read.',
  links: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/',
  ],
};
export const imageRateLimited: FindingCode = {
  code: 'DS613',
  severity: 'critical',
  title: 'The registry limits the rate of pulls',
  seen: 'ImagePullBackOff with "toomanyrequests" or 429.',
  fix: 'Point shared.daprd.image.registry at a mirror, or pull with credentials; with shared.daprd.image.pullPolicy IfNotPresent each node pulls it once.',
  links: [IMAGES],
};
export const registryUnreachable: FindingCode = {
  code: 'DS614',
  severity: 'critical',
  title: 'The registry cannot be reached',
  seen: 'ImagePullBackOff with "no such host", "i/o timeout", "connection refused" or an x509 error.',
  fix: 'Set shared.daprd.image.registry and shared.initContainer.image.registry to a registry that the nodes reach and trust.',
  links: [IMAGES],
};
export const imagePull: FindingCode = {
  code: 'DS615',
  severity: 'critical',
  title: 'The image cannot be pulled',
  seen: 'ImagePullBackOff or ErrImagePull; the reason is in the event Failed of the pod.',
  fix: 'Check that the image exists and that the nodes may pull it: kubectl describe pod shows what the registry said.',
  links: [IMAGES],
};
export const wrongPlatform: FindingCode = {
  code: 'DS616',
  severity: 'critical',
  title: 'The image is not for this processor',
  seen: '"exec format error", or "no match for platform in manifest".',
  fix: 'Use an image built for the nodes, or keep the pods on nodes that fit with shared.scheduling.nodeSelector: {kubernetes.io/arch: …}.',
};
export const configMissing: FindingCode = {
  code: 'DS617',
  severity: 'critical',
  title: 'A ConfigMap or Secret of the container is missing',
  seen: 'CreateContainerConfigError: daprd takes its trust anchors from ConfigMap <release>-shared-cm and its token from a Secret. The init container deletes and makes that ConfigMap anew at every pod start, so that pods that start together can miss it for a moment.',
  fix: 'Wait for the next try; if it stays, create what is named, or use the hardened identity, which needs no init container.',
};
export const securityContextRefused: FindingCode = {
  code: 'DS618',
  severity: 'critical',
  title: 'The security context forbids the image',
  seen: 'CreateContainerConfigError with "container has runAsNonRoot and image will run as root", or with "non-numeric user".',
  fix: 'Set a numeric runAsUser other than 0 in podSecurityContext.',
  links: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  ],
};
export const volumeNotMounted: FindingCode = {
  code: 'DS619',
  severity: 'critical',
  title: 'A volume cannot be mounted',
  seen: 'The pod stays in ContainerCreating with the event FailedMount or FailedAttachVolume.',
  fix: 'Create what the volume names.',
};
export const podNetwork: FindingCode = {
  code: 'DS620',
  severity: 'critical',
  title: 'The node cannot give the pod a network',
  seen: 'The pod stays in ContainerCreating with the event FailedCreatePodSandBox or NetworkNotReady.',
  fix: "Look at the network plugin's pod on that node, and at its free addresses.",
};
export const containerNotStarted: FindingCode = {
  code: 'DS621',
  severity: 'critical',
  title: 'A container cannot be started',
  seen: 'CreateContainerError or RunContainerError, or exit code 126 or 127.',
  fix: 'Put right what the container runtime names.',
};
export const initForbidden: FindingCode = {
  code: 'DS622',
  severity: 'critical',
  title: 'The init container lacks rights',
  seen: 'The init container ends with an error, and its log says "is forbidden".',
  fix: "Give the ServiceAccount the chart's Roles (shared.serviceAccount.create: true), or use the hardened identity, which needs none.",
};
export const initFails: FindingCode = {
  code: 'DS623',
  severity: 'critical',
  title: 'The init container fails',
  seen: 'The pod is in Init:CrashLoopBackOff or Init:Error: daprd is never started.',
  fix: 'Read its log: kubectl logs -c shared-init-container. It needs the control plane namespace, and rights on configmaps there and here.',
};
export const outOfMemory: FindingCode = {
  code: 'DS624',
  severity: 'critical',
  title: 'daprd was killed for want of memory',
  seen: 'The container ended with OOMKilled (exit code 137).',
  fix: 'Raise the memory limit of daprd; Dapr recommends 1000Mi, with GOMEMLIMIT at 90 % of it.',
  links: [
    'https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-production/',
  ],
};
export const keepsExiting: FindingCode = {
  code: 'DS625',
  severity: 'critical',
  title: 'daprd keeps exiting',
  seen: 'CrashLoopBackOff, and no log was read that tells why.',
  fix: 'Read the last lines: kubectl logs --previous -c daprd.',
};
export const stuckCreating: FindingCode = {
  code: 'DS626',
  severity: 'high',
  title: 'The pod does not get beyond ContainerCreating',
  seen: 'A pod is assigned to a node for minutes, and its containers are not started.',
  fix: 'Its events tell why: kubectl describe pod.',
};
export const livenessRestarts: FindingCode = {
  code: 'DS627',
  severity: 'high',
  title: 'Liveness restarts daprd',
  seen: 'Events Unhealthy and Killing: daprd did not answer its liveness probe, and was restarted.',
  fix: 'Give daprd more CPU, or a startup probe; where it waits for its app, see there.',
};
export const notReady: FindingCode = {
  code: 'DS628',
  severity: 'high',
  title: 'daprd runs but is not ready',
  seen: 'Pods run with 0/1 ready, and neither log nor endpoints were read that tell why.',
  fix: 'Read the log of daprd. Its last line tells what it waits for: "Fetching initial identity" for Sentry, "waiting on port" for the app.',
};

export const containerCodes: readonly FindingCode[] = [
  imageNotFound,
  imageRefused,
  imageRateLimited,
  registryUnreachable,
  imagePull,
  wrongPlatform,
  configMissing,
  securityContextRefused,
  volumeNotMounted,
  podNetwork,
  containerNotStarted,
  initForbidden,
  initFails,
  outOfMemory,
  keepsExiting,
  stuckCreating,
  livenessRestarts,
  notReady,
];
