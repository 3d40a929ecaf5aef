export function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** A text of any origin as part of a line. */
export function inline(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
