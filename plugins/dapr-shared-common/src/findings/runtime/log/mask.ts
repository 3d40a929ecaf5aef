const HIDDEN = '***';

/**
 * Values that must not be shown, wherever a component put them into its
 * message. What is kept before the value is the first group.
 */
const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)/g,
  /\beyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*)?/g,
  // The user information of a URL.
  /(\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@"']{1,300}(?=@)/gi,
  /(\b(?:bearer|basic) )[\w.~+/=-]{16,}/gi,
  // A name that says so, with a value in quotes or without.
  /(\b[\w.-]{0,40}(?:passw(?:or)?d|passphrase|pwd|access_?key|account_?key|api_?-?key|client_?secret|signature)["']?\s{0,3}[=:]\s{0,3})(?:"[^"]*"?|'[^']*'?|[^\s;,&"']+)/gi,
  /(\b[\w.-]{0,40}(?:token|secret|sig|credentials?)["']?=)(?:"[^"]*"?|'[^']*'?|[^\s;,&"']+)/gi,
  /(\b[\w.-]{0,40}(?:token|secret|credentials?)["']?\s{0,3}:\s{0,3})(?:"[^"]+"?|'[^']+'?)/gi,
  // Long text without spaces that mixes cases and digits is a key or a token.
  /\b(?=[A-Za-z0-9+]{0,200}[a-z])(?=[A-Za-z0-9+]{0,200}[A-Z])(?=[A-Za-z0-9+]{0,200}\d)[A-Za-z0-9+]{40,}={0,2}/g,
];

/** The text without passwords, tokens, keys and connection strings' secrets. */
export function mask(text: string): string {
  return SECRETS.reduce(
    (masked, pattern) =>
      masked.replace(
        pattern,
        (_, kept: unknown) => (typeof kept === 'string' ? kept : '') + HIDDEN,
      ),
    text,
  );
}
