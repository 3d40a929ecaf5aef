import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const pullRequestExamples: TemplateExample[] = [
  {
    description: 'Proposes what dapr-shared:generate made.',
    example: stringify({
      steps: [
        {
          id: 'pull-request',
          name: 'Propose the shared daprd',
          action: 'dapr-shared:pull-request',
          input: {
            gitops: 'platform',
            cluster: 'prod-eu',
            namespace: 'shop',
            appId: 'orders',
            files: '${{ steps.generate.output.files }}',
            title: '${{ steps.generate.output.title }}',
            body: '${{ steps.generate.output.body }}',
          },
        },
      ],
    }),
  },
];
