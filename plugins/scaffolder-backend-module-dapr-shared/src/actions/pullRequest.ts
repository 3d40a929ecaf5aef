import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  findGitOps,
  instanceFolder,
  parentFolders,
} from 'backstage-plugin-dapr-shared-common';
import fs from 'fs-extra';
import { join } from 'path';
import { forgeFor } from '../forges';
import type { GitFile } from '../git';
import type { ActionOptions } from './options';
import { propose } from './propose';
import { pullRequestExamples } from './pullRequest.examples';
import { pullRequestSchema } from './pullRequest.schema';
import { DEFAULT_DIRECTORY, readFiles } from './workspace';

/** Git hosts cut longer ones. */
const TITLE_MAX = 250;

/** `dapr-shared:pull-request`: proposes the generated files to the GitOps repository. */
export function createPullRequestAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'dapr-shared:pull-request',
    description:
      'Opens a pull request with the files of dapr-shared:generate in the GitOps repository, or finds the one that is open.',
    examples: pullRequestExamples,
    supportsDryRun: true,
    schema: pullRequestSchema,
    async handler(ctx) {
      const { cluster, namespace, appId, title, body, ...input } = ctx.input;
      if (/[\r\n]/.test(title) || title.length > TITLE_MAX) {
        throw new InputError(
          `title must be one line of at most ${TITLE_MAX} characters; pass the output "title" of dapr-shared:generate.`,
        );
      }
      const gitops = findGitOps(options.gitops, input.gitops, cluster);
      const instance = { cluster, namespace, appId };
      const folder = instanceFolder(gitops, instance);
      const files = await readFiles(
        resolveSafeChildPath(
          ctx.workspacePath,
          input.directory ?? DEFAULT_DIRECTORY,
        ),
        folder,
        input.files,
      );
      const branch = `dapr-shared/${cluster}/${namespace}/${appId}`;
      const forge = forgeFor(options.integrations, gitops.repository);
      ctx.output('branch', branch);
      if (ctx.isDryRun) {
        ctx.logger.info(
          `Dry run: would push ${files.length} files to branch ${branch} of ${gitops.repository} and open "${title}".`,
        );
        ctx.output('remoteUrl', gitops.repository);
        ctx.output('changed', false);
        return;
      }

      const result = await ctx.checkpoint({
        key: `dapr-shared.pull-request.${branch}`,
        fn: async () =>
          propose({
            forge,
            instance,
            folder,
            change: {
              base: gitops.branch,
              branch,
              files,
              parents: listable(files, folder) ? parentFolders(folder) : [],
              title,
              author: options.author,
              origin: {
                portal: options.portal,
                initiator: ctx.user?.ref ?? 'unknown',
              },
            },
            body,
            gitdir: await fs.mkdtemp(
              join(await ctx.createTemporaryDirectory(), 'git-'),
            ),
            signal: ctx.signal ?? new AbortController().signal,
          }),
      });
      ctx.logger.info(result.message);
      ctx.output('remoteUrl', result.url);
      ctx.output('changed', result.changed);
      if (result.number !== undefined) {
        ctx.output('pullRequestNumber', result.number);
      }
    },
  });
}

/** kustomize fails on a folder that has no kustomization of its own. */
function listable(files: readonly GitFile[], folder: string): boolean {
  return files.some(({ path }) => path === `${folder}/kustomization.yaml`);
}
