export { type ApiServer, startApiServer } from './apiServer';
export { type Fault, faultKinds, isFault } from './faults';
