import { at } from '../objects';
import { defaultValues, mergeValues, type Values } from '../values';
import { RenderError } from './error';
import { CHART_NAME, type ChartRelease, chartReleases } from './releases';
import { print, unquoted } from './scalar';

/**
 * What to render.
 *
 * @public
 */
export interface RenderInput {
  /** One of the versions in `chartReleases`. */
  chartVersion: string;
  releaseName: string;
  namespace: string;
  values: Values;
}

/** Values and names as the chart's templates see them. */
export interface Context {
  release: { name: string; namespace: string };
  chart: ChartRelease;
  /** The value at a dotted path. Throws as Helm does where a map on the way is missing. */
  get(path: string): unknown;
  /** The value at a dotted path as the template prints it. */
  text(path: string): string;
  name: string;
  fullName: string;
  serviceAccountName: string;
}

export function createContext(input: RenderInput): Context {
  const chart = chartReleases.find(r => r.version === input.chartVersion);
  if (!chart) {
    const known = chartReleases.map(r => r.version).join(', ');
    throw new RenderError(
      `chartVersion ${input.chartVersion} is not known; use one of ${known}.`,
    );
  }
  const values = mergeValues(defaultValues(chart.version), input.values);
  const get = (path: string) => {
    const keys = path.split('.');
    for (let depth = 1; depth < keys.length; depth++) {
      const parent = at(values, ...keys.slice(0, depth));
      if (typeof parent !== 'object' || parent === null) {
        const where = keys.slice(0, depth).join('.');
        throw new RenderError(
          `${where} must be a map: the chart reads ${path} from it.`,
        );
      }
    }
    return at(values, ...keys);
  };
  const text = (path: string) => print(get(path));
  const baseName = text('nameOverride') || CHART_NAME;
  const fullName = cut(
    text('fullnameOverride') || `${input.releaseName}-${baseName}`,
  );
  const account = text('shared.serviceAccount.name');
  return {
    release: { name: input.releaseName, namespace: input.namespace },
    chart,
    get,
    text,
    name: cut(baseName),
    fullName,
    serviceAccountName:
      account ||
      (truthy(get('shared.serviceAccount.create')) ? fullName : 'default'),
  };
}

/** What Go templates hold for true: not empty, not zero. */
export function truthy(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) {
    return Object.keys(value).length > 0;
  }
  return Boolean(value);
}

/** 63 characters, and no `-` at the end: a label of DNS. */
export function cut(text: string): string {
  return text.slice(0, 63).replace(/-$/, '');
}

export function selectorLabels(context: Context): Record<string, unknown> {
  return {
    'app.kubernetes.io/name': unquoted(context.name),
    'app.kubernetes.io/instance': unquoted(context.release.name),
  };
}

export function labels(context: Context): Record<string, unknown> {
  const { version, appVersion } = context.chart;
  return {
    'helm.sh/chart': cut(`${CHART_NAME}-${version}`.replace(/\+/g, '_')),
    ...selectorLabels(context),
    ...(appVersion ? { 'app.kubernetes.io/version': appVersion } : {}),
    'app.kubernetes.io/managed-by': 'Helm',
  };
}
