import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { Repository } from './repository';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dapr-shared-sandbox-test-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

it('reads many files at once, and leaves out what is none', async () => {
  const repository = await Repository.init(directory, 'main');
  const commit = await repository.write({
    branch: 'main',
    changes: [
      { path: 'empty', content: '' },
      { path: 'a b/ü.yaml', content: 'x: ä\n' },
      { path: 'lines', content: 'one\ntwo' },
    ],
    message: 'Write',
    author: { name: 'Tester', email: 'tester@example.invalid' },
  });
  const asked = ['empty', 'none at all', 'a b', 'a b/ü.yaml', 'x\ny', 'lines'];
  const read = await repository.readAll(commit, asked);
  expect([...read].map(([path, content]) => [path, content.toString()])).toEqual([
    ['empty', ''],
    ['a b/ü.yaml', 'x: ä\n'],
    ['lines', 'one\ntwo'],
  ]); // prettier-ignore
});
