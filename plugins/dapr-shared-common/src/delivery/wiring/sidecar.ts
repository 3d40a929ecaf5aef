import { asStringMap, at, type KubeObject } from '../../objects';
import type { Finding } from '../../findings';
import { appSidecar } from '../../findings/codes/identity';
import { finding } from '../../findings/finding';

const ENABLED = 'dapr.io/enabled';

/** Annotations by which the sidecar injector takes the app for its own. */
export function sidecarAnnotations(workload: KubeObject): string[] {
  const annotations = asStringMap(
    at(workload, 'spec', 'template', 'metadata', 'annotations'),
  );
  return annotations[ENABLED] === undefined
    ? []
    : Object.keys(annotations)
        .filter(name => name.startsWith('dapr.io/'))
        .sort();
}

/**
 * Told where the app still asks for a sidecar.
 *
 * @param service - name of the shared daprd's Service
 */
export function sidecarFinding(
  workload: KubeObject,
  service: string,
): Finding[] {
  const annotations = sidecarAnnotations(workload);
  const { kind, metadata } = workload;
  return annotations.length === 0
    ? []
    : [
        finding(appSidecar, {
          title: `${kind} ${metadata?.name} still asks for a sidecar`,
          cause: `Its pod template is annotated ${ENABLED}: Dapr injects a daprd of its own beside the app, and the Dapr operator makes a headless Service that may take the name ${service}, by which the app reaches the shared one.`,
          fix: `Remove ${annotations.join(
            ', ',
          )} from the pod template; the patch for the app does.`,
          evidence: `spec.template.metadata.annotations: ${annotations.join(
            ', ',
          )}`,
        }),
      ];
}
