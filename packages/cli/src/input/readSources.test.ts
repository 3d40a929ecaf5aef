import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { readSources } from './readSources';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dapr-shared-'));
  for (const file of [
    'clusters/b/values.yaml',
    'clusters/a/values.yml',
    'clusters/a/dump.json',
    'clusters/a/README.md',
    'clusters/.git/values.yaml',
    'clusters/node_modules/x/values.yaml',
    'clusters/chart/Chart.yaml',
    'clusters/chart/templates/daemonset.yaml',
    'clusters/templates/values.yaml',
  ]) {
    mkdirSync(join(cwd, dirname(file)), { recursive: true });
    writeFileSync(join(cwd, file), '');
  }
});
afterEach(() => rmSync(cwd, { recursive: true }));

async function read(...names: string[]) {
  const world = { cwd, readStdin: async () => 'a: 1' };
  const { sources, problems } = await readSources(names, world);
  return { files: sources.map(({ file }) => file), problems };
}

describe('a folder', () => {
  const inFolder = [
    'clusters/a/dump.json',
    'clusters/a/values.yml',
    'clusters/b/values.yaml',
    'clusters/chart/Chart.yaml',
    'clusters/templates/values.yaml',
  ];

  it.each(['clusters', 'clusters/', './clusters', '.'])(
    'given as %s is searched, but for hidden folders, packages and templates of a chart',
    async folder => {
      expect((await read(folder)).files).toEqual(inFolder);
    },
  );

  it('and a file in it are read once', async () => {
    const { files } = await read('clusters/b/values.yaml', 'clusters/b');
    expect(files).toEqual(['clusters/b/values.yaml']);
  });
});

it('reads standard input beside files', async () => {
  expect((await read('-', 'clusters/b/values.yaml')).files).toEqual([
    'stdin',
    'clusters/b/values.yaml',
  ]);
});

it('says which file is not there', async () => {
  expect(await read('none.yaml')).toEqual({
    files: [],
    problems: [
      { file: 'none.yaml', message: 'there is no such file or folder.' },
    ],
  });
});
