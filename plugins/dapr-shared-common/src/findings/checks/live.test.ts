import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { inspect } from '../../instance';
import daemonsets from '../../instance/__fixtures__/live/daemonsets.json';
import deployments from '../../instance/__fixtures__/live/deployments.json';
import pods from '../../instance/__fixtures__/live/pods.json';
import liveServices from '../../instance/__fixtures__/live/services.json';
import trouble from '../../instance/__fixtures__/trouble/deployments.json';
import { asArray, asRecord, type KubeObject } from '../../objects';
import { planned } from '../__testUtils__/input';
import { assess } from '../assess';
import type { CheckInput } from '../input';
import { checks } from '.';

const now = new Date('2026-11-22T15:30:00Z');
const itemsOf = (list: { items: object[] }) => list.items.map(item => ({ ...item })); // prettier-ignore

/** What a portal knows of the instances that an API server answered. */
function live(known: Partial<CheckInput> = {}) {
  return inspect([daemonsets, deployments]).map(
    (instance): CheckInput => ({
      instance,
      now,
      pods: itemsOf(pods),
      services: itemsOf(liveServices),
      nodes: { ready: 3, total: 3 },
      ...known,
    }),
  );
}

const told = (input: CheckInput) =>
  assess(input).findings.map(({ code, severity }) => `${code} ${severity}`);
const byId = (inputs: readonly CheckInput[]) =>
  Object.fromEntries(
    inputs.map(input => [
      `${input.instance.namespace}/${input.instance.appId}`,
      told(input),
    ]),
  );

// Chart 1.16.0 and before with its defaults, on a cluster of which nothing but
// the objects is known: each of these is true of them. Nobody made Services for
// the apps; that of the oldest chart has the name of its app.
const entailed = {
  'catalog/inventory': [
    'DS692 high',
    'DS301 medium',
    'DS401 medium',
    'DS402 medium',
    'DS503 medium',
    'DS302 low',
    'DS511 low',
  ],
  'billing/payments': [
    'DS692 high',
    'DS107 medium',
    'DS211 medium',
    'DS301 medium',
    'DS401 medium',
    'DS402 medium',
    'DS503 medium',
    'DS302 low',
  ],
  'legacy/catalog': [
    'DS693 high',
    'DS301 medium',
    'DS401 medium',
    'DS402 medium',
    'DS503 medium',
    'DS512 medium',
    'DS302 low',
  ],
  'shop/orders': [
    'DS692 high',
    'DS211 medium',
    'DS301 medium',
    'DS401 medium',
    'DS402 medium',
    'DS503 medium',
    'DS302 low',
    'DS305 info',
  ],
};

describe('healthy instances of a real API server', () => {
  it('have what their charts entail, and nothing else', () => {
    expect(byId(live())).toEqual(entailed);
  });

  it('have more where the control plane is known', () => {
    const controlPlane = { namespace: 'dapr-system', version: '1.18.3', trustDomain: 'cluster.local', mtls: true }; // prettier-ignore
    const more = byId(live({ controlPlane }));
    expect(more['shop/orders']).toEqual(['DS692 high', 'DS211 high', 'DS219 high', ...entailed['shop/orders'].slice(2)]); // prettier-ignore
  });

  it('have no more than their objects tell where nothing else is known', () => {
    const [input] = live().map(({ instance }) => ({ instance, now }));
    expect(input && told(input)).toEqual(entailed['shop/orders'].slice(1, -1));
  });
});

/** Every rendered chart there is. */
const goldens = [
  join(__dirname, '../../instance/__fixtures__/golden'),
  join(__dirname, '../../chart/__fixtures__'),
].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.yaml'))
    .map(path => ({
      path,
      objects: parseAllDocuments(readFileSync(join(folder, path), 'utf8'))
        .map(document => asRecord(document.toJS()))
        .filter(object => object !== undefined),
    })),
);

function goldenCodes(path: string): string[] {
  const found = goldens.find(golden => golden.path.endsWith(path));
  const objects: KubeObject[] = found?.objects ?? [];
  const services = objects.filter(({ kind }) => kind === 'Service');
  return inspect(objects, { namespace: 'shop' }).flatMap(instance =>
    checks.flatMap(
      check => check.run({ instance, now, objects, services })?.code ?? [],
    ),
  );
}

/** What every case with the defaults of chart 1.16.0 has. */
const defaults = ['DS211', 'DS301', 'DS302', 'DS305', 'DS401', 'DS402', 'DS503']; // prettier-ignore

describe('what Helm renders', () => {
  it.each([
    ['golden-1.16.0/default-daemonset/manifest.yaml', defaults],
    ['golden-1.18.0/default-daemonset/manifest.yaml', ['DS211', 'DS217', 'DS301', 'DS302', 'DS305', 'DS401', 'DS402']], // prettier-ignore
    ['0.0.15/default-daemonset.yaml', ['DS301', 'DS302', 'DS305', 'DS401', 'DS402', 'DS503', 'DS511']], // prettier-ignore
    ['0.0.1/default-daemonset.yaml', ['DS301', 'DS302', 'DS305', 'DS401', 'DS402', 'DS503', 'DS512']], // prettier-ignore
  ])('has in %s what that chart gets wrong', (path, expected) => {
    expect(goldenCodes(path)).toEqual(expected);
  });

  it.each([
    ['app-id-63', ['DS101']],
    ['app-id-number', ['DS101']],
    ['app-id-uppercase', ['DS101']],
    ['long-app-id', ['DS101']],
    ['api-token', ['DS403']],
    ['init-token', ['DS403']],
    ['caller-only', []],
    ['remote-port-unset', ['DS106']],
    ['config', ['DS107']],
    ['custom-ports', ['DS151']],
    ['listen-ipv6', []],
    ['control-plane-namespace', ['DS214', 'DS215', 'DS220']],
    ['sa-default', ['DS451']],
    ['service-nodeport', ['DS452']],
    ['image-tag-empty', ['DS553']],
    ['custom-images', []],
    ['metrics-off', []],
  ])(
    'has in %s what is wrong with it beside the defaults',
    (name, expected) => {
      // prettier-ignore
      const found = goldenCodes(`golden-1.16.0/${name}/manifest.yaml`);
      expect(found.length).toBeGreaterThan(2);
      expect(found.filter(code => !defaults.includes(code))).toEqual(expected);
    },
  );

  it('never breaks a check', () => {
    expect(goldens.length).toBeGreaterThan(80);
    for (const { path } of goldens) {
      expect(() => goldenCodes(path)).not.toThrow();
    }
  });
});

describe('instances in trouble', () => {
  it('are told what was wrong before', () => {
    const found = inspect([{ ...trouble, kind: 'DeploymentList' }]);
    expect(found.length).toBeGreaterThan(3);
    for (const instance of found) {
      expect(told({ instance, now })).toEqual(
        expect.arrayContaining(['DS401 medium', 'DS402 medium']),
      );
    }
  });
});

describe('plans that are hardened', () => {
  it.each(['1.16.0', '1.18.0', '0.0.16'])(
    'with chart %s have none',
    version => {
      const objects = planned({ chart: { version } });
      const [instance] = inspect(objects, { namespace: 'shop' });
      const services = objects.filter(({ kind }) => kind === 'Service');
      expect(instance && told({ instance, now, objects, services })).toEqual(
        [],
      );
      expect(asArray(objects).length).toBeGreaterThan(3);
    },
  );
});
