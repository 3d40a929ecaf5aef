import type { Values } from 'backstage-plugin-dapr-shared-common';
import type { ParsedDocument } from '../input';
import type { KustomizePatch } from './patches';

/** Values at a place in a document. */
export interface Layer {
  document: ParsedDocument;
  /** Where they begin. */
  path: readonly (string | number)[];
  values: Values;
  /** They are a text in the document, so that their keys have no place of their own. */
  isText?: boolean;
}

/** A Helm release of the chart, as far as the input tells. */
export interface Release {
  /** Later ones win. */
  layers: [Layer, ...Layer[]];
  name?: string;
  namespace?: string;
  chartVersion?: string;
  /** What is put over the rendered objects. */
  patches: readonly KustomizePatch[];
}
