import type { OverlayEntry } from './types';
import { mapDaprd } from './workload';

/** Answers 204 while daprd waits for its app, 500 where daprd itself is not well. */
const OUTBOUND = {
  httpGet: { path: '/v1.0/healthz/outbound', port: 'public-http' },
};

/** Probes that ask for daprd alone, for an app that may be away for days. */
export const scaleToZero: OverlayEntry = {
  name: 'scale-to-zero',
  why: "The app may be scaled to zero for any time, and until it has run once daprd's own health fails: the Service would have no endpoint, and daprd would be restarted. The probes now ask /v1.0/healthz/outbound, which leaves the app out.",
  appliesTo: ({ request: { app } }) => app.port > 0 && app.scaleToZero === true,
  apply: objects =>
    mapDaprd(objects, container => ({
      ...container,
      livenessProbe: { ...OUTBOUND },
      readinessProbe: { ...OUTBOUND },
    })),
};
