import type { FindingCode } from '../../types';

const ARGUMENTS =
  'https://docs.dapr.io/reference/arguments-annotations-overview/';

/** A daprd that ends because of how it was started. */
export const unknownFlag: FindingCode = {
  code: 'DS631',
  severity: 'critical',
  title: 'daprd does not know an argument',
  seen: 'daprd exits with code 2 at once, and its only line is "unknown flag".',
  fix: 'Take the argument out, or use an image that knows it.',
  links: [ARGUMENTS],
};
export const invalidArgument: FindingCode = {
  code: 'DS632',
  severity: 'critical',
  title: 'daprd does not accept the value of an argument',
  seen: 'daprd exits at once; its last line names the argument.',
  fix: 'Correct the value that is named.',
  links: [ARGUMENTS],
};
export const portTaken: FindingCode = {
  code: 'DS633',
  severity: 'critical',
  title: 'daprd cannot listen on its ports',
  seen: 'daprd exits with "could not listen on any endpoint" or "address already in use".',
  fix: 'Give shared.daprd.httpPort, grpcPort, internalGrpcPort, publicPort and metrics.port different values above 1023, and shared.daprd.listenAddresses an address the pod has.',
};
export const runsAsRoot: FindingCode = {
  code: 'DS634',
  severity: 'critical',
  title: 'daprd refuses to run as root',
  seen: 'daprd exits with "current user UID(0) is root".',
  fix: 'Take runAsUser: 0 out of podSecurityContext and securityContext; the image runs as 65532.',
};
export const crashed: FindingCode = {
  code: 'DS635',
  severity: 'critical',
  title: 'daprd crashed',
  seen: 'The log ends with "panic:" or "fatal error:" and a stack.',
  fix: 'Upgrade daprd to the newest patch of its minor; if it stays, report the stack to the Dapr project.',
  links: ['https://github.com/dapr/dapr/issues'],
};
export const fatalError: FindingCode = {
  code: 'DS636',
  severity: 'critical',
  title: 'daprd ends with an error',
  seen: 'daprd exits with a fatal line that is not one of the known ones.',
  fix: 'Put right what the line names.',
};

export const processCodes: readonly FindingCode[] = [
  unknownFlag,
  invalidArgument,
  portTaken,
  runsAsRoot,
  crashed,
  fatalError,
];
