import { isNode, type YAMLSeq } from 'yaml';

/** The text with a piece put in at an offset. */
export function insertAt(text: string, offset: number, piece: string): string {
  return text.slice(0, offset) + piece + text.slice(offset);
}

/** The line break that a text uses. */
export function lineBreak(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The text with a whole line put in after the line of an offset. */
export function insertLineAfter(
  text: string,
  offset: number,
  line: string,
): string {
  const end = text.indexOf('\n', Math.max(0, offset - 1));
  return end < 0
    ? text + lineBreak(text) + line
    : insertAt(text, end + 1, line + lineBreak(text));
}

/** Adds an item to a list of one item a line, indented as the others are. */
export function appendBlock(text: string, list: YAMLSeq, item: string): string {
  const start = list.range?.[0] ?? 0;
  const indent = text.slice(text.lastIndexOf('\n', start) + 1, start);
  return insertLineAfter(text, endOfLast(list), `${indent}- ${item}`);
}

/** Adds an item to a list in brackets. */
export function appendFlow(text: string, list: YAMLSeq, item: string): string {
  return list.items.length === 0
    ? insertAt(text, (list.range?.[0] ?? 0) + 1, item)
    : insertAt(text, endOfLast(list), `, ${item}`);
}

/** Where the last item's value ends, before a comment behind it. */
function endOfLast(list: YAMLSeq): number {
  const last = list.items.at(-1);
  return (isNode(last) && last.range?.[1]) || (list.range?.[1] ?? 0);
}
