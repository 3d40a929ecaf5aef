import type { Flags } from './args';
import type { AppChannel } from './types';

/** Where daprd's flags say the app is; undefined where they say nothing. */
export function appChannel(flags: Flags['flags']): AppChannel | undefined {
  const host = flags.get('app-channel-address');
  const port = Number(flags.get('app-port') ?? 0);
  if (host === undefined && !port) return undefined;
  return {
    ...(host ? { host } : {}),
    port: Number.isInteger(port) ? port : 0,
    protocol: flags.get('app-protocol') || 'http',
  };
}
