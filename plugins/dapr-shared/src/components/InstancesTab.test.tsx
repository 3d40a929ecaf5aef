import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError } from '@backstage/errors';
import type { EntityInstancesResponse } from 'backstage-plugin-dapr-shared-common';
import {
  cluster,
  degraded,
  finding,
  instance,
  response,
} from '../__fixtures__/responses';
import { daprSharedApiRef } from '../api';
import plugin from '..';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: { 'dapr.io/app-id': 'shop/orders' },
  },
  spec: { type: 'service' },
};

function open(
  extension: 'entity-content:dapr-shared' | 'entity-card:dapr-shared',
  answer: () => Promise<EntityInstancesResponse>,
) {
  const getEntityInstances = jest.fn(answer);
  renderTestApp({
    extensions: [
      createTestEntityPage({ entity }),
      plugin.getExtension(extension),
    ],
    apis: [
      [
        daprSharedApiRef,
        { getEntityInstances, getClusters: async () => ({ items: [] }) },
      ],
    ],
  });
  return { getEntityInstances };
}

const openTab = (answer: Partial<EntityInstancesResponse>) =>
  open('entity-content:dapr-shared', async () => response(answer));

const openCard = (answer: Partial<EntityInstancesResponse>) =>
  open('entity-card:dapr-shared', async () => response(answer));

describe('the tab', () => {
  it('says what one instance is, opened', async () => {
    openTab({ items: [instance()] });
    expect(await screen.findByText('prod-eu / shop / orders')).toBeVisible();
    expect(screen.getByText('All 2 ready.')).toBeVisible();
    expect(screen.getByText('Deployment 2/2')).toBeVisible();
    expect(screen.getByText('http orders.shop:8080')).toBeVisible();
    expect(screen.getByText('1.18.3')).toBeVisible();
    expect(screen.getByText('1.16.0')).toBeVisible();
  });

  it('opens the worst and keeps the others to one line', async () => {
    openTab({ items: [degraded(), instance()] });
    const worst = await screen.findByText(/Waiting for Sentry/);
    expect(worst.closest('details')).toHaveAttribute('open');
    expect(
      screen.getByText('All 2 ready.').closest('details'),
    ).not.toHaveAttribute('open');
    expect(screen.getByText('1 degraded')).toBeVisible();
    expect(screen.getByText('1 healthy')).toBeVisible();
  });

  it('shows what it has where other clusters cannot be read', async () => {
    openTab({
      items: [instance()],
      clusters: [
        cluster('prod-eu'),
        cluster('lab', {
          state: 'unreachable',
          message: 'It did not answer within 2 s.',
        }),
        cluster('staging', {
          state: 'forbidden',
          message: 'It may not list daemonsets.',
        }),
      ],
    });
    expect(await screen.findByText('prod-eu / shop / orders')).toBeVisible();
    expect(screen.getByText('lab does not answer')).toBeVisible();
    expect(screen.getByText('It may not list daemonsets.')).toBeVisible();
  });

  it('does not call an unread cluster empty', async () => {
    openTab({ clusters: [cluster('lab', { state: 'unreachable' })] });
    expect(await screen.findByText('lab does not answer')).toBeVisible();
    expect(screen.queryByText(/No instance/)).not.toBeInTheDocument();
  });

  it('says that nothing was found, and what comes next', async () => {
    openTab({});
    expect(
      await screen.findByText(
        /No instance of this entity's app id runs on any of the 2 clusters/,
      ),
    ).toBeVisible();
  });

  it('says what to write where the entity names no app id', async () => {
    openTab({ annotated: false, clusters: [] });
    expect(
      await screen.findByText(/dapr\.io\/app-id: <namespace>\/orders/),
    ).toBeVisible();
  });

  it('marks what is only the last known state, and what may be another one', async () => {
    openTab({ items: [instance({ stale: true, ambiguous: true })] });
    expect(await screen.findByText(/Last known state/)).toBeVisible();
    expect(screen.getByText(/may be somebody else/)).toBeVisible();
  });

  it('offers to try again after an error', async () => {
    const answers = [
      () => Promise.reject(new Error('the database is away')),
      async () => response({ items: [instance()] }),
    ];
    open('entity-content:dapr-shared', () =>
      (answers.shift() ?? (async () => response()))(),
    );
    expect(await screen.findByText('the database is away')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('prod-eu / shop / orders')).toBeVisible();
    expect(screen.queryByText('the database is away')).not.toBeInTheDocument();
  });

  it('says which permission is missing', async () => {
    open('entity-content:dapr-shared', async () => {
      throw new Error('Request failed with 403', {
        cause: new NotAllowedError('ask for dapr-shared.instance.read'),
      });
    });
    expect(
      await screen.findByText('You may not see the instances of this entity'),
    ).toBeVisible();
    expect(screen.getByText('ask for dapr-shared.instance.read')).toBeVisible();
  });

  it('keeps an instance open when it is opened by hand', async () => {
    openTab({ items: [degraded(), instance()] });
    await userEvent.click(await screen.findByText('All 2 ready.'));
    await waitFor(() =>
      expect(
        screen.getByText('All 2 ready.').closest('details'),
      ).toHaveAttribute('open'),
    );
  });
});

describe('the findings of an instance', () => {
  const list = async () =>
    within(await screen.findByRole('region', { name: 'Findings' }));

  it('have cause, fix and a link to what the code means', async () => {
    openTab({ items: [degraded({ findings: [finding()] })] });
    const findings = await list();
    expect(
      findings.getByRole('heading', { name: /Sentry is called at port 80/ }),
    ).toBeVisible();
    expect(findings.getByText(/has port 443 alone/)).toBeVisible();
    expect(
      findings.getByText(/Set shared.controlPlane.sentry.port to 443/),
    ).toBeVisible();
    expect(findings.getByText(/High/)).toBeVisible();
    const docs = findings.getByRole('link', { name: /DS211/ });
    expect(docs).toHaveAttribute('href', 'https://portal.example/findings#ds211'); // prettier-ignore
    expect(docs).toHaveAttribute('target', '_blank');
  });

  it('keep what shows them for who asks', async () => {
    openTab({ items: [degraded({ findings: [finding()] })] });
    const findings = await list();
    const evidence = findings.getByText(/--sentry-address/);
    expect(evidence).not.toBeVisible();
    await userEvent.click(findings.getByText('Evidence'));
    expect(evidence).toBeVisible();
  });

  it('come in the order of what to do first, hints at the end and folded', async () => {
    const findings = [
      finding({ code: 'DS603', title: 'The app does not listen' }),
      finding({ code: 'DS302', severity: 'low', title: 'Nothing is reserved' }),
      finding({ code: 'DS401', severity: 'medium', title: 'Any pod can read' }),
    ];
    openTab({ items: [degraded({ findings })] });
    const shown = await list();
    const titles = () =>
      shown.getAllByRole('heading', { level: 4 }).map(h => h.textContent);
    expect(titles()).toEqual([
      'The app does not listen',
      'Any pod can read',
      'Nothing is reserved',
    ]);
    expect(shown.getByText('Nothing is reserved')).not.toBeVisible();
    await userEvent.click(shown.getByText('1 more, low'));
    expect(shown.getByText('Nothing is reserved')).toBeVisible();
  });

  it('do without evidence and link', async () => {
    const bare = finding({ evidence: undefined, docs: undefined });
    openTab({ items: [degraded({ findings: [bare] })] });
    const findings = await list();
    expect(findings.getByText(/DS211/)).toBeVisible();
    expect(findings.queryByRole('link')).not.toBeInTheDocument();
    expect(findings.queryByText('Evidence')).not.toBeInTheDocument();
  });

  it.each([
    ['healthy', 'Nothing to do.'],
    ['progressing', 'Nothing to do but wait.'],
    ['degraded', /does not tell why/],
  ] as const)(
    'say that there are none, where it is %s',
    async (status, text) => {
      openTab({ items: [instance({ health: { status, summary: 'So.' } })] });
      expect((await list()).getByText(text)).toBeVisible();
    },
  );

  it('are nothing to do where there are hints alone', async () => {
    openTab({ items: [instance({ findings: [finding({ severity: 'info' })] })] }); // prettier-ignore
    const findings = await list();
    expect(findings.getByText('Nothing to do.')).toBeVisible();
    expect(findings.getByText('1 hint, for information')).toBeVisible();
  });

  it('are counted in the line of an instance that is not open', async () => {
    openTab({ items: [degraded(), instance({ findings: [finding()] })] });
    expect(await screen.findByText(/· 1 finding$/)).toBeVisible();
  });
});

describe('the card', () => {
  it('counts the findings of a healthy instance, and leads to them', async () => {
    const findings = [finding({ severity: 'medium' }), finding(), finding({ severity: 'low' })]; // prettier-ignore
    openCard({ items: [instance({ findings })] });
    expect(await screen.findByText('2 findings')).toBeVisible();
  });

  it('is calm where there are hints alone', async () => {
    openCard({ items: [instance({ findings: [finding({ severity: 'low' })] })] }); // prettier-ignore
    expect(await screen.findByText('prod-eu / shop / orders')).toBeVisible();
    expect(screen.queryByText(/finding|hint/)).not.toBeInTheDocument();
  });

  it('lists the worst first, with the reason, and five at most', async () => {
    const many = ['b', 'c', 'd', 'e', 'f', 'g'].map(appId =>
      instance({ appId }),
    );
    openCard({ items: [degraded(), ...many] });
    expect(await screen.findByText(/Waiting for Sentry/)).toBeVisible();
    expect(screen.getAllByText(/daprd 1.18.3/)).toHaveLength(5);
    expect(screen.getByText('and 2 more')).toBeVisible();
  });

  it('names the clusters that could not be read', async () => {
    openCard({
      items: [instance()],
      clusters: [cluster('prod-eu'), cluster('lab', { state: 'unreachable' })],
    });
    expect(await screen.findByText('lab does not answer')).toBeVisible();
  });
});
