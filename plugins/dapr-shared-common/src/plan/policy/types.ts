import type { PlanRequest } from '../types';

/**
 * One entry of `daprShared.policy[]`: what the platform sets, demands and
 * refuses where it matches.
 *
 * @public
 */
export interface PolicyRule {
  /** Where it stands in configuration, for messages: `daprShared.policy[0]`. */
  path: string;
  /** Lists that are absent match everything. `*` stands for any text. */
  match: PolicyMatch;
  /** Taken where the request says nothing; later rules win. */
  defaults: PolicyDefaults;
  require: readonly PolicyCondition[];
  /** Wins over every other rule. */
  deny: readonly PolicyCondition[];
  /** Why, in the platform's own words. */
  message?: string;
  /** Whom to ask: an address or a channel. */
  contact?: string;
}

/** @public */
export interface PolicyMatch {
  clusters?: readonly string[];
  namespaces?: readonly string[];
  /** Entity refs. A request whose owner is not known matches none. */
  owners?: readonly string[];
}

/** Fields of a request that policy may give. @public */
export type PolicyDefaults = Partial<
  Pick<
    PlanRequest,
    | 'strategy'
    | 'replicas'
    | 'runtimeVersion'
    | 'chart'
    | 'images'
    | 'serviceAccount'
    | 'configuration'
    | 'overlay'
    | 'values'
  >
>;

/**
 * A field of a plan and what it is compared with: one of some values, or a
 * range of numbers or versions. `true` stands for anything that is set, and
 * `false` for what is not.
 *
 * @public
 */
export interface PolicyCondition {
  /** Dotted: `strategy`, `overlay.identity`, `values.shared.daprd.mtls.enabled`. */
  field: string;
  test: PolicyTest;
}

/** @public */
export type PolicyTest =
  | { oneOf: readonly PolicyScalar[] }
  | { min?: number | string; max?: number | string };

/** @public */
export type PolicyScalar = string | number | boolean;
