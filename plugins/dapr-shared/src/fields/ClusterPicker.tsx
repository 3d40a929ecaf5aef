import { Alert, Flex, Select, Skeleton, Text } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { clusterLabel, clusterNote } from '../model/clusters';
import { useClusters } from './useClusters';
import styles from '../components/styles.module.css';

/** Chooses a cluster by name, and says what Dapr there is on it. */
export const ClusterPicker = ({
  formData,
  onChange,
  required,
  rawErrors,
  schema,
}: FieldExtensionComponentProps<string>) => {
  const { value, error, loading } = useClusters();
  const clusters = value?.items ?? [];
  const chosen = clusters.find(({ name }) => name === formData);
  const note = chosen && clusterNote(chosen);
  if (loading && !value) {
    return (
      <div role="status" aria-label="Loading clusters">
        <Skeleton height={40} width="100%" />
      </div>
    );
  }
  return (
    <Flex direction="column" gap="2">
      <Select
        className={styles.picker}
        label={schema.title ?? 'Cluster'}
        description={schema.description}
        placeholder="Choose a cluster"
        isRequired={required}
        isInvalid={(rawErrors?.length ?? 0) > 0}
        options={clusters.map(cluster => ({
          id: cluster.name,
          label: clusterLabel(cluster),
        }))}
        value={formData ?? null}
        onChange={key => onChange(key === null ? undefined : String(key))}
      />
      {rawErrors?.map(text => (
        <Text key={text} as="p" color="danger">
          {text}
        </Text>
      ))}
      {note?.warning && <Alert status="warning" icon title={note.text} />}
      {note && !note.warning && (
        <Text as="p" className={styles.soft}>
          {note.text}
        </Text>
      )}
      {error && (
        <Alert
          status="danger"
          icon
          title="The clusters could not be loaded"
          description={error.message}
        />
      )}
      {value && clusters.length === 0 && (
        <Alert
          status="warning"
          icon
          title={value.problem ?? 'The portal knows no cluster yet.'}
        />
      )}
    </Flex>
  );
};
