/**
 * The domain of Dapr Shared for Backstage: values, chart, instances, plans,
 * and the API contract. Pure and isomorphic.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './delivery';
export * from './findings';
export * from './instance';
export * from './objects';
export * from './plan';
