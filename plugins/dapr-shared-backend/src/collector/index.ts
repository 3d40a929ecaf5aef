export { Collector, type Surroundings } from './collector';
