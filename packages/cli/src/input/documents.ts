import {
  type Document,
  LineCounter,
  parseAllDocuments,
  visit,
  YAMLError,
} from 'yaml';
import { locate } from './locate';
import { parseMessage } from './parseMessage';
import { templateLine } from './template';
import type { InputProblem, Location, Source } from './types';

/** Above it, finding the line of every object takes longer than it is worth. */
const JSON_POSITIONS_UP_TO = 5_000_000;

/** One document of a file. */
export interface ParsedDocument {
  file: string;
  /** What it holds, as Kubernetes' tools read it. */
  data: unknown;
  /** Where the key or item at a path stands, or the nearest one above it. */
  locate: (path: readonly (string | number)[]) => Location;
}

/** The documents of a text, and why some of it could not be read. */
export function parseDocuments({ file, text, found }: Source): {
  documents: ParsedDocument[];
  problems: InputProblem[];
} {
  const json = parseJson(text);
  if (json) {
    const parsed = lazily(() =>
      text.length > JSON_POSITIONS_UP_TO ? undefined : readYaml(text),
    );
    return {
      documents: [
        { file, data: json.data, locate: at(file, 0, () => parsed()) },
      ],
      problems: [],
    };
  }
  const yaml = readYaml(text);
  const template = templateLine(text, yaml.documents);
  if (template !== undefined) {
    return refused(found && !isOurs(text), {
      file,
      line: template,
      message:
        'is a template, not YAML. Render it first: helm template … | dapr-shared check -',
    });
  }
  const documents: ParsedDocument[] = [];
  for (const [index, document] of yaml.documents.entries()) {
    const [error] = document.errors;
    const data = error ?? toData(document);
    if (data instanceof Error) {
      return refused(found && !isOurs(text), {
        file,
        ...lineOf(data, document, yaml.lines),
        message: parseMessage(data),
      });
    }
    documents.push({ file, data, locate: at(file, index, () => yaml) });
  }
  return { documents, problems: [] };
}

/** A broken file that is not about Dapr is somebody else's business. */
function refused(ignored: boolean, problem: InputProblem) {
  return { documents: [], problems: ignored ? [] : [problem] };
}

function isOurs(text: string): boolean {
  return /dapr/i.test(text) || /^\s*shared:/m.test(text);
}

interface Yaml {
  documents: Document.Parsed[];
  lines: LineCounter;
}

/**
 * Helm, kustomize and kubectl read YAML 1.1, where `on` is true; they leave
 * times and `1:30` as texts.
 */
function readYaml(text: string): Yaml {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    version: '1.1',
    customTags: tags =>
      tags.filter(
        tag =>
          typeof tag === 'string' ||
          (tag.tag !== 'tag:yaml.org,2002:timestamp' && tag.format !== 'TIME'),
      ),
    lineCounter: lines,
    // A pretty error shows the line, and there may be a token in it.
    prettyErrors: false,
    logLevel: 'silent',
  });
  return { documents: Array.isArray(documents) ? documents : [], lines };
}

function toData(document: Document.Parsed): unknown {
  try {
    return document.toJS();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function parseJson(text: string): { data: unknown } | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return { data: JSON.parse(text) };
  } catch {
    // Flow style, or a template: YAML's parser says what it is.
    return undefined;
  }
}

function lineOf(
  error: Error,
  document: Document.Parsed,
  lines: LineCounter,
): { line?: number } {
  const offset =
    error instanceof YAMLError ? error.pos[0] : openAlias(document);
  return offset === undefined ? {} : { line: lines.linePos(offset).line };
}

/** Offset of the first alias that names no anchor. */
function openAlias(document: Document.Parsed): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document)) return undefined;
      offset = alias.range?.[0];
      return visit.BREAK;
    },
  });
  return offset;
}

function at(
  file: string,
  index: number,
  yaml: () => Yaml | undefined,
): ParsedDocument['locate'] {
  return path => {
    const parsed = yaml();
    const document = parsed?.documents[index];
    const offset = document ? locate(document, path) : 0;
    const { line, col } = parsed?.lines.linePos(offset) ?? { line: 1, col: 1 };
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
