import { Link, Text } from '@backstage/ui';
import type { InstanceDto } from 'backstage-plugin-dapr-shared-common';
import { isNotable, notableText } from '../model/findings';
import { replicasText } from '../model/words';
import { HealthIcon } from './HealthIcon';
import { SeverityIcon } from './SeverityIcon';
import styles from './styles.module.css';

/** One instance in one line, and below it why it does not work. */
export const InstanceLine = ({
  instance,
  href,
}: {
  instance: InstanceDto;
  href?: string;
}) => {
  const { cluster, namespace, appId, health, daprd, stale } = instance;
  const place = `${cluster} / ${namespace} / ${appId}`;
  const isFine = health.status === 'healthy' && !stale;
  const worst = instance.findings.find(isNotable);
  const findings = notableText(instance.findings);
  return (
    <li className={styles.row}>
      <HealthIcon status={health.status} />
      <div className={styles.rowText}>
        <div className={styles.rowHead}>
          {href ? (
            <Link href={href} standalone weight="bold">
              {place}
            </Link>
          ) : (
            <Text as="span" weight="bold">
              {place}
            </Text>
          )}
          <Text as="span" className={styles.soft}>
            {replicasText(instance)} · daprd {daprd?.version ?? 'unknown'}
          </Text>
        </div>
        {!isFine && (
          <Text as="p">
            {health.summary}
            {stale && ' This is the last known state.'}
          </Text>
        )}
        {worst && findings && (
          <div className={styles.hint}>
            {isFine && <SeverityIcon severity={worst.severity} />}
            {href ? (
              <Link href={href}>{isFine ? findings : 'What to do'}</Link>
            ) : (
              isFine && <Text as="span">{findings}</Text>
            )}
          </div>
        )}
      </div>
    </li>
  );
};
