import { parseRuntimeVersion } from '../runtime';
import type { OverlayChoices } from './overlay';
import { caProblem } from './caProblem';
import { quantitiesProblem } from './quantitiesProblem';
import type { ChartChoice, ImageChoice, PlanRequest } from './types';

/** A name of most Kubernetes objects: a DNS subdomain. */
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/; // prettier-ignore

/** A key of a Secret or a ConfigMap. */
const DATA_KEY = /^[-._a-zA-Z0-9]+$/;

/** Host, port and path, without a scheme. */
const REGISTRY = /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?(:\d+)?(\/[a-z0-9]([-._a-z0-9]*[a-z0-9])?)*$/; // prettier-ignore

const IMAGE_NAME = /^[a-z0-9]([-._/a-z0-9]*[a-z0-9])?$/;
const IMAGE_TAG = /^\w[-.\w]{0,127}$/;

/** What is wrong with the choices of a request, by field. */
export function optionProblems(
  request: PlanRequest,
): [field: string, problem: string | undefined][] {
  const { chart, images, serviceAccount, configuration, overlay } = request;
  return [
    ...chartProblems(chart),
    ...imageProblems(images),
    ['serviceAccount', nameProblem('ServiceAccount', serviceAccount)],
    ['configuration', nameProblem('Dapr Configuration', configuration)],
    ...overlayProblems(overlay),
  ];
}

function chartProblems({ version, source }: ChartChoice = {}): [
  string,
  string | undefined,
][] {
  return [
    [
      'chart.version',
      version === undefined || parseRuntimeVersion(version)
        ? undefined
        : `must be a version of the chart; it is "${version}". Write for example "1.16.0".`,
    ],
    ['chart.source.url', source && sourceProblem(source)],
  ];
}

function sourceProblem({ kind, url }: NonNullable<ChartChoice['source']>) {
  const scheme = kind === 'oci' ? /^oci:\/\/[^/]/ : /^(https?|ssh):\/\/[^/]/;
  const example = kind === 'oci' ? 'oci://registry.example/charts/dapr-shared-chart' : 'https://git.example/mirror/dapr-shared'; // prettier-ignore
  if (scheme.test(url) && URL.canParse(url)) {
    const { password } = new URL(url);
    return password
      ? 'must not carry a password: it would reach Git. Take it out of the address.'
      : undefined;
  }
  return `must be the address of the ${kind === 'oci' ? 'OCI' : 'Git'} repository; it is "${url}". Write for example "${example}".`; // prettier-ignore
}

function imageProblems({
  registry,
  initContainer = {},
  pullSecrets = [],
}: ImageChoice = {}): [string, string | undefined][] {
  const at = (field: string) => `images.initContainer.${field}`;
  return [
    ['images.registry', registryProblem(registry)],
    [at('registry'), registryProblem(initContainer.registry)],
    [at('name'), shape(IMAGE_NAME, initContainer.name, 'dapr-shared')],
    [at('tag'), shape(IMAGE_TAG, initContainer.tag, '0.0.15')],
    ...pullSecrets.map((name): [string, string | undefined] => [
      'images.pullSecrets',
      nameProblem('Secret', name),
    ]),
  ];
}

function registryProblem(registry: string | undefined): string | undefined {
  return shape(REGISTRY, registry, 'registry.example/daprio');
}

function shape(pattern: RegExp, text: string | undefined, example: string) {
  return text === undefined || pattern.test(text)
    ? undefined
    : `is "${text}", which cannot be part of an image. Write for example "${example}".`;
}

function nameProblem(kind: string, name: string | undefined) {
  return name === undefined || (SUBDOMAIN.test(name) && name.length <= 253)
    ? undefined
    : `must be the name of a ${kind}; it is "${name}". Write lower-case letters, digits, "-" and ".".`;
}

function overlayProblems({
  identity,
  tokenSecret,
  secretStore,
  resources,
}: OverlayChoices = {}): [string, string | undefined][] {
  const ca = identity?.ca;
  return [
    ['overlay.identity.ca', identity && caProblem(ca)],
    [
      'overlay.identity.ca.name',
      ca?.from === 'config-map'
        ? nameProblem('ConfigMap', ca.name ?? '')
        : undefined,
    ],
    [
      'overlay.secretStore',
      identity && secretStore === 'enabled'
        ? 'must not be "enabled" with overlay.identity, which has no permission to read Secrets. Leave one of them out.'
        : undefined,
    ],
    ['overlay.tokenSecret.name', tokenSecret && nameProblem('Secret', tokenSecret.name ?? '')], // prettier-ignore
    [
      'overlay.tokenSecret.key',
      !tokenSecret || DATA_KEY.test(tokenSecret.key ?? '')
        ? undefined
        : `must be a key of the Secret; it is "${tokenSecret.key}". Write for example "token".`,
    ],
    ['overlay.resources', resources && quantitiesProblem(resources)],
  ];
}
