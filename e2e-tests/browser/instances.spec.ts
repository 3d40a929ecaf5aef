import { expect, test } from '@playwright/test';
import {
  expectAccessible,
  keepPicture,
  openAsGuest,
  setFault,
  tabOf,
  type Theme,
} from './portal';

interface Explained {
  component: string;
  place: string;
  /** The answer, in the head of the instance. */
  says: string | RegExp;
  /** What its first finding says to do. */
  fix: string | RegExp;
}

/** What is wrong with each seeded instance, and what the tab says of it. */
const broken: Explained[] = [
  {
    component: 'checkout',
    place: 'prod-eu / shop / checkout',
    says: 'Waiting for Sentry: port 80 is closed since Dapr 1.14.',
    fix: 'Set shared.controlPlane.sentry.port: 443.',
  },
  {
    component: 'payments',
    place: 'staging / shop / payments',
    says: /^Image docker\.io\/daprio\/daprd:1\.17\.99 cannot be pulled/,
    fix: 'Check that shared.daprd.image names an image that exists',
  },
  {
    component: 'inventory',
    place: 'prod-eu / shop / inventory',
    says: 'No pod of the app runs behind inventory.shop.svc.cluster.local.',
    fix: 'Start the app',
  },
  {
    component: 'catalog',
    place: 'staging / shop / catalog',
    says: /^The identity token is for spiffe:\/\/other\.local\//,
    fix: 'Set shared.daprd.serviceAccountIdentityToken.audience: spiffe://cluster.local/ns/dapr-system/dapr-sentry.',
  },
  {
    component: 'cart',
    place: 'prod-eu / shop / cart',
    says: /^Component cart-state \(state\.redis\) cannot be initialised: .*no such host/,
    fix: 'Make what Component cart-state connects to reachable',
  },
  {
    component: 'search',
    place: 'prod-eu / shop / search',
    says: 'Service search of the app has no port 3000; it has 8080 (http).',
    fix: 'Set shared.remotePort: 8080.',
  },
  {
    component: 'pricing',
    place: 'prod-eu / shop / pricing',
    says: 'daprd was killed for want of memory: its limit is 32Mi.',
    fix: 'Set resources of daprd',
  },
  {
    component: 'notifications',
    place: 'prod-eu / shop / notifications',
    says: /^Two workloads run for one app id: Deployment notifications-.* and DaemonSet notifications-by-hand/,
    fix: /Keep Deployment notifications-.* remove DaemonSet notifications-by-hand/,
  },
  {
    component: 'shipping',
    place: 'staging / shop / shipping',
    says: 'daprd 1.17.13 does not know the argument --actors-disseminate-timeout.',
    fix: 'Take --actors-disseminate-timeout out',
  },
  {
    component: 'reviews',
    place: 'staging / shop / reviews',
    says: 'shared-init-container may not create configmaps in namespace shop.',
    fix: /Give ServiceAccount reviews-.* the right to create configmaps/,
  },
];

for (const { component, place, says, fix } of broken) {
  test(`the tab explains ${place}, and says what to do`, async ({ page }) => {
    await openAsGuest(page, tabOf(component));
    const instance = page.locator('details', { hasText: place });
    await expect(instance.getByRole('img', { name: 'Degraded' })).toBeVisible();
    await expect(
      instance.locator(':scope > summary').getByText(says),
    ).toBeVisible();
    const first = instance
      .getByRole('region', { name: 'Findings' })
      .getByRole('listitem')
      .first();
    await expect(first).toContainText(fix);
    await keepPicture(page, `tab-${component}`);
  });
}

test('an instance that is set up well leaves nothing to do', async ({
  page,
}) => {
  await openAsGuest(page, tabOf('loyalty'));
  const instance = page.locator('details', { hasText: 'shop / loyalty' });
  await expect(instance).toContainText('All 2 ready.');
  await expect(instance.getByText('Nothing to do.')).toBeVisible();
  await keepPicture(page, 'tab-loyalty');
});

test('the card of a healthy instance leads to its findings', async ({
  page,
}) => {
  await openAsGuest(page, '/catalog/default/component/orders');
  await page.getByRole('link', { name: '2 findings' }).click();
  const findings = page.getByRole('region', { name: 'Findings' });
  await expect(
    findings.getByRole('heading', { name: 'Any pod can read the Secrets' }),
  ).toBeVisible();
});

test('findings are unfolded by keyboard', async ({ page }) => {
  await openAsGuest(page, tabOf('search'));
  const findings = page.getByRole('region', { name: 'Findings' });
  const evidence = findings.getByText('--app-port=3000');
  await expect(evidence).toBeHidden();
  await findings.locator('summary', { hasText: 'Evidence' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(evidence).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(evidence).toBeFocused();
});

for (const theme of ['light', 'dark'] satisfies Theme[]) {
  test(`card and tab are accessible, ${theme}`, async ({ page }) => {
    await openAsGuest(page, tabOf('checkout'), theme);
    await expect(page.getByText('2 instances')).toBeVisible();
    const findings = page.getByRole('region', { name: 'Findings' });
    await findings.getByText('Evidence').first().click();
    await findings.getByText('1 more, low').click();
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

test('very many and very long findings stay in their place', async ({
  page,
}) => {
  const long = 'shop-'.repeat(60);
  const severities = ['critical', 'high', 'medium', 'medium', 'low', 'info'];
  const findings = [...severities, ...severities].map((severity, index) => ({
    code: `DS${600 + index}`,
    severity,
    title: index % 2 ? `Something with ${long}` : 'Something short',
    cause: `The host ${long} is none. ${'It was looked for everywhere. '.repeat(
      9,
    )}`,
    fix: `Set shared.remoteURL: ${long}.`,
    evidence: `${`--app-channel-address=${long}\n`.repeat(30)}`,
    docs: 'https://portal.example/findings',
  }));
  await page.route(/\/v1\/entities\/.*\/instances/, async route => {
    const response = await route.fetch();
    const body = await response.json();
    body.items[0].findings = findings;
    body.items[0].health.summary = findings[1]?.cause;
    await route.fulfill({ response, json: body });
  });
  await page.setViewportSize({ width: 480, height: 900 });
  await openAsGuest(page, tabOf('cart'));
  const list = page.getByRole('region', { name: 'Findings' });
  await expect(list.getByText(/^7 more: 1 high, 2 medium/)).toBeVisible();
  await list.getByText('Evidence').first().click();
  await expectAccessible(page, 'details');
  await keepPicture(page, 'tab-long');
  const tooWide = await page
    .locator('details')
    .first()
    .evaluate(node => node.scrollWidth - node.clientWidth);
  expect(tooWide).toBe(0);
});

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
