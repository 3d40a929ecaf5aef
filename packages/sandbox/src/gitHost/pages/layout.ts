import type { HostedRepository } from '../model';
import { html, type Html, raw } from './html';
import { style } from './style';

/** A whole page. */
export function page(title: string, content: Html): string {
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <title>${title} · Sandbox Git host</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header>
          <nav aria-label="Main">
            <a class="brand" href="/">Sandbox Git host</a>
            <a class="end" href="/sandbox">Clusters and faults</a>
          </nav>
        </header>
        <main id="content">${content}</main>
      </body>
    </html>`.text;
}

/** Title and tabs of a repository's pages. */
export function repositoryHead(
  repository: HostedRepository,
  tab: 'files' | 'pulls',
): Html {
  const { owner, name, defaultBranch, pulls } = repository;
  const open = pulls.filter(pull => pull.state === 'open').length;
  const link = (key: string, path: string, text: string) =>
    html`<a
      href="/${owner}/${name}/${path}"
      ${key === tab ? raw('aria-current="page"') : ''}
      >${text}</a
    >`;
  return html`<p class="soft"><a href="/${owner}">${owner}</a> / <a href="/${owner}/${name}">${name}</a></p>
    <nav class="tabs" aria-label="Repository">
      ${link('files', `src/branch/${defaultBranch}`, 'Files')}
      ${link('pulls', 'pulls', `Pull requests (${open})`)}
    </nav>`; // prettier-ignore
}

/** A date for people, with the exact one for machines. */
export function date(value: Date): Html {
  const iso = value.toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')} UTC</time>`; // prettier-ignore
}
