import { isHook, render, RenderError } from '.';
import { setPath, type Values } from '../values';

const input = { chartVersion: '1.16.0', releaseName: 'orders', namespace: 'shop' }; // prettier-ignore

function rendered(path: string, value: unknown, release: object = {}) {
  const values: Values = { shared: { appId: 'orders', remotePort: 8080 } };
  setPath(values, path, value);
  return render({ ...input, ...release, values });
}

describe('render refuses what Helm refuses, and says what to write', () => {
  it.each<[string, unknown, string]>([
    ['shared.appId', '', '.Values.shared.appId is required: set shared.appId.'],
    ['shared.remotePort', null, '.Values.shared.remotePort is required: set shared.remotePort.'],
    ['shared.daprd.app.protocol', '', '.Values.shared.daprd.app.protocol is required: set shared.daprd.app.protocol.'],
    ['shared.strategy', 1, 'shared.strategy must be text; put it in quotes.'],
    ['shared.daprd.token', 1, 'shared.daprd.token must be text; put it in quotes.'],
    ['nameOverride', 1, 'nameOverride must be text; put it in quotes.'],
    ['nameOverride', `${'x'.repeat(62)}é`, 'is cut to 63 bytes, in the middle of a letter; make it shorter.'],
    ['podAnnotations', ['a'], 'podAnnotations must be a map.'],
    ['shared.serviceAccount.annotations', ['a'], 'The annotations of the ServiceAccount must be a map.'],
    ['shared.serviceAccount.annotations', { team: ['a'] }, 'The annotation team of the ServiceAccount must be text.'],
    ['fullnameOverride', '{a}', 'fullnameOverride becomes "{a}'],
    ['shared.serviceAccount.name', '{a: b}', 'The name of the ServiceAccount becomes {"a":"b"}; a name must be text.'],
    ['shared.serviceAccount.name', '[a]', 'The name of the ServiceAccount becomes ["a"]; a name must be text.'],
    ['shared', null, 'shared must be a map: the chart reads'],
    ['shared.log', 'info', 'shared.log must be a map: the chart reads shared.log.level from it.'],
    ['shared.log', ['info'], 'shared.log must be a map: the chart reads shared.log.level from it.'],
    ['shared.daprd.metrics', null, 'shared.daprd.metrics must be a map: the chart reads shared.daprd.metrics.enabled from it.'],
    ['shared.log.level', 'a\nb', 'shared.log.level becomes "--log-level=a\\nb"'],
    ['shared.service.type', '*x', 'shared.service.type becomes "*x"'],
    ['shared.appId', '[', 'shared.appId becomes'],
    ['fullnameOverride', '*x', 'fullnameOverride becomes "*x'],
    ['nameOverride', '*x', 'becomes "*x"'],
    ['shared.serviceAccount.name', '*x', 'shared.serviceAccount.name becomes "*x"'],
    ['shared.daprd.image.name', '"', 'shared.daprd.image becomes'],
    ['shared.scheduler.address', '[::1]:50006', 'shared.scheduler.address becomes'],
  ])('%s: %j', (path, value, message) => {
    expect(() => rendered(path, value)).toThrow(RenderError);
    expect(() => rendered(path, value)).toThrow(message);
  }); // prettier-ignore

  it.each(['Orders', 'orders-', '-orders', 'a..b', 'a.-b', 'a.B', 'a.b-', 'a_b', 'a.b_', '', 'r'.repeat(54)])(
    'the release name "%s"',
    releaseName => {
      expect(() => rendered('global', {}, { releaseName })).toThrow(
        `releaseName "${releaseName}" must be lower-case letters, digits, "-" and ".", begin and end with a letter or digit, and have at most 53 characters.`,
      );
    },
  ); // prettier-ignore

  it.each(['a', 'a.b', 'a.b-c.d1', 'a--b', '0', 'r'.repeat(53)])(
    'but not the release name %s',
    releaseName => {
      expect(rendered('global', {}, { releaseName })).not.toEqual([]);
    },
  );

  it('names the chart versions it knows', () => {
    expect(() => rendered('global', {}, { chartVersion: '2.0.0' })).toThrow(
      'chartVersion 2.0.0 is not known; use one of 1.18.0, 1.16.0, 0.0.16.',
    );
  });
});

describe('a hook', () => {
  it('is what Helm runs by itself, and nothing else', () => {
    const objects = rendered('global', {});
    expect(objects.filter(isHook).map(({ kind }) => kind)).toEqual([
      ...['ServiceAccount', 'Role', 'RoleBinding', 'Pod'],
    ]);
    expect(isHook({})).toBe(false);
    expect(isHook({ metadata: {} })).toBe(false);
    expect(isHook({ metadata: { annotations: { a: 'b' } } })).toBe(false);
  });
});
