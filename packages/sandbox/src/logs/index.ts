export { containerLog } from './containerLog';
