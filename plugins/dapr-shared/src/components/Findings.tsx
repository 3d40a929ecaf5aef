import { Text } from '@backstage/ui';
import type { InstanceDto } from 'backstage-plugin-dapr-shared-common';
import { useId } from 'react';
import { arrangeFindings, moreText } from '../model/findings';
import { Disclosure } from './Disclosure';
import { FindingList } from './FindingList';
import { NoFindings } from './NoFindings';
import styles from './styles.module.css';

/** What to do about an instance, first things first. */
export const Findings = ({ instance }: { instance: InstanceDto }) => {
  const headingId = useId();
  const { first, more } = arrangeFindings(instance.findings);
  return (
    <section aria-labelledby={headingId} className={styles.findings}>
      <Text as="h3" variant="body-large" weight="bold" id={headingId}>
        Findings
      </Text>
      {first.length === 0 && <NoFindings instance={instance} />}
      {first.length > 0 && <FindingList findings={first} />}
      {more.length > 0 && (
        <Disclosure label={moreText(more, first.length > 0)}>
          <FindingList findings={more} />
        </Disclosure>
      )}
    </section>
  );
};
