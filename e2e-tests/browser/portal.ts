import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { join } from 'path';

export type Theme = 'light' | 'dark';

/** Opens a page of the portal as a guest. */
export async function openAsGuest(
  page: Page,
  path: string,
  theme: Theme = 'light',
) {
  await page.addInitScript(id => localStorage.setItem('theme', id), theme);
  await page.goto(path);
  await page.getByRole('button', { name: 'Enter' }).click();
}

const pictures = join(__dirname, '../test-results/pictures');

/** Keeps a picture of the page as its user sees it. */
export async function keepPicture(page: Page, name: string) {
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** No violation of WCAG A and AA within a part of the page. */
export async function expectAccessible(page: Page, part: string) {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  expect(
    violations.map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.map(node => node.target),
    })),
  ).toEqual([]);
}

/** The tab of a component. */
export const tabOf = (name: string) =>
  `/catalog/default/component/${name}/dapr-shared`;

const clusters = {
  'prod-eu': 'http://127.0.0.1:7011',
  staging: 'http://127.0.0.1:7012',
  lab: 'http://127.0.0.1:7013',
};

/** Makes a cluster of the sandbox fail in a way, or `none`. */
export async function setFault(
  cluster: keyof typeof clusters,
  kind: 'none' | 'forbidden' | 'unauthenticated' | 'hang' | 'refuse',
) {
  const response = await fetch(`${clusters[cluster]}/sandbox/fault`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind }),
  });
  expect(response.ok).toBe(true);
}
