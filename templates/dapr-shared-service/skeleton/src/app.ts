{%- if values.protocol == 'http' -%}
import { createServer, type Server } from 'node:http';

/**
 * The service.
 *
 * @param daprEndpoint - HTTP endpoint of the shared daprd, undefined where there is none
 */
export function createApp(daprEndpoint: string | undefined): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const answer = routes[pathname]?.(daprEndpoint);
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { error: 'There is nothing here.' }));
  });
}

type Route = (daprEndpoint: string | undefined) => unknown;

const routes: Record<string, Route> = {
  '/': dapr => ({ service: '${{ values.name }}', dapr: dapr ?? null }),
  '/healthz': () => ({ status: 'ok' }),
  // daprd asks which topics to deliver; name yours here.
  '/dapr/subscribe': () => [],
};
{%- elif values.protocol == 'h2c' -%}
import { createServer, type Http2Server } from 'node:http2';

/**
 * The service, on HTTP/2 without TLS.
 *
 * @param daprEndpoint - HTTP endpoint of the shared daprd, undefined where there is none
 */
export function createApp(daprEndpoint: string | undefined): Http2Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const answer = routes[pathname]?.(daprEndpoint);
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { error: 'There is nothing here.' }));
  });
}

type Route = (daprEndpoint: string | undefined) => unknown;

const routes: Record<string, Route> = {
  '/': dapr => ({ service: '${{ values.name }}', dapr: dapr ?? null }),
  '/healthz': () => ({ status: 'ok' }),
  // daprd asks which topics to deliver; name yours here.
  '/dapr/subscribe': () => [],
};
{%- else -%}
import { createServer, type Http2Server } from 'node:http2';

/** gRPC's "this method is not implemented". */
const UNIMPLEMENTED = '12';

/**
 * The service: a gRPC server that knows no method yet, which daprd takes for
 * an app without subscriptions. Put the server of your gRPC library here and
 * register `dapr.proto.runtime.v1.AppCallback` with it.
 *
 * @param daprEndpoint - HTTP endpoint of the shared daprd, undefined where there is none
 */
export function createApp(daprEndpoint: string | undefined): Http2Server {
  const server = createServer();
  server.on('stream', stream => {
    stream.respond(
      {
        ':status': 200,
        'content-type': 'application/grpc',
        'grpc-status': UNIMPLEMENTED,
        'grpc-message': daprEndpoint ? 'Not implemented yet' : 'No Dapr',
      },
      { endStream: true },
    );
  });
  return server;
}
{%- endif %}
