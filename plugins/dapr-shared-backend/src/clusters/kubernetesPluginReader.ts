import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { asString, at } from 'backstage-plugin-dapr-shared-common';
import type {
  ClusterInfo,
  ClusterReader,
  ReadResult,
} from 'backstage-plugin-dapr-shared-node';
import { accessOf } from './authProviders';
import { readText } from './body';
import { failureOf, failureOfError } from './failure';

interface KubernetesCluster extends ClusterInfo {
  authProvider: string;
}

interface Options {
  auth: AuthService;
  discovery: DiscoveryService;
  /** Deadline of one request, in milliseconds. */
  requestTimeoutMs: number;
  trustedAuthProviders: readonly string[];
}

const PATH = /^\/(api|apis|version)(\/|\?|$)/;

/**
 * Reads clusters through the Kubernetes plugin's HTTP API, so that clusters,
 * credentials and network rules are configured once.
 */
export class KubernetesPluginReader implements ClusterReader {
  readonly #options: Options;

  readonly #authProviders = new Map<string, string>();

  static create(options: Options): KubernetesPluginReader {
    return new KubernetesPluginReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async listClusters(options: { signal: AbortSignal }): Promise<ClusterInfo[]> {
    const response = await this.#askForClusters(options.signal);
    if (response.status === 404) {
      throw new ServiceUnavailableError(
        'The Kubernetes plugin has no clusters: configure kubernetes.clusterLocatorMethods.',
      );
    }
    if (!response.ok) {
      throw new ServiceUnavailableError(
        `The Kubernetes plugin does not list its clusters (status ${response.status}): check that it is installed and configured.`,
      );
    }
    const clusters = parseClusters(await response.json());
    // One synchronous step, so that no read sees the list half replaced.
    this.#authProviders.clear();
    for (const { name, authProvider } of clusters) {
      this.#authProviders.set(name, authProvider);
    }
    return clusters.map(({ name, title }) => ({ name, title }));
  }

  async get(
    cluster: ClusterInfo,
    path: string,
    options: { signal: AbortSignal; as?: 'text' },
  ): Promise<ReadResult> {
    if (!isApiPath(path)) {
      throw new TypeError(`${path} is not a path of the Kubernetes API`);
    }
    const { requestTimeoutMs, trustedAuthProviders } = this.#options;
    const authProvider = this.#authProviders.get(cluster.name) ?? '';
    const access = accessOf(authProvider, trustedAuthProviders);
    if (access === 'needs-user' || access === 'untrusted') {
      return { ok: false, failure: { state: 'needs-user', message: refusal(access, authProvider) } }; // prettier-ignore
    }
    try {
      const response = await this.#fetch(
        `/proxy${path}`,
        {
          'Backstage-Kubernetes-Cluster': cluster.name,
          // Compression would hold back what a server streams.
          'Accept-Encoding': 'identity',
          // As client-go asks for a log: text, and JSON where it is refused.
          Accept: options.as === 'text' ? 'application/json, */*' : 'application/json', // prettier-ignore
          ...(access === 'blank-token'
            ? { 'Backstage-Kubernetes-Authorization': '' }
            : {}),
        },
        options.signal,
      );
      const body = await readText(response);
      return response.ok
        ? { ok: true, body: options.as === 'text' ? body : JSON.parse(body) }
        : {
            ok: false,
            failure: failureOf(
              {
                status: response.status,
                retryAfter: response.headers.get('retry-after'),
                body,
              },
              path,
            ),
          };
    } catch (error) {
      return { ok: false, failure: failureOfError(error, requestTimeoutMs) };
    }
  }

  async #askForClusters(signal: AbortSignal): Promise<Response> {
    try {
      return await this.#fetch('/clusters', {}, signal);
    } catch (error) {
      throw new ServiceUnavailableError(
        'The Kubernetes plugin does not answer: check that it is installed and starts.',
        error,
      );
    }
  }

  /** The only place that sends anything. The deadline covers the body too. */
  async #fetch(
    path: string,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Response> {
    const { auth, discovery, requestTimeoutMs } = this.#options;
    const [baseUrl, { token }] = await Promise.all([
      discovery.getBaseUrl('kubernetes'),
      auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'kubernetes',
      }),
    ]);
    return fetch(`${baseUrl}${path}`, {
      method: 'GET',
      headers: { ...headers, Authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(requestTimeoutMs)]),
    });
  }
}

/** Dot segments, in any spelling, would lead to other routes of the plugin. */
function isApiPath(path: string): boolean {
  if (!PATH.test(path)) return false;
  const { pathname, search } = new URL(path, 'http://cluster');
  return `${pathname}${search}` === path;
}

function refusal(
  access: 'needs-user' | 'untrusted',
  authProvider: string,
): string {
  return access === 'needs-user'
    ? `Its authProvider, ${authProvider}, works with a user's own token only, so the portal cannot read it in the background. Use serviceAccount for it.`
    : `Its authProvider, ${
        authProvider || 'none'
      }, is not known to keep the portal's token to itself. Name it in daprShared.clusters.trustedAuthProviders if it does.`;
}

function parseClusters(body: unknown): KubernetesCluster[] {
  const items = at(body, 'items');
  if (!Array.isArray(items)) {
    throw new ServiceUnavailableError(
      'The Kubernetes plugin does not list its clusters as expected: check that its version fits.',
    );
  }
  return items.flatMap((item: unknown) => {
    const name = asString(at(item, 'name'));
    if (!name) return [];
    const title = asString(at(item, 'title')) || name;
    return [{ name, title, authProvider: asString(at(item, 'authProvider')) ?? '' }]; // prettier-ignore
  });
}
