export { findGitOps } from './findGitOps';
export { type Preview, preview, type PreviewInput } from './preview';
export {
  type InputSchema,
  parsePlanRequest,
  type PlanRequestDto,
  planRequestSchema,
} from './request';
