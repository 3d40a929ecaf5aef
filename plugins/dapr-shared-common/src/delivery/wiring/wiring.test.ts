import { parse } from 'yaml';
import { type KubeObject, plan } from '../..';
import { facts, request } from '../../plan/testUtils';
import { wireApp } from '.';
import { daprEndpoint } from './endpoint';

const made = plan(request, facts);

const workload = (annotations: Record<string, string>): KubeObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'orders-web', namespace: 'shop' },
  spec: {
    template: {
      metadata: { annotations },
      spec: { containers: [{ name: 'web' }, { name: 'proxy' }] },
    },
  },
});

describe('wireApp', () => {
  it('tells the app both endpoints', () => {
    expect(wireApp(made).environment).toEqual([
      {
        name: 'DAPR_HTTP_ENDPOINT',
        value: 'http://orders-dapr.shop.svc.cluster.local:3500',
      },
      {
        name: 'DAPR_GRPC_ENDPOINT',
        value: 'http://orders-dapr.shop.svc.cluster.local:50001',
      },
    ]);
  });

  it('follows the domain of the cluster', () => {
    const { environment } = wireApp(made, { clusterDomain: 'k8s.example' });
    expect(environment[0]).toEqual({
      name: 'DAPR_HTTP_ENDPOINT',
      value: 'http://orders-dapr.shop.svc.k8s.example:3500',
    });
  });

  it('patches the first container of the workload there is', () => {
    const { patch, environment } = wireApp(made, { workload: workload({}) });
    expect(parse(patch)).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'orders-web', namespace: 'shop' },
      spec: {
        template: { spec: { containers: [{ name: 'web', env: environment }] } },
      },
    });
  });

  it('patches the container it is told', () => {
    const { patch } = wireApp(made, {
      workload: workload({}),
      container: 'proxy',
    });
    expect(patch).toMatch(/- name: proxy/);
  });

  it('guesses a Deployment called like the app id', () => {
    expect(parse(wireApp(made).patch).metadata).toEqual({
      name: 'orders',
      namespace: 'shop',
    });
  });

  it('says that the app still asks for a sidecar, and takes that back', () => {
    const { findings, patch } = wireApp(made, {
      workload: workload({
        'dapr.io/enabled': 'true',
        'dapr.io/app-id': 'orders',
        'example.com/kept': 'yes',
      }),
    });
    expect(findings).toMatchObject([
      {
        code: 'DS111',
        title: 'Deployment orders-web still asks for a sidecar',
        cause: expect.stringContaining('orders-dapr'),
      },
    ]);
    expect(parse(patch).spec.template.metadata.annotations).toEqual({
      'dapr.io/app-id': null,
      'dapr.io/enabled': null,
    });
  });

  it('has nothing to say of an app without sidecar', () => {
    expect(wireApp(made, { workload: workload({}) }).findings).toEqual([]);
  });
});

describe('daprEndpoint', () => {
  const service: KubeObject = {
    kind: 'Service',
    metadata: { name: 'orders-dapr' },
    spec: {
      ports: [
        { name: 'dapr-http', port: 3500 },
        { name: 'dapr-grpc', port: 50001 },
      ],
    },
  };
  const daemonSet = (reference: object): KubeObject => ({
    kind: 'DaemonSet',
    spec: {
      template: {
        spec: {
          containers: [
            {
              name: 'daprd',
              env: [
                {
                  name: 'DAPR_API_TOKEN',
                  valueFrom: { secretKeyRef: reference },
                },
              ],
            },
          ],
        },
      },
    },
  });
  const read = (...objects: KubeObject[]) =>
    daprEndpoint([service, ...objects], 'shop', 'cluster.local');

  it('names the Secret that daprd takes its token from', () => {
    const reference = { name: 'orders-token', key: 'token' };
    expect(read(daemonSet(reference))?.token).toEqual(reference);
  });

  it('knows that the Secret of the chart is empty', () => {
    const chart: KubeObject = { kind: 'Secret', metadata: { name: 'orders' } };
    const reference = { name: 'orders', key: 'dapr-api-token' };
    expect(read(daemonSet(reference), chart)?.token).toBeUndefined();
  });

  it('has no answer without a Service of daprd', () => {
    expect(daprEndpoint([], 'shop', 'cluster.local')).toBeUndefined();
  });
});
