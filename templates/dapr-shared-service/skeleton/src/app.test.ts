import assert from 'node:assert/strict';
{%- if values.protocol == 'http' %}
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { createApp } from './app.ts';

async function get(path: string) {
  const server = createApp('http://dapr:3500').listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  const body: unknown = await response.json();
  server.close();
  return { status: response.status, body };
}

test('says who it is and where Dapr is', async () => {
  assert.deepEqual(await get('/'), {
    status: 200,
    body: { service: '${{ values.name }}', dapr: 'http://dapr:3500' },
  });
});

test('subscribes to nothing yet', async () => {
  assert.deepEqual(await get('/dapr/subscribe'), { status: 200, body: [] });
});

test('knows nothing else', async () => {
  assert.equal((await get('/other')).status, 404);
});
{%- else %}
import { once } from 'node:events';
import { connect } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { createApp } from './app.ts';

async function headersOf(path: string) {
  const server = createApp('http://dapr:3500').listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = connect(`http://127.0.0.1:${port}`);
  const [headers] = await once(client.request({ ':path': path }), 'response');
  client.destroy();
  server.close();
  return headers;
}
{%- if values.protocol == 'h2c' %}

test('answers', async () => {
  assert.equal((await headersOf('/'))[':status'], 200);
});

test('knows nothing else', async () => {
  assert.equal((await headersOf('/other'))[':status'], 404);
});
{%- else %}

test('tells daprd that no method is implemented yet', async () => {
  const path = '/dapr.proto.runtime.v1.AppCallback/ListTopicSubscriptions';
  assert.equal((await headersOf(path))['grpc-status'], '12');
});
{%- endif %}
{%- endif %}
