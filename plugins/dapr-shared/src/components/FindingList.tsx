import type { Finding as FindingType } from 'backstage-plugin-dapr-shared-common';
import { Finding } from './Finding';
import styles from './styles.module.css';

/** By code, so that an update leaves open what is open, wherever it goes. */
export const FindingList = ({
  findings,
}: {
  findings: readonly FindingType[];
}) => {
  const seen = new Map<string, number>();
  return (
    <ol className={styles.list}>
      {findings.map(finding => {
        const times = seen.get(finding.code) ?? 0;
        seen.set(finding.code, times + 1);
        return <Finding key={`${finding.code}/${times}`} finding={finding} />;
      })}
    </ol>
  );
};
