/**
 * trust-manager's kind, with as much of its definition as its API documents
 * for what a plan writes: anything else in it is refused.
 * Source: cert-manager, trust-manager API reference.
 */
const string = { type: 'string' };

const configMapSource = {
  type: 'object',
  required: ['key'],
  properties: { name: string, key: string },
};

const spec = {
  type: 'object',
  required: ['sources', 'target'],
  properties: {
    sources: {
      type: 'array',
      items: { type: 'object', properties: { configMap: configMapSource } },
    },
    target: {
      type: 'object',
      properties: {
        configMap: {
          type: 'object',
          required: ['key'],
          properties: { key: string },
        },
        namespaceSelector: {
          type: 'object',
          properties: {
            matchLabels: { type: 'object', additionalProperties: string },
          },
        },
      },
    },
  },
};

/** The CustomResourceDefinition of `Bundle`. */
export const bundleDefinition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'bundles.trust.cert-manager.io' },
  spec: {
    group: 'trust.cert-manager.io',
    scope: 'Cluster',
    names: {
      kind: 'Bundle',
      listKind: 'BundleList',
      plural: 'bundles',
      singular: 'bundle',
    },
    versions: [
      {
        name: 'v1alpha1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: { type: 'object', properties: { spec } },
        },
      },
    ],
  },
};
