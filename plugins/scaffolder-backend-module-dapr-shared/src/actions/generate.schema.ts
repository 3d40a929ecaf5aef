import type { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { planRequestSchema } from 'backstage-plugin-dapr-shared-common';

/** Backstage hands its own zod (v3) to each function. */
export type Zod = Parameters<
  Extract<
    NonNullable<
      NonNullable<Parameters<typeof createTemplateAction>[0]['schema']>['input']
    >,
    (...args: never[]) => unknown
  >
>[0];

/** What the HTTP API takes for a preview, and where to write. */
export const generateInput = {
  ...planRequestSchema,
  properties: {
    ...planRequestSchema.properties,
    directory: {
      type: 'string' as const,
      description:
        'Folder of the workspace that stands for the GitOps repository. Default gitops.',
    },
  },
};

export const generateOutput = (z: Zod) =>
  z.object({
    files: z
      .array(z.object({ path: z.string(), checksum: z.string() }))
      .describe(
        'What was written, from the root of the GitOps repository, for dapr-shared:pull-request.',
      ),
    folder: z
      .string()
      .describe('Folder of the instance in the GitOps repository.'),
    annotation: z
      .string()
      .describe('Value of the entity annotation dapr.io/app-id.'),
    entityRef: z.string().optional().describe('Component it belongs to.'),
    runtimeVersion: z.string().describe('Dapr runtime version.'),
    environment: z
      .array(z.record(z.unknown()))
      .describe(
        'Entries for "env" of the container that calls Dapr. A token is a reference to its Secret.',
      ),
    wiring: z
      .string()
      .describe(
        "Strategic-merge patch for the app's workload with the same, YAML.",
      ),
    findings: z
      .array(z.record(z.unknown()))
      .describe(
        'code, severity, title, cause, fix and docs of each, worst first.',
      ),
    command: z
      .string()
      .optional()
      .describe("Delivery helm only: what to run in the instance's folder."),
    title: z.string().describe('Title of the pull request.'),
    body: z.string().describe('Body of the pull request, Markdown.'),
  });
