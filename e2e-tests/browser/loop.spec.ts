import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, keepPicture, openAsGuest, tabOf } from './portal';

const form = '/create/templates/default/dapr-shared-service';

/** The form's fields by what their labels say. */
async function fill(page: Page, label: string, value: string) {
  await page.getByRole('textbox', { name: label }).fill(value);
}

async function next(page: Page) {
  await page.getByRole('button', { name: /^(Next|Review)$/ }).click();
}

async function chooseFrom(page: Page, button: RegExp, option: RegExp) {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('option', { name: option }).click();
}

test('from the template to a healthy instance', async ({ page, context }) => {
  const name = `greeter-${Date.now().toString(36)}`;

  await openAsGuest(page, form);
  await fill(page, 'Name', name);
  await page.getByLabel('Owner').click();
  await page.getByRole('option', { name: 'Shop team' }).click();
  await keepPicture(page, 'form-1-service');
  await next(page);

  await expect(page.getByText('App channel').first()).toBeVisible();
  await keepPicture(page, 'form-2-channel');
  await next(page);

  await chooseFrom(page, /Cluster/, /prod-eu · Dapr 1\.18\.3/);
  await expect(page.getByText('3 of 3 nodes ready')).toBeVisible();
  await fill(page, 'Namespace', 'greetings');
  await keepPicture(page, 'form-3-where');
  await next(page);

  await expect(
    page.getByText('3 daprd, one on each node of prod-eu.'),
  ).toBeVisible();
  await page.getByRole('radio', { name: 'Deployment' }).check();
  await expectAccessible(page, '[role="radiogroup"]');
  await keepPicture(page, 'form-4-how');
  await next(page);
  await keepPicture(page, 'form-5-review');
  await page.getByRole('button', { name: 'Create' }).click();

  const pullRequest = page.getByRole('link', { name: /Pull request/ });
  await expect(pullRequest).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('link', { name: /Repository/ })).toBeVisible();
  await expect(
    page.getByRole('link', { name: /Component in the catalog/ }),
  ).toBeVisible();
  await keepPicture(page, 'output');

  const address = await pullRequest.getAttribute('href');

  // Before the merge: annotated, and nothing runs yet.
  await openTab(page, name);
  await expect(page.getByText(/No instance of this entity/)).toBeVisible();
  await keepPicture(page, 'tab-before-merge');

  const git = await context.newPage();
  await git.goto(address ?? '');
  await expect(git.getByRole('heading', { level: 1 })).toContainText(name);
  await expect(git.getByText('helm-release.yaml').first()).toBeVisible();
  await expectAccessible(git, 'main');
  await keepPicture(git, 'pull-request');
  await git.getByRole('button', { name: 'Merge' }).click();
  await expect(git.getByText('Merged').first()).toBeVisible();

  await openTab(page, name);
  const instance = page.locator('details', {
    hasText: `prod-eu / greetings / ${name}`,
  });
  await expect(
    instance.getByRole('img', { name: 'Progressing' }),
  ).toBeVisible();
  await keepPicture(page, 'tab-progressing');
  await expect(instance.getByRole('img', { name: 'Healthy' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(instance).toContainText('All 2 ready.');
  await keepPicture(page, 'tab-healthy');
});

/** Within the portal, so that nobody has to sign in again. */
/** The catalog takes a moment to process what was registered; until then the page says that there is no such entity. */
async function openTab(page: Page, name: string) {
  await expect(async () => {
    await page.goto(tabOf(name));
    const tabs = page.getByRole('link', { name: 'Overview' });
    await expect(tabs).toBeVisible({ timeout: 3_000 });
  }).toPass();
}

const refused: [name: string, says: RegExp][] = [
  ['Orders', /Name: start with a lower-case letter/],
  ['123', /Name: start with a lower-case letter/],
  ['on', /Name: YAML reads this word as something other than text/],
  [`a${'b'.repeat(58)}`, /Name: at most 58 characters/],
  ['../orders', /Name: start with a lower-case letter/],
];

for (const [name, says] of refused) {
  test(`the form refuses the name ${name}`, async ({ page }) => {
    const filled = encodeURIComponent('{"owner":"group:default/shop-team"}');
    await openAsGuest(page, `${form}?formData=${filled}`);
    await fill(page, 'Name', name);
    await next(page);
    await expect(page.getByText(says).first()).toBeVisible();
    // Nothing is lost.
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(name);
  });
}
