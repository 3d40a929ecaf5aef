import Ajv from 'ajv';
import ajvErrors from 'ajv-errors';
import { form, pages } from '../__testUtils__/template';

/** As the portal's form validates a page. */
const ajv = ajvErrors(new Ajv({ allErrors: true, strict: false }));
const validators = pages.map(page => ajv.compile(page));

function problems(fields: object): string[] {
  const data = { ...form, ...fields };
  return validators.flatMap(validate =>
    validate(data) ? [] : (validate.errors ?? []).map(e => `${e.message}`),
  );
}

describe('form of the template dapr-shared-service', () => {
  it.each([
    ['everything', {}],
    ['a DaemonSet without replicas', { strategy: 'daemonset', replicas: undefined }], // prettier-ignore
    ['a service that scales to zero', { podsAtLeast: 0 }],
    ['no word on its pods', { podsAtLeast: undefined, podsAtMost: undefined }],
    ['no system', { system: undefined }],
    ['58 characters', { name: 'a'.repeat(58) }],
  ])('takes %s', (_, fields) => {
    expect(problems(fields)).toEqual([]);
  });

  it.each([
    [{ name: 'a'.repeat(59) }, 'Name: at most 58 characters'],
    [{ name: 'on' }, 'Name: YAML reads this word as something other than text. Write'], // prettier-ignore
    [{ name: '123' }, 'Name: start with a lower-case letter'],
    [{ name: 'Orders' }, 'only lower-case letters, digits and "-", for example "orders"'], // prettier-ignore
    [{ name: '../orders' }, 'Name: start with a lower-case letter'],
    [{ namespace: '../shop' }, 'Namespace: start with a lower-case letter'],
    [{ namespace: 'null' }, 'Namespace: YAML reads this word'],
    [{ cluster: '../prod-eu' }, 'Cluster: choose one of the list'],
    [{ port: 70000 }, 'Port: write a whole number from 1 to 65535'],
    [{ protocol: 'http://' }, 'Protocol: choose http, h2c or grpc'],
    [{ strategy: 'statefulset' }, 'Strategy: choose deployment or daemonset'],
    [{ podsAtLeast: -1 }, 'Fewest pods: write a whole number, 0 or more'],
    [{ podsAtMost: 0 }, 'Most pods: write a whole number, 1 or more'],
    [{ replicas: -1 }, 'Replicas: write a whole number, 1 or more'],
  ])('refuses %j with the field and the cure', (fields, message) => {
    expect(problems(fields).join('\n')).toContain(message);
  });

  it.each([
    'name',
    'owner',
    'port',
    'protocol',
    'cluster',
    'namespace',
    'strategy',
  ])(
    // prettier-ignore
    'asks for %s',
    field => {
      expect(problems({ [field]: undefined })).toContain(
        `must have required property '${field}'`,
      );
    },
  );
});
