export { apiRouter } from './api';
export { Dto } from './dto';
export { addLabel } from './labels';
