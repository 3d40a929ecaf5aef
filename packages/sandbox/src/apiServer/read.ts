import type { ServerResponse } from 'http';
import { InputError } from '@backstage/errors';
import type { ObjectStore } from '../cluster';
import { sendJson, sendStatus } from './answers';
import { logTarget, sendLog } from './log';
import { pageOf } from './paging';
import { apiVersionOf, parseTarget, type Resource, type Target } from './resources'; // prettier-ignore
import { fieldSelector, labelSelector } from './selectors';

const version = {
  major: '1',
  minor: '34',
  gitVersion: 'v1.34.4+sandbox',
  gitTreeState: 'clean',
  platform: 'linux/amd64',
};

const USER = 'system:serviceaccount:portal:backstage';

/** Answers a GET of the Kubernetes API. */
export function read(
  url: URL,
  { store, now }: { store: ObjectStore; now: Date },
  response: ServerResponse,
) {
  if (url.pathname === '/version') {
    sendJson(response, 200, version);
    return;
  }
  const log = logTarget(url.pathname);
  if (log) {
    answered(response, () => sendLog(response, log, url.searchParams, { store, now })); // prettier-ignore
    return;
  }
  const target = parseTarget(url.pathname);
  if (!target) {
    sendStatus(response, 404, 'NotFound', 'the server could not find the requested resource'); // prettier-ignore
    return;
  }
  if (!target.resource.readable) {
    forbid(response, target);
    return;
  }
  answered(response, () => {
    if (target.name) single(response, store, { ...target, name: target.name });
    else list(response, store, target, url.searchParams);
  });
}

/** What cannot be answered is refused with its reason. */
function answered(response: ServerResponse, answer: () => void): void {
  try {
    answer();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    sendStatus(response, 400, 'BadRequest', error.message);
  }
}

function single(
  response: ServerResponse,
  store: ObjectStore,
  { resource, namespace, name }: Target & { name: string },
): void {
  const object = store.get(resource.kind, namespace, name);
  if (object) {
    sendJson(response, 200, object);
    return;
  }
  const kind = qualified(resource);
  sendStatus(response, 404, 'NotFound', `${kind} "${name}" not found`, {
    name,
    ...(resource.group ? { group: resource.group } : {}),
    kind: resource.plural,
  });
}

function list(
  response: ServerResponse,
  store: ObjectStore,
  { resource, namespace }: Target,
  query: URLSearchParams,
): void {
  if (['true', '1'].includes(query.get('watch') ?? '')) {
    throw new InputError('watch is not simulated; list instead.');
  }
  const { resourceVersion } = store;
  const wanted = Number(query.get('resourceVersion') ?? 0);
  if (wanted > Number(resourceVersion)) {
    sendStatus(response, 504, 'Timeout', `Too large resource version: ${wanted}, current: ${resourceVersion}`); // prettier-ignore
    return;
  }
  const labels = query.get('labelSelector') ?? '';
  const fields = query.get('fieldSelector') ?? '';
  const selected = store
    .list(resource.kind, namespace)
    .filter(labelSelector(labels))
    .filter(fieldSelector(fields));
  const page = pageOf(selected, {
    limit: query.get('limit'),
    token: query.get('continue'),
    version: resourceVersion,
  });
  sendJson(response, 200, {
    kind: `${resource.kind}List`,
    apiVersion: apiVersionOf(resource),
    metadata: {
      resourceVersion,
      continue: page.continue,
      // Unknown to a real server where a selector is given.
      remainingItemCount:
        labels || fields ? undefined : page.remainingItemCount,
    },
    // Items of a list carry no kind and version of their own.
    items: page.items.map(({ kind: _kind, apiVersion: _version, ...item }) => item), // prettier-ignore
  });
}

function forbid(response: ServerResponse, target: Target): void {
  const { resource, namespace, name } = target;
  const scope = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  sendStatus(
    response,
    403,
    'Forbidden',
    `${qualified(resource)} is forbidden: User "${USER}" cannot ${
      name ? 'get' : 'list'
    } resource "${resource.plural}" in API group "${resource.group}" ${scope}`,
    { ...(name ? { name } : {}), kind: resource.plural },
  );
}

function qualified({ plural, group }: Resource): string {
  return group ? `${plural}.${group}` : plural;
}
