import type { Context } from './context';
import { CHART_NAME } from './releases';
import { cut } from './templateFunctions';
import { unquoted } from './yamlText';

/** Labels by which the workload finds its pods. */
export function selectorLabels(context: Context): Record<string, unknown> {
  return {
    'app.kubernetes.io/name': unquoted(context.name, 'nameOverride'),
    'app.kubernetes.io/instance': unquoted(context.release.name, 'releaseName'),
  };
}

/** Labels of the objects of a release; pods have the selector's alone. */
export function labels(context: Context): Record<string, unknown> {
  const { version, appVersion } = context.chart;
  return {
    'helm.sh/chart': cut(`${CHART_NAME}-${version}`),
    ...selectorLabels(context),
    ...(appVersion ? { 'app.kubernetes.io/version': appVersion } : {}),
    'app.kubernetes.io/managed-by': 'Helm',
  };
}
