import type { RootConfigService } from '@backstage/backend-plugin-api';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/** Configuration of the plugin, parsed. */
export interface DaprSharedConfig {
  collector: { intervalMs: number; requestTimeoutMs: number };
  trustedAuthProviders: readonly string[];
}

/** @throws Error of `@backstage/config` that names the key, for what is not as `config.d.ts` says */
export function readConfig(root: RootConfigService): DaprSharedConfig {
  const config = root.getOptionalConfig('daprShared');
  return {
    collector: {
      intervalMs: duration(config, 'collector.interval', 15_000),
      requestTimeoutMs: duration(config, 'collector.requestTimeout', 10_000),
    },
    trustedAuthProviders:
      config?.getOptionalStringArray('clusters.trustedAuthProviders') ?? [],
  };
}

function duration(
  config: Config | undefined,
  key: string,
  otherwise: number,
): number {
  if (!config?.has(key)) return otherwise;
  return durationToMilliseconds(readDurationFromConfig(config, { key }));
}
