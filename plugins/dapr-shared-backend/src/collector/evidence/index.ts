export {
  type Evidence,
  type EvidenceOptions,
  evidenceOf,
  readEvidence,
} from './evidence';
export { Refusals } from './refusals';
