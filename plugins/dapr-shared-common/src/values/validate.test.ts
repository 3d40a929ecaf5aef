import { setPath, validateValues, type Values } from '.';

function messages(path: string, value: unknown): string[] {
  const values: Values = { shared: { appId: 'orders' } };
  setPath(values, path, value);
  return validateValues(values).map(({ message }) => message);
}

describe('validateValues', () => {
  it('has nothing to say of plain values', () => {
    expect(validateValues({ shared: { appId: 'orders' } })).toEqual([]);
  });

  it('says that the app id is missing, and what it is', () => {
    expect(validateValues({})).toEqual([
      {
        path: 'shared.appId',
        message:
          "shared.appId is missing: The app's Dapr id. The Service is named after it.",
      },
    ]);
  });

  it.each([
    ['shared.deamonset', {}, 'shared.strategy: daemonset'],
    ['shared.daprd.imgae', { tag: '1.18.3' }, 'shared.daprd.image'],
    ['shared.daprd.image.tga', '1.18.3', 'shared.daprd.image.tag'],
    ['shared.remoteUrl', 'orders', 'shared.remoteURL'],
    ['shared.appID', 'orders', 'shared.appId'],
    ['shraed', {}, 'shared'],
    ['daprd.image.tag', '1.18.3', 'shared.daprd'],
    ['toleration', [], 'tolerations'],
    ['shared.controlPlane.sentryAddress', 'a:443', 'shared.controlPlane.sentry.address'], // prettier-ignore
    ['shared.daprd.appHealth.Path', '/ready', 'shared.daprd.appHealth.checkPath'], // prettier-ignore
    ['shared.tolerations', [], 'tolerations'],
    ['shared.podAnnotations', {}, 'podAnnotations'],
  ])('tells who wrote %s what was meant', (path, value, meant) => {
    expect(messages(path, value)).toEqual([
      expect.stringMatching(
        new RegExp(`is not a key of the chart, .*; did you mean ${meant}\\?$`),
      ),
    ]);
  });

  it('does not guess what resembles nothing', () => {
    expect(messages('shared.resources', {})).toEqual([
      'shared.resources is not a key of the chart, which ignores it; remove it.',
    ]);
  });

  it.each([
    ['shared.remotePort', 70000, 'shared.remotePort must be 65535 or less; it is 70000.'], // prettier-ignore
    ['shared.remotePort', -1, 'shared.remotePort must be 0 or more; it is -1.'],
    ['shared.remotePort', '80', 'shared.remotePort must be a whole number, without quotes.'], // prettier-ignore
    ['shared.daprd.appHealth.path', '/ready', 'shared.daprd.appHealth.path is not read by the templates; write shared.daprd.appHealth.checkPath.'], // prettier-ignore
    ['shared.daprd.appHealth.path', null, 'shared.daprd.appHealth.path is not read by the templates; write shared.daprd.appHealth.checkPath.'], // prettier-ignore
    ['shared.daprd.appHealth.probeTimeout', 0, 'shared.daprd.appHealth.probeTimeout must be 1 or more (milliseconds); it is 0.'], // prettier-ignore
    ['shared.daprd.appHealth.probeInterval', 1.5, 'shared.daprd.appHealth.probeInterval must be a whole number (seconds), without quotes.'], // prettier-ignore
    ['shared.strategy', 'Deployment', 'shared.strategy must be one of daemonset, deployment; it is "Deployment".'], // prettier-ignore
    ['shared.service.type', 'X', 'shared.service.type must be one of ClusterIP, NodePort, LoadBalancer; it is "X".'], // prettier-ignore
    ['shared.remoteURL', 'http://a', 'shared.remoteURL must be a host alone, without scheme, port and path; it is "http://a".'], // prettier-ignore
    ['shared.appId', 'on', 'shared.appId must be another word: the chart writes it without quotes, and YAML does not read "on" as text.'], // prettier-ignore
    ['shared.appId', 'a'.repeat(59), 'shared.appId must have at most 58 characters; it has 59.'], // prettier-ignore
    ['shared.appId', 123, 'shared.appId must be text: write "123" in quotes.'],
    ['shared.appId', ['a'], 'shared.appId must be text.'],
    ['shared.log.json', 'yes', 'shared.log.json must be true or false, without quotes.'], // prettier-ignore
    ['shared.log.level', null, 'shared.log.level is empty, which takes its default away; give it a value or leave the key out.'], // prettier-ignore
    ['shared.log', 'info', 'shared.log must be a map, or be left out for its defaults.'], // prettier-ignore
    ['tolerations', {}, 'tolerations must be a list of maps.'],
    ['tolerations', ['a'], 'tolerations must be a list of maps.'],
    ['affinity', [], 'affinity must be a map.'],
    ['podAnnotations', 'a', 'podAnnotations must be a map of texts.'],
    ['podAnnotations', { a: 'b', c: 1 }, 'podAnnotations must be a map of texts: write the value of c in quotes.'], // prettier-ignore
  ])('%s: %j is told with its cure', (path, value, message) => {
    expect(messages(path, value)).toEqual([message]);
  });
});
