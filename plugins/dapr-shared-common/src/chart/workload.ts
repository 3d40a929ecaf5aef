import type { KubeObject } from '../objects';
import type { Context } from './context';
import { RenderError } from './error';
import { labels, selectorLabels } from './labels';
import { fullName } from './names';
import { object } from './objects';
import { podTemplate } from './podTemplate';
import { orDefault, toInteger } from './templateFunctions';

/** The DaemonSet or Deployment; none where the strategy is neither. */
export function workload(context: Context): KubeObject[] {
  const strategy = strategyOf(context);
  if (strategy !== 'daemonset' && strategy !== 'deployment') return [];
  return [
    object({
      apiVersion: 'apps/v1',
      kind: strategy === 'daemonset' ? 'DaemonSet' : 'Deployment',
      metadata: { name: fullName(context), labels: labels(context) },
      spec: {
        selector: { matchLabels: selectorLabels(context) },
        ...(strategy === 'deployment' ? { replicas: replicas(context) } : {}),
        template: podTemplate(context),
      },
    }),
  ];
}

/** Any text passes, but a template cannot compare text with anything else. */
function strategyOf(context: Context): unknown {
  const strategy = context.get('shared.strategy');
  if (typeof strategy === 'string' || strategy === undefined) return strategy;
  throw new RenderError('shared.strategy must be text; put it in quotes.');
}

function replicas(context: Context): number {
  return toInteger(orDefault(context.get('shared.deployment.replicas'), '1'));
}
