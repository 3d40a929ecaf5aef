import { Flex, Text } from '@backstage/ui';
import { RiCheckboxCircleFill } from '@remixicon/react';
import type {
  Finding as FindingType,
  InstanceDto,
} from 'backstage-plugin-dapr-shared-common';
import { useId } from 'react';
import { arrangeFindings, moreText } from '../model/findings';
import { Disclosure } from './Disclosure';
import { Finding } from './Finding';
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
      {first.length === 0 && <Nothing instance={instance} />}
      {first.length > 0 && <List findings={first} />}
      {more.length > 0 && (
        <Disclosure label={moreText(more, first.length > 0)}>
          <List findings={more} />
        </Disclosure>
      )}
    </section>
  );
};

/** By code, so that an update leaves open what is open, wherever it goes. */
const List = ({ findings }: { findings: readonly FindingType[] }) => {
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

/** Only a healthy instance has nothing to be done about; of others nothing more is known. */
const Nothing = ({ instance }: { instance: InstanceDto }) => {
  switch (instance.health.status) {
    case 'healthy':
      return (
        <Flex align="center" gap="3">
          <span className={`${styles.icon} ${styles.healthy}`}>
            <RiCheckboxCircleFill size={20} aria-hidden />
          </span>
          <Text as="p">Nothing to do.</Text>
        </Flex>
      );
    case 'progressing':
      return <Text as="p">Nothing to do but wait.</Text>;
    default:
      return (
        <Text as="p">
          What the portal may read does not tell why. The pods&apos; events and
          logs may.
        </Text>
      );
  }
};
