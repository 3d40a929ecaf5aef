import type { OverlayEntry } from './types';
import { mapDaprd } from './workload';

const PERIOD_SECONDS = 5;
const GRACE_SECONDS = 3600;

/** A startup probe, so that liveness is not asked before the app was there once. */
export const startupGrace: OverlayEntry = {
  name: 'startup-grace',
  why: 'daprd is not healthy before its app listens, and the chart lets liveness restart it meanwhile: an app that is scaled to zero would put it into a crash loop. It now waits an hour before it starts afresh.',
  // Without an app channel daprd waits for nobody.
  appliesTo: ({ request: { app } }) => app.port > 0 && !app.scaleToZero,
  apply: objects =>
    mapDaprd(objects, container => ({
      ...container,
      startupProbe: {
        httpGet: { path: '/v1.0/healthz', port: 'public-http' },
        periodSeconds: PERIOD_SECONDS,
        failureThreshold: GRACE_SECONDS / PERIOD_SECONDS,
      },
    })),
};
