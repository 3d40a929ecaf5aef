import { at } from '../objects';
import { defaultValues, mergeValues, type Values } from '../values';
import { RenderError } from './error';
import { print } from './print';
import { checkReleaseName } from './releaseName';
import { CHART_NAME, type ChartRelease, chartReleases } from './releases';
import { cut, orDefault, truthy } from './templateFunctions';
import { unquoted } from './yamlText';

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
  /** The value at a dotted path, printed without quotes and read again. */
  plain(path: string): unknown;
  name: string;
  fullName: string;
  serviceAccountName: string;
}

export function createContext(input: RenderInput): Context {
  const chart = releaseOf(input.chartVersion);
  const values = mergeValues(defaultValues(chart.version), input.values);
  const get = (path: string) => valueAt(values, path);
  const text = (path: string) => print(get(path));
  const name = checkReleaseName(input.releaseName);
  // A template function that takes text takes nothing else.
  const override = (path: string, otherwise: string) => {
    const value = orDefault(get(path), otherwise);
    if (typeof value === 'string') return value;
    throw new RenderError(`${path} must be text; put it in quotes.`);
  };
  const baseName = override('nameOverride', CHART_NAME);
  const fullName = cut(override('fullnameOverride', `${name}-${baseName}`));
  return {
    release: { name, namespace: input.namespace },
    chart,
    get,
    text,
    plain: path => unquoted(text(path), path),
    name: cut(baseName),
    fullName,
    serviceAccountName: print(
      orDefault(
        get('shared.serviceAccount.name'),
        truthy(get('shared.serviceAccount.create')) ? fullName : 'default',
      ),
    ),
  };
}

function releaseOf(version: string): ChartRelease {
  const chart = chartReleases.find(release => release.version === version);
  if (chart) return chart;
  const known = chartReleases.map(release => release.version).join(', ');
  throw new RenderError(
    `chartVersion ${version} is not known; use one of ${known}.`,
  );
}

function valueAt(values: Values, path: string): unknown {
  const keys = path.split('.');
  for (let depth = 1; depth < keys.length; depth++) {
    const parent = at(values, ...keys.slice(0, depth));
    if (
      typeof parent !== 'object' ||
      parent === null ||
      Array.isArray(parent)
    ) {
      const where = keys.slice(0, depth).join('.');
      throw new RenderError(
        `${where} must be a map: the chart reads ${path} from it.`,
      );
    }
  }
  return at(values, ...keys);
}
