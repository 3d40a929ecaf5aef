export { assess, type Assessment } from './assess';
export { findingCodes } from './codes';
export type { CheckInput, ContainerLog } from './input';
export type { Finding, FindingCode, Severity } from './types';
