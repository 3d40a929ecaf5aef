/**
 * Card, tab and form fields for Dapr Shared.
 *
 * @packageDocumentation
 */
export { daprSharedApiRef } from './api';
export { daprSharedPlugin as default } from './plugin';
