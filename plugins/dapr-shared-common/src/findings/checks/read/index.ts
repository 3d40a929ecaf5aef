export * from './apiToken';
export * from './controlPlane';
export * from './pod';
export * from './services';
