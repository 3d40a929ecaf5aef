export { parsePlanRequest } from './parse';
export { planRequestSchema } from './planRequestSchema';
export type { InputSchema } from './schema';
export { toPlanRequest } from './toPlanRequest';
export type { PlanRequestDto } from './types';
