import { expect, test } from '@playwright/test';
import {
  expectAccessible,
  keepPicture,
  openAsGuest,
  setFault,
  tabOf,
  type Theme,
} from './portal';

/** What is wrong with each seeded instance, as the tab says it. */
const seeded: [component: string, place: string, says: RegExp][] = [
  ['orders', 'prod-eu / shop / orders', /All 3 ready/],
  ['checkout', 'prod-eu / shop / checkout', /Sentry at port 80/],
  ['checkout', 'staging / shop / checkout', /Ready/],
  ['payments', 'staging / shop / payments', /image/i],
  ['inventory', 'prod-eu / shop / inventory', /app/i],
  ['catalog', 'staging / shop / catalog', /audience|crash|exit/i],
];

for (const [component, place, says] of seeded) {
  test(`the tab of ${component} says how ${place} does`, async ({ page }) => {
    await openAsGuest(page, tabOf(component));
    const instance = page.locator('details', { hasText: place });
    await expect(instance).toContainText(says);
  });
}

for (const theme of ['light', 'dark'] satisfies Theme[]) {
  test(`card and tab are accessible, ${theme}`, async ({ page }) => {
    await openAsGuest(page, tabOf('checkout'), theme);
    await expect(page.getByText('2 instances')).toBeVisible();
    await expectAccessible(page, 'details');
    await keepPicture(page, `tab-${theme}`);

    await page.getByRole('link', { name: 'Overview' }).click();
    await expect(
      page.getByRole('heading', { name: 'Dapr Shared' }),
    ).toBeVisible();
    await expectAccessible(page, 'ul:has([role="img"])');
    await keepPicture(page, `card-${theme}`);
  });
}

test('the card leads to the instance', async ({ page }) => {
  await openAsGuest(page, '/catalog/default/component/checkout');
  await page.getByRole('link', { name: 'staging / shop / checkout' }).click();
  await expect(
    page.locator('details[open]', { hasText: 'staging / shop / checkout' }),
  ).toBeVisible();
});

test('what is open and filtered survives a reload', async ({ page }) => {
  await openAsGuest(page, tabOf('checkout'));
  await page.locator('summary', { hasText: 'staging / shop' }).click();
  await page.reload();
  await expect(page.locator('details[open]')).toHaveCount(2);
});

test('a component without an app id says what to write', async ({ page }) => {
  await openAsGuest(page, tabOf('storefront'));
  await expect(
    page.getByText('dapr.io/app-id: <namespace>/storefront'),
  ).toBeVisible();
  await keepPicture(page, 'not-annotated');
});

test.describe('with one cluster that refuses and one that hangs', () => {
  test.beforeEach(async () => {
    await setFault('staging', 'forbidden');
    await setFault('lab', 'hang');
  });
  test.afterEach(async () => {
    await setFault('staging', 'none');
    await setFault('lab', 'none');
  });

  test('the tab shows the third within 2 s, and says what is wrong with the two', async ({
    page,
  }) => {
    await openAsGuest(page, tabOf('orders'));
    await expect(page.getByText('staging does not let us read')).toBeVisible();
    await expect(page.getByText('lab does not answer')).toBeVisible();

    // Measured on the answer that the page waits for, not on the page's start.
    const [response] = await Promise.all([
      page.waitForResponse(/\/api\/dapr-shared\/v1\/entities\/.*\/instances/),
      page.reload(),
    ]);
    const { startTime, responseEnd } = response.request().timing();
    expect(responseEnd).toBeLessThan(2_000);
    expect(startTime).toBeGreaterThan(0);
    await expect(page.getByText('prod-eu / shop / orders')).toBeVisible();
    await keepPicture(page, 'two-clusters-unread');
  });
});
