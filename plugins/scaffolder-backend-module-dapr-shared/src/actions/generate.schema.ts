import type { createTemplateAction } from '@backstage/plugin-scaffolder-node';

/** Backstage hands its own zod (v3) to each function. */
type Zod = Parameters<
  Extract<
    NonNullable<
      NonNullable<Parameters<typeof createTemplateAction>[0]['schema']>['input']
    >,
    (...args: never[]) => unknown
  >
>[0];

export const generateSchema = {
  input: {
    gitops: (z: Zod) =>
      z.string().describe('Name of a GitOps repository of daprShared.gitops.'),
    cluster: (z: Zod) =>
      z.string().describe('Cluster to run on, one that the repository serves.'),
    namespace: (z: Zod) => z.string().describe('Namespace of the app.'),
    appId: (z: Zod) =>
      z
        .string()
        .describe(
          'Dapr app id: lower-case letters, digits and "-", at most 58.',
        ),
    host: (z: Zod) =>
      z
        .string()
        .optional()
        .describe(
          'Host at which daprd reaches the app, not a URL. Default: the Service named like the app id.',
        ),
    port: (z: Zod) =>
      z
        .number()
        .describe(
          "Port of the app's Service; 0 for an app that is never called.",
        ),
    protocol: (z: Zod) =>
      z
        .enum(['http', 'https', 'grpc', 'grpcs', 'h2c'])
        .optional()
        .describe('What the app speaks. Default http.'),
    strategy: (z: Zod) =>
      z
        .enum(['daemonset', 'deployment'])
        .describe(
          'daemonset: one daprd per node. deployment: as many as replicas says.',
        ),
    replicas: (z: Zod) =>
      z.number().optional().describe('For strategy deployment. Default 1.'),
    runtimeVersion: (z: Zod) =>
      z
        .string()
        .optional()
        .describe(
          "Dapr runtime version. Default: that of the cluster's control plane.",
        ),
    entityRef: (z: Zod) =>
      z
        .string()
        .optional()
        .describe('Component it belongs to, as an entity ref.'),
    directory: (z: Zod) =>
      z
        .string()
        .optional()
        .describe(
          'Folder of the workspace that stands for the GitOps repository. Default gitops.',
        ),
  },
  output: {
    files: (z: Zod) =>
      z
        .array(z.object({ path: z.string(), checksum: z.string() }))
        .describe(
          'What was written, from the root of the GitOps repository, for dapr-shared:pull-request.',
        ),
    folder: (z: Zod) =>
      z.string().describe('Folder of the instance in the GitOps repository.'),
    annotation: (z: Zod) =>
      z.string().describe('Value of the entity annotation dapr.io/app-id.'),
    entityRef: (z: Zod) =>
      z.string().optional().describe('Component it belongs to.'),
    runtimeVersion: (z: Zod) => z.string().describe('Dapr runtime version.'),
    title: (z: Zod) => z.string().describe('Title of the pull request.'),
    body: (z: Zod) =>
      z.string().describe('Body of the pull request, Markdown.'),
  },
};
