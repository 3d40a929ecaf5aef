import { InputError } from '@backstage/errors';
import {
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Scalar,
} from 'yaml';
import { asArray, at } from '../../objects';
import { appendBlock, appendFlow, insertLineAfter, lineBreak } from './splice';

/**
 * Adds a folder to the `resources` of a kustomization. Only the changed lines
 * differ: comments, order and indentation stay. Text that has the entry comes
 * back as it is.
 *
 * @param text - of the parent's `kustomization.yaml`
 * @param entry - folder relative to it, as `parentFolders` gives it
 * @throws InputError where the file is not a kustomization that can be added to
 * @public
 */
export function addToKustomization(text: string, entry: string): string {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw refuse(`it is not valid YAML: ${error.message}`, entry);
  if (hasEntry(document.toJS(), entry)) return text;
  const root = document.contents;
  if (root && (!isMap(root) || root.flow)) {
    throw refuse('its fields are not one a line', entry);
  }
  const item = plainOrQuoted(entry);
  const pair = root?.items.find(
    ({ key }) => isScalar(key) && key.value === 'resources',
  );
  if (!pair) return appendField(text, item);
  const { value } = pair;
  if (isSeq(value)) {
    return value.flow
      ? appendFlow(text, value, item)
      : appendBlock(text, value, item);
  }
  if (isScalar(value) && value.value === null) {
    return fillField(text, pair, value, item);
  }
  throw refuse('its field resources is not a list', entry);
}

/** The field at the end of the file. */
function appendField(text: string, item: string): string {
  const newLine = lineBreak(text);
  const end = text === '' || text.endsWith('\n') ? '' : newLine;
  return `${text}${end}resources:${newLine}  - ${item}${newLine}`;
}

/** The first item of a field that says nothing, or `null`. */
function fillField(
  text: string,
  { key }: Pair,
  value: Scalar,
  item: string,
): string {
  const [start = 0, end = start] = value.range ?? [];
  const without = text.slice(0, start) + text.slice(end);
  const field = isScalar(key) ? key.range?.[1] : undefined;
  return insertLineAfter(without, field ?? start, `  - ${item}`);
}

function hasEntry(kustomization: unknown, entry: string): boolean {
  return asArray(at(kustomization, 'resources')).some(
    item => String(item).replace(/^(\.\/)+|\/+$/g, '') === entry,
  );
}

function plainOrQuoted(entry: string): string {
  return /^[A-Za-z_][\w./-]*$/.test(entry) &&
    !/^(y|n|yes|no|on|off|true|false|null)$/i.test(entry)
    ? entry
    : JSON.stringify(entry);
}

function refuse(why: string, entry: string): InputError {
  return new InputError(
    `The kustomization of the parent folder cannot be added to: ${why}. Add "${entry}" to its resources by hand.`,
  );
}
