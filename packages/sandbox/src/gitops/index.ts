export { GitOps } from './gitOps';
