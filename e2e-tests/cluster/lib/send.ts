import { request } from 'node:https';
import { text } from 'node:stream/consumers';

export interface Answer {
  status: number;
  body: string;
}

/** One bare HTTPS request: for what a Kubernetes client would hide, such as status codes. */
export async function send(
  url: string,
  options: { ca: string; token?: string; method?: string },
): Promise<Answer> {
  const { ca, token, method = 'GET' } = options;
  return new Promise((resolve, reject) => {
    request(url, {
      method,
      ca,
      // No connection is left behind to keep the API server from stopping.
      agent: false,
      headers: token ? { authorization: `Bearer ${token}` } : {},
      signal: AbortSignal.timeout(10_000),
    })
      .on('response', response => {
        text(response).then(
          body => resolve({ status: response.statusCode ?? 0, body }),
          reject,
        );
      })
      .on('error', reject)
      .end();
  });
}
