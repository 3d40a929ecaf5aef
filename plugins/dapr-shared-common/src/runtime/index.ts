export {
  type RuntimeFacts,
  runtimeFacts,
  runtimeFactsOf,
  runtimeVerifiedUpTo,
  supportedRuntimes,
} from './facts';
export { knowsFlag } from './flags';
export { type RuntimeSupport, runtimeSupport } from './support';
export { parseRuntimeVersion, type RuntimeVersion } from './version';
