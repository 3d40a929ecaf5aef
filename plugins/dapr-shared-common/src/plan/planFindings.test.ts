import { planFindings } from './findings';
import { asking, facts } from './testUtils';
import type { ClusterFacts } from './types';

const supported = { runtimeVersion: '1.18.3', chartVersion: '1.18.0' };

function told(given: ClusterFacts, runtimeVersion = '1.18.3') {
  const versions = { ...supported, runtimeVersion };
  return planFindings(asking({ runtimeVersion }), given, versions).filter(
    ({ code }) => /^DS[25]/.test(code),
  );
}

describe('findings on control plane and runtime', () => {
  it('are none where both are known and supported', () => {
    expect(told(facts)).toEqual([]);
  });

  it.each<[string, ClusterFacts, string | undefined, string[]]>([
    [
      'a cluster without Dapr',
      { controlPlane: null },
      undefined,
      [
        'No Dapr control plane on prod-eu',
        'Cluster prod-eu was read, and no dapr-operator runs on it.',
        'Install Dapr there first: until then the pods wait in their init container. The addresses written are those of a default installation.',
      ],
    ],
    [
      'a cluster that was not read',
      {},
      undefined,
      [
        'Control plane of prod-eu not known',
        'The portal could not tell what Dapr control plane runs on cluster prod-eu.',
        'Compare namespace, trust domain and runtime version in values.yaml with the cluster: they are those of a default installation.',
      ],
    ],
    [
      'an old control plane',
      { controlPlane: { namespace: 'dapr-system', version: '1.13.6' } },
      undefined,
      [
        'Dapr 1.13.6 is too old for shared daprd',
        'The control plane of prod-eu is 1.13.6; the addresses of Dapr before 1.14 are not known.',
        'Upgrade to one of 1.18.3, 1.17.13, 1.16.19.',
      ],
    ],
    [
      'an old runtime',
      facts,
      '1.13.6',
      [
        'Dapr 1.13.6 is too old for shared daprd',
        'The runtime asked for is 1.13.6; the addresses of Dapr before 1.14 are not known.',
        'Upgrade to one of 1.18.3, 1.17.13, 1.16.19.',
      ],
    ],
    [
      'a runtime out of support',
      facts,
      '1.15.7',
      [
        'Dapr 1.15.7 is out of support',
        'Dapr supports its three newest minor releases: 1.18.3, 1.17.13, 1.16.19.',
        'Upgrade the control plane, then daprd, to 1.18.3.',
      ],
    ],
    [
      'a runtime newer than what was checked',
      facts,
      '1.19.0',
      [
        'Dapr 1.19.0 is newer than what was checked',
        'What is known of Dapr 1.18.3 was used for 1.19.0.',
        'Read the release notes of that version for changed arguments before merging.',
      ],
    ],
  ])(
    'tell of %s what it is, why, and what to do',
    (_, given, version, texts) => {
      expect(told(given, version).map(f => [f.title, f.cause, f.fix])).toEqual([
        texts,
      ]);
    },
  );

  it.each([undefined, '', 'edge'])(
    'say nothing of a control plane whose version is %j',
    version => {
      const controlPlane = { namespace: 'dapr-system', version };
      expect(told({ controlPlane })).toEqual([]);
    },
  );
});
