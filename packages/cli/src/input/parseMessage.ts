import { YAMLError } from 'yaml';

/** Of these the parser's words repeat the text, and a token may be in it. */
const withoutText: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'an alias names no anchor',
  BAD_DQ_ESCAPE: 'a text in double quotes has an escape that YAML lacks',
  TAG_RESOLVE_FAILED: 'a tag is not known',
  BAD_DIRECTIVE: 'a directive is not known',
};

/** Why a document is no YAML, without a word of it. */
export function parseMessage(error: Error): string {
  const reason =
    error instanceof YAMLError
      ? withoutText[error.code] ?? error.message.replace(/\.$/, '')
      : 'an alias names no anchor, or there are too many';
  return `is not valid YAML: ${reason}.`;
}
