import { type Document, isCollection, visit } from 'yaml';

/**
 * Line of the first `{{` of a text that is a template: YAML's parser fails at
 * it, or takes it for a map whose key is a map.
 */
export function templateLine(
  text: string,
  documents: readonly Document.Parsed[],
): number | undefined {
  const first = text.indexOf('{{');
  if (first < 0) return undefined;
  const broken = documents.some(
    document => document.errors.length > 0 || hasCollectionKey(document),
  );
  return broken ? text.slice(0, first).split('\n').length : undefined;
}

function hasCollectionKey(document: Document.Parsed): boolean {
  let has = false;
  visit(document, {
    Pair: (_, { key }) => {
      has = isCollection(key);
      return has ? visit.BREAK : undefined;
    },
  });
  return has;
}
