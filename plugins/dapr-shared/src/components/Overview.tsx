import { Flex, Select, Text } from '@backstage/ui';
import type {
  HealthStatus,
  InstanceDto,
} from 'backstage-plugin-dapr-shared-common';
import type { View } from '../hooks/useView';
import { count, healthWords } from '../model/words';
import { HealthIcon } from './HealthIcon';

const order: HealthStatus[] = [
  'degraded',
  'missing',
  'unknown',
  'progressing',
  'healthy',
];

const Narrow = ({
  field,
  label,
  items,
  view,
}: {
  field: 'cluster' | 'namespace';
  label: string;
  items: readonly InstanceDto[];
  view: View;
}) => {
  const values = [...new Set(items.map(item => item[field]))].sort();
  if (values.length < 2) return null;
  return (
    <Select
      aria-label={label}
      size="small"
      options={[
        { id: '', label: `Any ${label.toLocaleLowerCase('en')}` },
        ...values.map(value => ({ id: value, label: value })),
      ]}
      value={view.filter[field] ?? ''}
      onChange={value => view.narrow(field, value ? String(value) : undefined)}
    />
  );
};

/** How many there are in which health, and what to narrow them by. */
export const Overview = ({
  items,
  view,
}: {
  items: readonly InstanceDto[];
  view: View;
}) => (
  <Flex justify="between" align="end" gap="4" style={{ flexWrap: 'wrap' }}>
    <Flex align="center" gap="4" role="status">
      <Text as="h2" variant="title-x-small" weight="bold">
        {count(items.length, 'instance')}
      </Text>
      {order.map(status => {
        const number = items.filter(i => i.health.status === status).length;
        return number === 0 ? null : (
          <Flex key={status} align="center" gap="1">
            <HealthIcon status={status} />
            <Text as="span">
              {number} {healthWords[status].toLocaleLowerCase('en')}
            </Text>
          </Flex>
        );
      })}
    </Flex>
    <Flex gap="3">
      <Narrow field="cluster" label="Cluster" items={items} view={view} />
      <Narrow field="namespace" label="Namespace" items={items} view={view} />
    </Flex>
  </Flex>
);
