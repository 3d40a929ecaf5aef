import { flag, map, only, text } from './schema';

const caSchema = {
  description: "Where the certificate of Dapr's CA comes from.",
  anyOf: [
    map('A Bundle of trust-manager.', { from: only('bundle') }, ['from']),
    map(
      'A ConfigMap that is there already.',
      {
        from: only('config-map'),
        name: text('Name of the ConfigMap.'),
        key: text('Its key. Default ca.crt.'),
      },
      ['from', 'name'],
    ),
    map(
      'The certificate itself, in Git.',
      {
        from: only('certificate'),
        pem: text('Certificates in PEM and nothing else.', {
          maxLength: 32_768,
        }),
      },
      ['from', 'pem'],
    ),
  ],
};

const quantities = (description: string) =>
  map(description, {
    cpu: text('For example 100m.'),
    memory: text('For example 250Mi.'),
  });

/** `OverlayChoices` as JSON Schema. */
export const overlaySchema = map("What the chart's values cannot say.", {
  identity: map(
    "daprd's identity without the init container and the CA's private key in a ConfigMap.",
    { ca: caSchema },
    ['ca'],
  ),
  tokenSecret: map(
    "An existing Secret of the app's namespace that holds the API token.",
    { name: text('Name of the Secret.'), key: text('Its key.') },
    ['name', 'key'],
  ),
  secretStore: text(
    'Whether apps may read Secrets of the cluster through the Dapr API. Default enabled.',
    { enum: ['enabled', 'disabled'] },
  ),
  nodeLocal: flag(
    'DaemonSet only: an app is served by the daprd of its own node, or by none.',
  ),
  resources: {
    description: 'CPU and memory of daprd.',
    anyOf: [
      only('recommended'),
      map('Quantities as Kubernetes writes them.', {
        requests: quantities('What is reserved.'),
        limits: quantities('What is allowed.'),
      }),
    ],
  },
  spread: flag('Deployment only: replicas on different nodes and zones.'),
  disruptionBudget: flag('Deployment only: a drain takes one at a time.'),
  networkPolicy: map("Lets only pods of the app's namespace call.", {
    podLabels: {
      type: 'object',
      description:
        'Labels of the pods that may call. Default every pod of the namespace.',
    },
  }),
});
