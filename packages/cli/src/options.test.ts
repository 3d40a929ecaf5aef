import { parseOptions } from './options';

describe('the command line', () => {
  it('fails on high and prints text unless told otherwise', () => {
    expect(parseOptions(['check', 'values.yaml'])).toMatchObject({
      command: 'check',
      files: ['values.yaml'],
      failOn: 'high',
      format: 'text',
    });
  });

  it.each([
    [['--help'], 'help'],
    [['-h', 'check'], 'help'],
    [['--version'], 'version'],
  ])('%j asks for %s', (args, command) => {
    expect(parseOptions(args)).toEqual({ command });
  });

  it.each([
    [[], 'A command is missing.'],
    [['chekc', 'a.yaml'], 'There is no command "chekc".'],
    [['check'], 'check needs a file or folder, or - for standard input.'],
    [['check', '-', '--format', 'xml'], '--format must be one of text, json, sarif; it is "xml".'], // prettier-ignore
    [['check', '-', '--fail-on', 'hgih'], '--fail-on must be one of critical, high, medium, low, info, never; it is "hgih".'], // prettier-ignore
    [['check', '-', '--nodes', 'few'], '--nodes must be a whole number; it is "few".'], // prettier-ignore
    [['check', '-', '--colour'], "Unknown option '--colour'"],
  ])('refuses %j', (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });

  it.each([
    [['-n', 'shop'], { namespace: 'shop', controlPlane: undefined }],
    [['--nodes', '3'], { nodes: { ready: 3, total: 3 } }],
    [
      ['--control-plane-version', 'v1.18.3'],
      { controlPlane: { namespace: 'dapr-system', version: '1.18.3' } },
    ],
    [
      ['--control-plane-namespace', 'dapr', '--trust-domain', 'corp', '--mtls'],
      { controlPlane: { namespace: 'dapr', trustDomain: 'corp', mtls: true } },
    ],
  ])('takes %j as facts', (args, facts) => {
    expect(parseOptions(['check', '-', ...args])).toMatchObject({ facts });
  });
});
