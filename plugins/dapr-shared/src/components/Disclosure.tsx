import { Text } from '@backstage/ui';
import { RiArrowRightSLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

/** What is only shown when asked for. */
export const Disclosure = ({
  label,
  children,
}: {
  label: string;
  children: ReactNode;
}) => (
  <details className={styles.disclosure}>
    <summary className={styles.disclosureLabel}>
      <RiArrowRightSLine size={16} className={styles.chevron} aria-hidden />
      <Text as="span" variant="body-small">
        {label}
      </Text>
    </summary>
    {children}
  </details>
);
