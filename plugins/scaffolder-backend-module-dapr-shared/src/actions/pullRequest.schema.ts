import type { Zod } from './generate.schema';

export const pullRequestSchema = {
  input: {
    gitops: (z: Zod) =>
      z.string().describe('Name of a GitOps repository of daprShared.gitops.'),
    cluster: (z: Zod) =>
      z.string().describe('As given to dapr-shared:generate.'),
    namespace: (z: Zod) =>
      z.string().describe('As given to dapr-shared:generate.'),
    appId: (z: Zod) => z.string().describe('As given to dapr-shared:generate.'),
    files: (z: Zod) =>
      z
        .array(z.object({ path: z.string(), checksum: z.string() }))
        .describe('Output "files" of dapr-shared:generate.'),
    title: (z: Zod) => z.string().describe('One line.'),
    body: (z: Zod) => z.string().describe('Markdown.'),
    directory: (z: Zod) =>
      z
        .string()
        .optional()
        .describe('As given to dapr-shared:generate. Default gitops.'),
  },
  output: {
    remoteUrl: (z: Zod) =>
      z
        .string()
        .describe(
          'Page of the pull request; where there was nothing to change, of the folder.',
        ),
    pullRequestNumber: (z: Zod) =>
      z
        .number()
        .optional()
        .describe('Absent where there was nothing to change.'),
    branch: (z: Zod) => z.string().describe('Branch with the change.'),
    changed: (z: Zod) =>
      z.boolean().describe('False where the repository has all of it already.'),
  },
};
