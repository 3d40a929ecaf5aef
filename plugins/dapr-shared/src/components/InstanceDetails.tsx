import { Flex, Text } from '@backstage/ui';
import { RiArrowRightSLine } from '@remixicon/react';
import type { InstanceDto } from 'backstage-plugin-dapr-shared-common';
import { notableText } from '../model/findings';
import { duration, healthWords, replicasText } from '../model/words';
import { Facts } from './Facts';
import { Findings } from './Findings';
import { HealthIcon } from './HealthIcon';
import styles from './styles.module.css';

/** One instance: the answer in its head, everything else when opened. */
export const InstanceDetails = ({
  instance,
  open,
  onToggle,
}: {
  instance: InstanceDto;
  open: boolean;
  onToggle: (open: boolean) => void;
}) => {
  const { cluster, namespace, appId, health, since, stale } = instance;
  const now = new Date();
  const findings = notableText(instance.findings);
  const lasting = healthWords[health.status].toLocaleLowerCase('en');
  return (
    <details
      className={styles.instance}
      open={open}
      onToggle={({ currentTarget }) => {
        // Also fires for our own change of `open`.
        if (currentTarget.open !== open) onToggle(currentTarget.open);
      }}
    >
      <summary className={styles.summary}>
        <RiArrowRightSLine size={20} className={styles.chevron} aria-hidden />
        <HealthIcon status={health.status} />
        <div className={styles.rowText}>
          <div className={styles.rowHead}>
            <Text as="strong" variant="body-large" weight="bold">
              {cluster} / {namespace} / {appId}
            </Text>
            <Text as="span" className={styles.soft}>
              {replicasText(instance)}
              {since && ` · ${lasting} for ${duration(since, now)}`}
              {findings && ` · ${findings}`}
            </Text>
          </div>
          <Text as="p">{health.summary}</Text>
        </div>
      </summary>
      <div className={styles.details}>
        <Flex direction="column" gap="4">
          {stale && (
            <Text as="p" color="warning">
              Last known state, read {duration(instance.observedAt, now)} ago:
              the cluster could not be read since.
            </Text>
          )}
          {instance.ambiguous && (
            <Text as="p" color="warning">
              Other namespaces have the same app id, so this may be somebody
              else&apos;s. Write {namespace}/{appId} into the annotation
              dapr.io/app-id to say which is meant.
            </Text>
          )}
          <Findings instance={instance} />
          <Facts instance={instance} />
        </Flex>
      </div>
    </details>
  );
};
