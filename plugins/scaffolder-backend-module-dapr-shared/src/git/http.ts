import type {
  GitHttpRequest,
  GitHttpResponse,
  HttpClient,
} from 'isomorphic-git';

/** How long one request of Git may take: a push carries a few small files. */
const DEADLINE_MS = 60_000;

/** Git over HTTP with the runtime's own fetch, which can be aborted. */
export function gitHttp(signal: AbortSignal): HttpClient {
  return {
    async request(request: GitHttpRequest): Promise<GitHttpResponse> {
      const { url, method = 'GET', headers, body } = request;
      const response = await fetch(url, {
        method,
        headers,
        body: body && (await collect(body)),
        signal: AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]),
      });
      return {
        url: response.url,
        method,
        statusCode: response.status,
        statusMessage: response.statusText,
        headers: Object.fromEntries(response.headers),
        body: chunks(response),
      };
    },
  };
}

async function collect(body: AsyncIterable<Uint8Array>) {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
}

async function* chunks(response: Response) {
  yield new Uint8Array(await response.arrayBuffer());
}
