export { type ApiObject, keyFor, keyOf, toApiObject } from './apiObject';
export { digest, uidFor } from './digest';
export { matchesLabels } from './labels';
export { ObjectIndex } from './objectIndex';
export { ageMs, timestamp } from './time';
