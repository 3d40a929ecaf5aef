import { isAlias, isMap, isScalar, isSeq, parseDocument, Scalar } from 'yaml';
import { at } from '../objects';
import { RenderError } from './error';
import { plainScalar } from './plainScalar';

/** Text in which nothing but a scalar can be seen: no indicator, no space, no colon at the end. */
const PLAIN =
  /^([A-Za-z0-9_./+][A-Za-z0-9_./+@=,-]*(:+[A-Za-z0-9_./+@=,-]+)*)?$/;
const DELETE = '\u007f';
/** A list or map in flow form with nothing before a colon, as in `[::1]`. */
const KEYLESS = /^[[{](.*[[{,])?\s*:/;
const OPEN_ESCAPE = /(^|[^\\])(\\\\)*\\$/;
const BREAK = /\r\n?|\n/g;
/** What a tag makes of a scalar; any other tag leaves the text. */
const TAGS: Record<string, string | undefined> = {
  'tag:yaml.org,2002:int': 'number',
  'tag:yaml.org,2002:float': 'number',
  'tag:yaml.org,2002:bool': 'boolean',
  'tag:yaml.org,2002:null': 'object',
};
const ARGUMENT = /^--[A-Za-z0-9_./+@=,-]+(:+[A-Za-z0-9_./+@=,-]+)*$/;

/**
 * What a text becomes where a template writes it without quotes after a key.
 *
 * @param text - what the template writes
 * @param from - the values it was made of, for the message
 * @throws RenderError where the text is no YAML
 */
export function unquoted(text: string, from: string): unknown {
  if (PLAIN.test(text)) return finite(plainScalar(text), text, from);
  return readYaml(`value: ${oneLine(text, from)}`, text, from);
}

/** As `unquoted`, for an entry of a list, where `a: b` is a map of its own. */
export function unquotedItem(text: string, from: string): unknown {
  if (ARGUMENT.test(text)) return text;
  return readYaml(`- ${oneLine(text, from)}`, text, from);
}

/** What a text becomes where a template writes it between double quotes. */
export function quoted(text: string, from: string): unknown {
  if (!/["\\\s]/.test(text) && !hasControl(text)) return text;
  if (OPEN_ESCAPE.test(text)) {
    throw notYaml(text, from, 'a backslash at the end escapes the quote');
  }
  // A line break in a quoted text is folded, whatever the lines begin with.
  const folded = text.replace(BREAK, '\n  ');
  return readYaml(`value: "${folded}"`, text, from);
}

/** A line that a text breaks off would have to be indented as the template is, which no value is. */
function oneLine(text: string, from: string): string {
  const line = text.replace(BREAK, '\n').replace(/[ \n]+$/, '');
  if (line.includes('\n')) throw notYaml(text, from, 'it has more than one line'); // prettier-ignore
  return line;
}

/** Reads the map or list of one entry that a text is put into. */
function readYaml(yaml: string, text: string, from: string): unknown {
  const document = parseDocument(yaml, {
    version: '1.1',
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [error] = document.errors;
  if (error) throw notYaml(text, from, error.message);
  if (KEYLESS.test(text)) throw notYaml(text, from, 'a key is missing');
  if (hasControl(text)) {
    throw notYaml(text, from, 'control characters are not allowed');
  }
  const value = toValue(document.contents, text, from);
  return Array.isArray(value) ? value[0] : at(value, 'value');
}

function toValue(node: unknown, text: string, from: string): unknown {
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => {
      if (!isScalar(key)) throw notYaml(text, from, 'invalid map key');
      return [String(toValue(key, text, from)), toValue(value, text, from)];
    });
    return Object.fromEntries(entries);
  }
  if (isSeq(node)) return node.items.map(item => toValue(item, text, from));
  if (isAlias(node)) throw notYaml(text, from, `unknown anchor ${node.source}`);
  if (!isScalar(node)) return null;
  const wanted = node.tag === undefined ? undefined : TAGS[node.tag];
  const tagged = node.tag !== undefined && wanted === undefined;
  if (node.type !== Scalar.PLAIN || tagged) return node.value;
  const value = finite(plainScalar(node.source ?? ''), text, from);
  if (wanted !== undefined && typeof value !== wanted) {
    throw notYaml(text, from, `it is no ${wanted}`);
  }
  return value;
}

function hasControl(text: string): boolean {
  return [...text].some(
    letter => (letter < ' ' && !'\t\n\r'.includes(letter)) || letter === DELETE,
  );
}

function finite(value: unknown, text: string, from: string): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw notYaml(text, from, 'infinite numbers are not allowed');
  }
  return value;
}

function notYaml(text: string, from: string, why: string): RenderError {
  return new RenderError(
    `${from} becomes ${JSON.stringify(
      text,
    )}, which the chart writes without care for YAML and Helm cannot read (${why}); use a plain word.`,
  );
}
