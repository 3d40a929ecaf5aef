import {
  initNamespaceDefault as DEFAULT,
  initNamespaceVariable as VARIABLE,
} from '../../instance/initContainer';
import { asArray, asRecord, asString, at } from '../../objects';
import type { OverlayEntry } from './types';
import { type Fields, mapPod, withVariable } from './workload';

/** The control plane's namespace for the init container, taken from what the chart gives daprd. */
export const initNamespace: OverlayEntry = {
  name: 'init-namespace',
  why: `The chart tells the namespace of the control plane to daprd alone. The init container would look for Dapr's CA in ${DEFAULT}, find none, end well all the same, and daprd would stop with "trust anchors are required".`,
  appliesTo: ({ request: { overlay }, controlPlaneNamespace }) =>
    controlPlaneNamespace !== DEFAULT && !overlay?.identity,
  apply: objects =>
    mapPod(objects, pod => {
      const value = namespaceOf(pod);
      return value === undefined
        ? pod
        : {
            ...pod,
            initContainers: asArray(pod.initContainers).map(entry => {
              const container = asRecord(entry);
              return isInit(container)
                ? withVariable(container, { name: VARIABLE, value })
                : entry;
            }),
          };
    }),
};

function isInit(container: Fields | undefined): container is Fields {
  return container?.name === 'shared-init-container';
}

function namespaceOf(pod: Fields): string | undefined {
  return asString(
    asArray(pod.containers)
      .flatMap(container => asArray(at(container, 'env')))
      .map(asRecord)
      .find(variable => variable?.name === 'DAPR_CONTROLPLANE_NAMESPACE')
      ?.value,
  );
}
