import { Link, Text } from '@backstage/ui';
import type { Finding as FindingType } from 'backstage-plugin-dapr-shared-common';
import { severityWords } from '../model/findings';
import { Disclosure } from './Disclosure';
import { SeverityIcon } from './SeverityIcon';
import styles from './styles.module.css';

/** What is wrong, why, and what to do; what shows it only when asked for. */
export const Finding = ({ finding }: { finding: FindingType }) => {
  const { code, severity, title, cause, fix, evidence, docs } = finding;
  return (
    <li className={styles.finding}>
      <SeverityIcon severity={severity} />
      <div className={styles.rowText}>
        <div className={styles.rowHead}>
          <Text as="h4" variant="body-medium" weight="bold">
            {title}
          </Text>
          <Text as="span" variant="body-small" className={styles.soft}>
            {severityWords[severity]} ·{' '}
            {docs ? (
              <Link
                href={docs}
                target="_blank"
                rel="noopener"
                variant="body-small"
                aria-label={`${code}, what it means (opens in a new tab)`}
              >
                {code}
              </Link>
            ) : (
              code
            )}
          </Text>
        </div>
        <Text as="p" className={styles.cause}>
          {cause}
        </Text>
        <Text as="p" className={styles.fix}>
          <strong>Fix:</strong> {fix}
        </Text>
        {evidence && (
          <Disclosure label="Evidence">
            <pre
              className={`${styles.code} ${styles.evidence}`}
              // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It scrolls, so the keyboard must be able to get there.
              tabIndex={0}
              role="region"
              aria-label={`Evidence of ${code}`}
            >
              {evidence}
            </pre>
          </Disclosure>
        )}
      </div>
    </li>
  );
};
