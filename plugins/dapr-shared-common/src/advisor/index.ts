export { advise } from './advise';
export { type SizingFigure, sizingFigures } from './figures';
export type {
  Advice,
  AdviceInput,
  CountRange,
  HostingOption,
  HostingStrategy,
} from './types';
