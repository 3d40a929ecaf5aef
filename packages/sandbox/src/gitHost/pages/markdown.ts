import { escape, Html, raw } from './html';

/**
 * Renders the Markdown that pull requests are written in: headings, lists,
 * tables, code, links, emphasis, and parts folded by `<details>`, as Git hosts
 * do. Everything is escaped first, so that no text
 * can become HTML; links go to http and https only.
 */
export function markdown(text: string): Html {
  const blocks: string[] = [];
  const lines = text.replace(/\r\n/g, '\n').split('\n');
  let index = 0;
  let open = 0;
  const take = (test: (line: string) => boolean): string[] => {
    const start = index;
    while (index < lines.length && test(lines[index] ?? '')) index += 1;
    return lines.slice(start, index);
  };
  while (index < lines.length) {
    const line = lines[index] ?? '';
    const folded = /^<details><summary>(.*)<\/summary>$/.exec(line);
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (/^```/.test(line)) {
      index += 1;
      const code = take(l => !/^```/.test(l)).join('\n');
      index += 1;
      blocks.push(`<pre tabindex="0"><code>${escape(code)}</code></pre>`);
    } else if (heading) {
      // Below the page's own headings.
      const level = Math.min(Math.max((heading[1]?.length ?? 1) + 1, 3), 6);
      blocks.push(`<h${level}>${inline(heading[2] ?? '')}</h${level}>`);
      index += 1;
    } else if (folded) {
      blocks.push(`<details><summary>${inline(folded[1] ?? '')}</summary>`);
      open += 1;
      index += 1;
    } else if (open > 0 && line === '</details>') {
      blocks.push(line);
      open -= 1;
      index += 1;
    } else if (/^\s*\|/.test(line)) {
      blocks.push(table(take(l => /^\s*\|/.test(l))));
    } else if (/^\s*[-*]\s/.test(line)) {
      blocks.push(list('ul', take(l => /^\s*([-*]\s|\S)/.test(l)), /^\s*[-*]\s+/)); // prettier-ignore
    } else if (/^\s*\d+\.\s/.test(line)) {
      blocks.push(list('ol', take(l => /^\s*(\d+\.\s|\S)/.test(l)), /^\s*\d+\.\s+/)); // prettier-ignore
    } else if (/^\s*$/.test(line)) {
      index += 1;
    } else {
      const paragraph = [line];
      index += 1;
      paragraph.push(...take(l => /\S/.test(l) && !/^(```|#{1,6}\s|\s*\||\s*[-*]\s|\s*\d+\.\s)/.test(l))); // prettier-ignore
      blocks.push(`<p>${paragraph.map(inline).join('<br>')}</p>`);
    }
  }
  return raw(blocks.join('\n') + '</details>'.repeat(open));
}

function list(tag: string, lines: string[], marker: RegExp): string {
  const items: string[] = [];
  for (const line of lines) {
    if (marker.test(line)) items.push(line.replace(marker, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return `<${tag}>${items.map(item => `<li>${inline(item)}</li>`).join('')}</${tag}>`; // prettier-ignore
}

function table(lines: string[]): string {
  const rows = lines.map(
    line =>
    line.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map(cell => cell.trim()), // prettier-ignore
  );
  const ruled = rows[1]?.every(cell => /^:?-+:?$/.test(cell));
  const cells = (row: string[], tag: string) =>
    `<tr>${row.map(cell => `<${tag}>${inline(cell)}</${tag}>`).join('')}</tr>`;
  const body = rows
    .slice(ruled ? 2 : 0)
    .map(row => cells(row, 'td'))
    .join('');
  const titled = ruled && rows[0]?.some(Boolean);
  const head = titled ? `<thead>${cells(rows[0] ?? [], 'th')}</thead>` : '';
  return `<table>${head}<tbody>${body}</tbody></table>`;
}

/** Emphasis, links and code of one line. Code is taken as it is. */
function inline(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map(part =>
      /^`[^`]+`$/.test(part)
        ? `<code>${escape(part.slice(1, -1))}</code>`
        : emphasis(escape(part)),
    )
    .join('');
}

function emphasis(escaped: string): string {
  return escaped
    .replace(
      /\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)|(https?:\/\/[^\s<)]+[^\s<).,;:])/g,
      (_all, text, target, bare) =>
        `<a href="${target ?? bare}" rel="nofollow noopener">${text ?? bare}</a>`, // prettier-ignore
    )
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(])\*([^*\s][^*]*)\*/g, '$1<em>$2</em>');
}
