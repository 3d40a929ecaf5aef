/**
 * The domain of Dapr Shared for Backstage: values, chart, instances, plans,
 * and the API contract. Pure and isomorphic.
 *
 * @packageDocumentation
 */
export * from './advisor';
export * from './api';
export * from './delivery';
export * from './findings';
export * from './instance';
export * from './chart';
export * from './objects';
export * from './plan';
export * from './runtime';
export * from './values';
