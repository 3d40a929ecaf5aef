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
];
