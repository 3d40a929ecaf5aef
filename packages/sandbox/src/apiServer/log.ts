import type { ServerResponse } from 'http';
import type { ObjectStore } from '../cluster';
import { ObjectIndex } from '../kube';
import { containerLog } from '../logs';
import { worldOf } from '../reconcile';
import { sendStatus } from './answers';

const PATH = /^\/api\/v1\/namespaces\/([^/]+)\/pods\/([^/]+)\/log$/;

/** The pod whose log a path asks for; undefined for any other path. */
export function logTarget(
  path: string,
): { namespace: string; pod: string } | undefined {
  const [, namespace, pod] = PATH.exec(path) ?? [];
  return namespace && pod ? { namespace, pod } : undefined;
}

/**
 * Answers with the last lines of a container, as text.
 *
 * @throws InputError where there is no such log
 */
export function sendLog(
  response: ServerResponse,
  target: { namespace: string; pod: string },
  query: URLSearchParams,
  { store, now }: { store: ObjectStore; now: Date },
): void {
  const pod = store.get('Pod', target.namespace, target.pod);
  if (!pod) {
    sendStatus(response, 404, 'NotFound', `pods "${target.pod}" not found`);
    return;
  }
  const lines = containerLog(
    pod,
    {
      container: query.get('container'),
      previous: query.get('previous') === 'true',
    },
    worldOf(new ObjectIndex(store.all()), now),
  );
  const tail = query.has('tailLines') ? Number(query.get('tailLines')) : lines.length; // prettier-ignore
  const bytes = query.has('limitBytes') ? Number(query.get('limitBytes')) : undefined; // prettier-ignore
  const text = lines
    .slice(Math.max(0, lines.length - tail))
    .map(line => `${line}\n`)
    .join('');
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.end(Buffer.from(text).subarray(0, bytes));
}
