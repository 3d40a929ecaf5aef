import { html, type Html } from './html';

interface FileDiff {
  title: string;
  lines: string[];
}

/** A unified diff, file by file, with what came and what went in colour. */
export function diffView(diff: string): Html {
  const files = filesOf(diff);
  if (files.length === 0) return html`<p>Nothing differs.</p>`;
  return html`${files.map(
    ({ title, lines }) => html`<section class="box" aria-label="${title}">
      <div class="head">${title}</div>
      <pre class="diff" tabindex="0">${lines.map(lineView)}</pre>
    </section>`,
  )}`;
}

function filesOf(diff: string): FileDiff[] {
  const files: FileDiff[] = [];
  let inHunk = false;
  for (const line of diff.split('\n')) {
    const [, , after] = /^diff --git "?a\/(.*?)"? "?b\/(.*?)"?$/.exec(line) ?? []; // prettier-ignore
    const file = files[files.length - 1];
    if (after !== undefined) {
      files.push({ title: after, lines: [] });
      inHunk = false;
    } else if (file && line.startsWith('@@')) {
      inHunk = true;
      file.lines.push(line);
    } else if (file && inHunk) {
      file.lines.push(line);
    } else if (file && line.startsWith('new file')) {
      file.title += ' (new)';
    } else if (file && line.startsWith('deleted file')) {
      file.title += ' (deleted)';
    } else if (file && line.startsWith('rename from ')) {
      file.title = `${line.slice(12)} → ${file.title}`;
    } else if (file && line.startsWith('Binary files')) {
      file.lines.push(line);
    }
  }
  return files;
}

function lineView(line: string): Html {
  const [sign] = line;
  if (sign === '+') return html`<span class="add">${line}</span>`;
  if (sign === '-') return html`<span class="del">${line}</span>`;
  if (sign === '@') return html`<span class="hunk">${line}</span>`;
  return html`<span>${line}</span>`;
}
