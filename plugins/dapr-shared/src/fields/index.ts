import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ClusterPicker } from './ClusterPicker';
import { StrategyPicker } from './StrategyPicker';

const textField = makeFieldSchema({ output: z => z.string() });

export const clusterPicker = createFormField({
  name: 'DaprSharedClusterPicker',
  component: ClusterPicker,
  schema: textField,
});

export const strategyPicker = createFormField({
  name: 'DaprSharedStrategyPicker',
  component: StrategyPicker,
  schema: textField,
  validation: (value, validation) => {
    if (value && value !== 'daemonset' && value !== 'deployment') {
      validation.addError(`must be daemonset or deployment; it is "${value}"`);
    }
  },
});
