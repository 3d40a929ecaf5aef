import { asArray, asString, at } from '../objects';
import type { Finding } from '../findings';
import { leftoverKey } from '../findings/codes/security';
import { helm4 } from '../findings/codes/version';
import { finding } from '../findings/finding';
import { needsHooks, type Plan, planObjects } from '../plan';

/**
 * Told where nothing runs the chart's clean-up: the init container's ConfigMap
 * then outlives the instance.
 *
 * @param tool - that applies the objects
 */
export function leftoverConfigMap(plan: Plan, tool: string): Finding[] {
  const name = needsHooks(plan) ? initConfigMap(plan) : undefined;
  return name === undefined
    ? []
    : [
        finding(leftoverKey, {
          title: `ConfigMap ${name} stays behind`,
          cause: `The init container makes it, with the private key of Sentry's issuer in it, and ${tool} does not run the Helm hook that deletes it.`,
          fix: `After the instance is removed: kubectl delete configmap ${name} --namespace ${plan.target.namespace}. With hardened identity there is no such ConfigMap.`,
        }),
      ];
}

const FLAG = '--config-map=';

/** The ConfigMap that the init container makes. */
function initConfigMap(plan: Plan): string | undefined {
  return planObjects(plan)
    .flatMap(object =>
      asArray(at(object, 'spec', 'template', 'spec', 'initContainers')),
    )
    .flatMap(container => asArray(at(container, 'args')))
    .map(asString)
    .find(arg => arg?.startsWith(FLAG))
    ?.slice(FLAG.length);
}

/**
 * Told where the command has a post-renderer. Source: Helm 4 documentation,
 * "Plugins Overview".
 */
export function helm4Finding(): Finding {
  return finding(helm4, {
    cause:
      'It puts the overlay over the chart by a script; Helm 4 takes post-renderers as plugins only, and ends with an error.',
  });
}
