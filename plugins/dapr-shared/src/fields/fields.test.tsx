import { TestApiProvider } from '@backstage/frontend-test-utils';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ClusterDto,
  DaprSharedApi,
} from 'backstage-plugin-dapr-shared-common';
import type { ComponentType } from 'react';
import { daprSharedApiRef } from '../api';
import { ClusterPicker } from './ClusterPicker';
import { StrategyPicker } from './StrategyPicker';

const clusters: ClusterDto[] = [
  {
    name: 'prod-eu',
    title: 'prod-eu',
    state: 'connected',
    controlPlane: { namespace: 'dapr-system', version: '1.18.3' },
    nodes: { ready: 3, total: 3 },
  },
  { name: 'lab', title: 'lab', state: 'connected', controlPlane: null },
];

function show(
  Field: ComponentType<FieldExtensionComponentProps<string>>,
  over: { formData?: string; cluster?: string; rawErrors?: string[] },
  getClusters: DaprSharedApi['getClusters'] = async () => ({ items: clusters }),
) {
  const onChange = jest.fn();
  // The form gives a field some thirty properties, of which these are used.
  const props: Partial<FieldExtensionComponentProps<string>> = {
    onChange,
    schema: {},
    required: true,
    formContext: { formData: { cluster: over.cluster } },
    ...over,
  };
  render(
    <TestApiProvider
      apis={[
        [
          daprSharedApiRef,
          {
            getClusters,
            getEntityInstances: () => Promise.reject(new Error()),
          },
        ],
      ]}
    >
      <Field {...(props as FieldExtensionComponentProps<string>)} />
    </TestApiProvider>,
  );
  return onChange;
}

describe('the cluster picker', () => {
  it('tells clusters with a control plane from those without', async () => {
    const onChange = show(ClusterPicker, {});
    await userEvent.click(
      await screen.findByRole('button', { name: /Cluster/ }),
    );
    expect(
      screen.getByRole('option', { name: 'lab · no Dapr control plane' }),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('option', { name: 'prod-eu · Dapr 1.18.3' }),
    );
    expect(onChange).toHaveBeenCalledWith('prod-eu');
  });

  it('warns of a cluster without one', async () => {
    show(ClusterPicker, { formData: 'lab' });
    expect(
      await screen.findByText(/No Dapr control plane was found/),
    ).toBeVisible();
  });

  it('says why there are none', async () => {
    show(ClusterPicker, {}, async () => ({
      items: [],
      problem: 'Configure kubernetes.',
    }));
    expect(await screen.findByText('Configure kubernetes.')).toBeVisible();
  });

  it('says that they could not be loaded', async () => {
    show(ClusterPicker, {}, () => Promise.reject(new Error('no answer')));
    expect(await screen.findByText('no answer')).toBeVisible();
  });

  it('shows the errors of the form', async () => {
    show(ClusterPicker, { rawErrors: ['is a required property'] });
    expect(await screen.findByText('is a required property')).toBeVisible();
  });
});

describe('the strategy picker', () => {
  it('says what each strategy means on the chosen cluster', async () => {
    const onChange = show(StrategyPicker, { cluster: 'prod-eu' });
    expect(
      await screen.findByText('3 daprd, one on each node of prod-eu.'),
    ).toBeVisible();
    expect(screen.getAllByRole('radio')).toHaveLength(2);
    expect(screen.getByText(/for comparison/)).toBeVisible();
    expect(screen.getByText('Recommended.')).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: /DaemonSet/ }));
    expect(onChange).toHaveBeenCalledWith('daemonset');
  });
});
