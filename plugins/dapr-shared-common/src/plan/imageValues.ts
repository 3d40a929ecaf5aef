import type { PlanRequest } from './types';
import type { ValueEntry } from './values';

/** The images: daprd's tag always, registries and pull secrets where they are asked for. */
export function imageValues(
  { images = {}, overlay }: PlanRequest,
  runtimeVersion: string,
): ValueEntry[] {
  const { registry, initContainer, pullSecrets = [] } = images;
  const set = (path: string, value: string | undefined, why?: string) =>
    value === undefined ? [] : [{ path, value, why }];
  const init = 'shared.initContainer.image';
  return [
    ...set('shared.daprd.image.registry', registry, 'The mirror of this platform.'), // prettier-ignore
    {
      path: 'shared.daprd.image.tag',
      value: runtimeVersion,
      why: "The Dapr runtime. Keep it near the control plane's version; the chart's default is out of support.",
      always: true,
    },
    // With a hardened identity there is no init container.
    ...(overlay?.identity
      ? []
      : [
          ...set(`${init}.registry`, initContainer?.registry ?? registry),
          ...set(`${init}.name`, initContainer?.name),
          ...set(`${init}.tag`, initContainer?.tag),
        ]),
    ...(pullSecrets.length > 0
      ? [
          {
            path: 'imagePullSecrets',
            value: pullSecrets.map(name => ({ name })),
            why: 'Secrets of this namespace, which must be there first.',
          },
        ]
      : []),
  ];
}
