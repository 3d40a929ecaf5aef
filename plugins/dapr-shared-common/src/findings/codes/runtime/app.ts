import type { FindingCode } from '../../types';

/** What stands between daprd and its app. */
export const appNotListening: FindingCode = {
  code: 'DS691',
  severity: 'high',
  title: 'The app does not listen',
  seen: 'daprd logs "waiting on port" and is not ready until the app was there once; an app that is lost later, daprd does not notice.',
  fix: 'Start the app, or correct shared.remoteURL and shared.remotePort.',
};
export const appHostUnknown: FindingCode = {
  code: 'DS692',
  severity: 'high',
  title: 'There is no Service at the app channel host',
  seen: 'The host of the app channel names a Service that the namespace does not have.',
  fix: 'Set shared.remoteURL to <service>.<namespace>.svc.<cluster domain> of the app.',
};
export const appPortUnknown: FindingCode = {
  code: 'DS693',
  severity: 'high',
  title: 'The Service of the app has no such port',
  seen: 'The Service of the app exists, but not with the port of the app channel.',
  fix: "Set shared.remotePort to the port of the app's Service.",
};
export const appNotReady: FindingCode = {
  code: 'DS694',
  severity: 'high',
  title: 'No pod of the app is ready',
  seen: 'The Service of the app has no ready endpoint.',
  fix: "Look at the app's pods.",
};
export const appUnhealthy: FindingCode = {
  code: 'DS695',
  severity: 'high',
  title: "The app fails daprd's health check",
  seen: '"App entered un-healthy status" in the log: daprd holds back subscriptions, bindings, jobs and actors until it passes.',
  fix: 'Let the app answer 2xx at shared.daprd.appHealth.checkPath, or correct the path.',
  links: [
    'https://docs.dapr.io/operations/resiliency/health-checks/app-health/',
  ],
};
export const protocolMismatch: FindingCode = {
  code: 'DS696',
  severity: 'high',
  title: 'The app speaks another protocol',
  seen: 'Calls to the app fail with "malformed HTTP response", "error reading server preface" or a failed TLS handshake.',
  fix: 'Set shared.daprd.app.protocol to what the app speaks: http, https, grpc, grpcs or h2c.',
};

export const appCodes: readonly FindingCode[] = [
  appNotListening,
  appHostUnknown,
  appPortUnknown,
  appNotReady,
  appUnhealthy,
  protocolMismatch,
];
