import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const generateExamples: TemplateExample[] = [
  {
    description: 'Two replicas of daprd for an HTTP app.',
    example: stringify({
      steps: [
        {
          id: 'generate',
          name: 'Plan the shared daprd',
          action: 'dapr-shared:generate',
          input: {
            gitops: 'platform',
            cluster: 'prod-eu',
            namespace: 'shop',
            appId: 'orders',
            port: 8080,
            strategy: 'deployment',
            replicas: 2,
            entityRef: 'component:default/orders',
          },
        },
      ],
    }),
  },
  {
    description:
      'One daprd on every node, with a token from an existing Secret and images from a mirror.',
    example: stringify({
      steps: [
        {
          id: 'generate',
          name: 'Plan the shared daprd',
          action: 'dapr-shared:generate',
          input: {
            gitops: 'platform',
            cluster: 'prod-eu',
            namespace: 'shop',
            appId: 'orders',
            port: 8080,
            strategy: 'daemonset',
            images: { registry: 'registry.example/daprio' },
            overlay: {
              tokenSecret: { name: 'orders-token', key: 'token' },
              resources: 'recommended',
            },
            values: { shared: { log: { level: 'debug' } } },
          },
        },
      ],
    }),
  },
];
