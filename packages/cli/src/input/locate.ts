import { type Document, isMap, isNode, isScalar, isSeq } from 'yaml';

/**
 * Offset of the key or item at a path, or of the nearest one above it that is
 * there.
 */
export function locate(
  document: Document.Parsed,
  path: readonly (string | number)[],
): number {
  let node: unknown = document.contents;
  let offset = start(node) ?? document.range[0];
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => (isScalar(key) ? String(key.value) : key) === step,
      );
      if (!pair) break;
      offset = start(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = start(node) ?? offset;
    } else {
      break;
    }
  }
  return offset;
}

function start(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
