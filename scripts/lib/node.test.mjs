import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { serves } from './node.mjs';
import { checkPorts } from './ports.mjs';

const versions = [
  ['18.20.0', false],
  ['20.20.2', false],
  ['22.13.1', false],
  ['22.14.0', true],
  ['23.5.0', false],
  ['24.0.0', true],
  ['26.1.0', false],
];

for (const [version, expected] of versions) {
  test(`Node ${version} ${expected ? 'serves' : 'does not serve'}`, () => {
    assert.equal(serves(version), expected);
  });
}

test('a taken port is named, with what it is for', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await assert.rejects(checkPorts({ [port]: 'portal' }), {
    message: new RegExp(`^Port ${port} \\(portal\\) is taken`),
  });
  server.close();
  await once(server, 'close');
  await checkPorts({ [port]: 'portal' });
});
