export { seed } from './seed';
export { secretsByHand } from './secrets';
