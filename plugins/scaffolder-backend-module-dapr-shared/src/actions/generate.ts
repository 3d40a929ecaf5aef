import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  findGitOps,
  parsePlanRequest,
  preview,
  type Preview,
} from 'backstage-plugin-dapr-shared-common';
import { pullRequestBody, pullRequestTitle } from '../text';
import { askCircumstances } from './circumstances';
import { generateExamples } from './generate.examples';
import { generateInput, generateOutput, type Zod } from './generate.schema';
import type { ActionOptions } from './options';
import { DEFAULT_DIRECTORY, writeFiles } from './workspace';

/** As outputs are kept. */
const plain = (list: readonly object[]) => list.map(item => ({ ...item }));

/** `dapr-shared:generate`: plans an instance and writes its files into the workspace. */
export function createGenerateAction(options: ActionOptions) {
  const action = createTemplateAction({
    id: 'dapr-shared:generate',
    description:
      'Plans a shared daprd for an app on a cluster and writes its GitOps files into the workspace.',
    examples: generateExamples,
    supportsDryRun: true,
    schema: {
      input: (z: Zod) => z.record(z.unknown()),
      output: generateOutput,
    },
    async handler(ctx) {
      const { directory: asked = DEFAULT_DIRECTORY, ...input } = ctx.input;
      const directory = resolveSafeChildPath(ctx.workspacePath, String(asked));
      const request = parsePlanRequest(input);
      const { cluster, namespace, appId, entityRef } = request;
      findGitOps(options.gitops, request.gitops, cluster);

      const { facts, owners } = await ctx.checkpoint({
        // Asked once: a task that is taken up again must come to the same plan.
        key: `dapr-shared.circumstances.${cluster}.${entityRef ?? ''}`,
        fn: async () =>
          askCircumstances(
            options,
            request,
            await ctx.getInitiatorCredentials(),
            ctx.signal,
          ),
      });
      const { gitops: repositories, policy, findingPolicy } = options;
      const made = preview({
        request,
        owners,
        facts,
        repositories,
        policy,
        findingPolicy,
      });
      for (const { code, title, fix } of made.findings) {
        ctx.logger.warn(`${code} ${title}. ${fix}`);
      }
      if (made.blocked) throw new InputError(whatBlocks(made));

      const written = await writeFiles(directory, made.files);
      const initiator = ctx.user?.ref ?? 'unknown';
      const subject = { made, request, facts, portal: options.portal, initiator }; // prettier-ignore
      ctx.output('files', written);
      ctx.output('folder', made.folder);
      ctx.output('annotation', `${namespace}/${appId}`);
      if (entityRef) ctx.output('entityRef', entityRef);
      ctx.output('runtimeVersion', made.plan.runtimeVersion);
      ctx.output('environment', plain(made.wiring.environment));
      ctx.output('wiring', made.wiring.patch);
      ctx.output('findings', plain(made.findings));
      if (made.command) ctx.output('command', made.command);
      ctx.output('title', pullRequestTitle(subject));
      ctx.output('body', pullRequestBody(subject));
      ctx.logger.info(`Wrote ${written.length} files to ${made.folder}.`);
    },
  });
  // Zod would say again what the HTTP API's schema says.
  return { ...action, schema: { ...action.schema, input: generateInput } };
}

function whatBlocks({ findings }: Preview): string {
  const blocking = findings
    .filter(({ severity }) => severity === 'critical')
    .map(({ code, title, cause, fix }) => `${code} ${title}: ${cause} ${fix}`);
  // Muting a finding does not make possible what is not.
  return blocking.length > 0 ? blocking.join('\n') : 'chart.version is too old: nothing is known of its objects.'; // prettier-ignore
}
