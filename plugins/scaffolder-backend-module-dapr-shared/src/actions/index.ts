export { createGenerateAction } from './generate';
export type { ActionOptions } from './options';
export { createPullRequestAction } from './pullRequest';
