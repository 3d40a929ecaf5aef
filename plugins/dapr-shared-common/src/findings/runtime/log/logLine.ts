import { asRecord, asString } from '../../../objects';
import { mask } from './mask';

/** A line that a process wrote, taken apart; nothing secret is left in it. */
export interface LogLine {
  /** `fatal`, `error`, `warning`, `info`, `debug`; empty where the line is plain text. */
  level: string;
  message: string;
  /** The part of daprd that wrote it (`dapr.runtime.security`). */
  scope: string;
  /** Version of daprd that wrote it. */
  version?: string;
}

/** Longer lines are cut: what they are about stands at their beginning. */
const MAX_LENGTH = 8_000;

/** What `kubectl logs --timestamps` puts before a line. */
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\S+ /;

/** Reads a line of JSON, of logfmt or of plain text, cut ones too; undefined where it is empty. */
export function parseLine(written: string): LogLine | undefined {
  const text = written.slice(0, MAX_LENGTH).replace(TIMESTAMP, '').trim();
  if (text === '') return undefined;
  const json = text.startsWith('{') ? readJson(text) : undefined;
  if (json) return clean(json);
  const level =
    field(text, /"level"\s*:\s*"(\w+)"/) ?? field(text, /\blevel=(\w+)/);
  if (!level) return clean({ level: '', message: text, scope: '' });
  return clean({
    level,
    message: quoted(text, 'msg') ?? text,
    scope: quoted(text, 'scope') ?? '',
    version: quoted(text, 'ver'),
  });
}

function readJson(text: string): LogLine | undefined {
  try {
    const line = asRecord(JSON.parse(text)) ?? {};
    const message = asString(line.msg);
    if (message === undefined) return undefined;
    const error = asString(line.error);
    return {
      level: asString(line.level) ?? '',
      message: error ? `${message}: ${error}` : message,
      scope: asString(line.scope) ?? '',
      version: asString(line.ver),
    };
  } catch {
    // Cut short, or something else: read as far as it goes.
    return undefined;
  }
}

/** The value of `key="…"`, `key=…` or `"key":"…"`, also where its end is cut off. */
function quoted(text: string, key: string): string | undefined {
  const value =
    field(text, new RegExp(`"${key}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)`)) ??
    field(text, new RegExp(`\\b${key}="((?:[^"\\\\]|\\\\.)*)`)) ??
    field(text, new RegExp(`\\b${key}=([^\\s"]+)`));
  return value?.replace(/\\(.)/g, (_, char) => (char === 'n' ? '\n' : char));
}

function field(text: string, pattern: RegExp): string | undefined {
  return pattern.exec(text)?.[1];
}

function clean({ level, message, scope, version }: LogLine): LogLine {
  return {
    level: level.toLowerCase(),
    message: mask(message).replace(/[^\P{Cc}\n\t]/gu, '\uFFFD'),
    scope,
    ...(version ? { version } : {}),
  };
}
