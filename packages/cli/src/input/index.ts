export { parseDocuments, type ParsedDocument } from './documents';
export { readSources } from './readSources';
export type { InputProblem, Location, Source } from './types';
