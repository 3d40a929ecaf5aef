export {
  type AppWiring,
  type EnvironmentVariable,
  wireApp,
  type WiringOptions,
} from './wireApp';
