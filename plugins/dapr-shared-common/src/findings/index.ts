export type { Finding, Severity } from './types';
