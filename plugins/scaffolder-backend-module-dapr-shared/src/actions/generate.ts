import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  checkRequest,
  fluxDelivery,
  instanceFolder,
  instanceSource,
  plan,
  type PlanRequest,
} from 'backstage-plugin-dapr-shared-common';
import { findGitOps } from '../config';
import { askClusterFacts } from './clusterFacts';
import { generateExamples } from './generate.examples';
import { generateSchema } from './generate.schema';
import type { ActionOptions } from './options';
import { pullRequestBody, pullRequestTitle } from './pullRequestText';
import { DEFAULT_DIRECTORY, writeFiles } from './workspace';

/** `dapr-shared:generate`: plans an instance and writes its files into the workspace. */
export function createGenerateAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'dapr-shared:generate',
    description:
      'Plans a shared daprd for an app on a cluster and writes its GitOps files into the workspace.',
    examples: generateExamples,
    supportsDryRun: true,
    schema: generateSchema,
    async handler(ctx) {
      const { input } = ctx;
      const request = toRequest(input);
      const problems = checkRequest(request).map(p => p.message);
      if (problems.length > 0) throw new InputError(problems.join('\n'));
      const { cluster, namespace } = request.target;
      const gitops = findGitOps(options.gitops, input.gitops, cluster);
      const instance = { cluster, namespace, appId: request.appId };
      const directory = resolveSafeChildPath(
        ctx.workspacePath,
        input.directory ?? DEFAULT_DIRECTORY,
      );

      const facts = await ctx.checkpoint({
        // Asked once: a task that is taken up again must come to the same plan.
        key: `dapr-shared.facts.${cluster}`,
        fn: async () =>
          askClusterFacts({
            api: options.api,
            auth: options.auth,
            credentials: await ctx.getInitiatorCredentials(),
            cluster,
            signal: ctx.signal,
          }),
      });
      const source = instanceSource(gitops, instance);
      const made = plan({ ...request, source }, facts);
      for (const finding of made.findings) {
        ctx.logger.warn(`${finding.code} ${finding.title}. ${finding.fix}`);
      }
      const blocking = made.findings.filter(f => f.severity === 'critical');
      if (blocking.length > 0) {
        throw new InputError(
          blocking.map(f => `${f.title}: ${f.cause} ${f.fix}`).join('\n'),
        );
      }

      const folder = instanceFolder(gitops, instance);
      const files = fluxDelivery(made, gitops).map(({ path, content }) => ({
        path: `${folder}/${path}`,
        content,
      }));
      const subject = {
        plan: made,
        request,
        facts,
        portal: options.portal,
        initiator: ctx.user?.ref ?? 'unknown',
      };
      ctx.output('files', await writeFiles(directory, files));
      ctx.output('folder', folder);
      ctx.output('annotation', `${namespace}/${request.appId}`);
      if (request.entityRef) ctx.output('entityRef', request.entityRef);
      ctx.output('runtimeVersion', made.runtimeVersion);
      ctx.output('title', pullRequestTitle(subject));
      ctx.output('body', pullRequestBody(subject));
      ctx.logger.info(`Wrote ${files.length} files to ${folder}.`);
    },
  });
}

/** The fields of the action's input that make the request. */
type RequestInput = Omit<PlanRequest, 'target' | 'app'> &
  PlanRequest['target'] &
  Omit<PlanRequest['app'], 'protocol'> &
  Partial<Pick<PlanRequest['app'], 'protocol'>>;

function toRequest(input: RequestInput): PlanRequest {
  return {
    appId: input.appId,
    target: { cluster: input.cluster, namespace: input.namespace },
    app: {
      host: input.host,
      port: input.port,
      protocol: input.protocol ?? 'http',
    },
    strategy: input.strategy,
    replicas: input.strategy === 'daemonset' ? undefined : input.replicas,
    runtimeVersion: input.runtimeVersion,
    entityRef: input.entityRef,
  };
}
