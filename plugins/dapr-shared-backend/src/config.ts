import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  type FindingRule,
  type GitOpsRepository,
  parseFindingPolicy,
  parseGitOps,
  parsePolicy,
  type PolicyRule,
} from 'backstage-plugin-dapr-shared-common';

/** Configuration of the plugin, parsed. */
export interface DaprSharedConfig {
  collector: { intervalMs: number; requestTimeoutMs: number; logs: boolean };
  trustedAuthProviders: readonly string[];
  gitops: readonly GitOpsRepository[];
  policy: readonly PolicyRule[];
  /** `daprShared.findings`. */
  findingPolicy: readonly FindingRule[];
}

const MIN_MS = 100;

/** Timers of Node fire at once beyond some 24 days. */
const MAX_MS = 24 * 60 * 60 * 1000;

/** @throws an error that names the key, for what is not as `config.d.ts` says */
export function readConfig(config: RootConfigService): DaprSharedConfig {
  return {
    collector: {
      intervalMs: duration(config, 'daprShared.collector.interval', 15_000),
      requestTimeoutMs: duration(
        config,
        'daprShared.collector.requestTimeout',
        10_000,
      ),
      logs: config.getOptionalBoolean('daprShared.collector.logs') ?? false,
    },
    trustedAuthProviders:
      config.getOptionalStringArray(
        'daprShared.clusters.trustedAuthProviders',
      ) ?? [],
    gitops: parseGitOps(config.getOptional('daprShared.gitops')),
    policy: parsePolicy(config.getOptional('daprShared.policy')),
    findingPolicy: parseFindingPolicy(
      config.getOptional('daprShared.findings'),
    ),
  };
}

function duration(
  config: RootConfigService,
  key: string,
  otherwise: number,
): number {
  if (!config.has(key)) return otherwise;
  const ms = Math.round(
    durationToMilliseconds(readDurationFromConfig(config, { key })),
  );
  // Less would ask clusters without a pause, or never wait for an answer.
  if (!(ms >= MIN_MS && ms <= MAX_MS)) {
    throw new InputError(
      `Invalid duration in config at '${key}': give one from 100 milliseconds to 1 day, for example '${otherwise / 1000}s'.`, // prettier-ignore
    );
  }
  return ms;
}
