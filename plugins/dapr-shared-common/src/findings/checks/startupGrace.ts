import { asNumber, at } from '../../objects';
import { noStartupGrace } from '../codes/capacity';
import { finding } from '../finding';
import { daprd } from './read';
import type { Check } from './types';

/** The path that fails until the app was there once. */
const HEALTH = '/v1.0/healthz';

/** An app that is longer down than this is what probes are for. */
const ENOUGH_SECONDS = 300;

export const startupGraceCheck: Check = {
  code: noStartupGrace,
  run: input => {
    const container = daprd(input);
    const liveness = at(container, 'livenessProbe');
    const { appChannel } = input.instance;
    if (
      !appChannel?.port ||
      at(container, 'startupProbe') ||
      at(liveness, 'httpGet', 'path') !== HEALTH
    ) {
      return undefined;
    }
    // Defaults of Kubernetes.
    const field = (name: string, value: number) => asNumber(at(liveness, name)) ?? value; // prettier-ignore
    const seconds = field('initialDelaySeconds', 0) + field('periodSeconds', 10) * field('failureThreshold', 3); // prettier-ignore
    return seconds >= ENOUGH_SECONDS
      ? undefined
      : finding(noStartupGrace, {
          cause: `daprd is not healthy before its app listens at ${appChannel.host ?? 'its host'}:${appChannel.port}, and liveness restarts it after ${seconds} s.`, // prettier-ignore
          evidence: `livenessProbe.httpGet.path: ${HEALTH}, no startupProbe`,
        });
  },
};
