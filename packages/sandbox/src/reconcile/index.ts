export { judgeDaprd } from './daprd';
export { type DaprdPod, flag, readDaprdPod } from './daprdPod';
export { versionOf } from './images';
export { judgeInitContainer } from './initContainer';
export { reconcile } from './reconcile';
export { type Stage, stages, type Verdict } from './verdict';
export { type World, worldOf } from './world';
