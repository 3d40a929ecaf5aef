import { Flex, Text } from '@backstage/ui';
import { RiCheckboxCircleFill } from '@remixicon/react';
import type { InstanceDto } from 'backstage-plugin-dapr-shared-common';
import styles from './styles.module.css';

/** Only a healthy instance has nothing to be done about; of others nothing more is known. */
export const NoFindings = ({ instance }: { instance: InstanceDto }) => {
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
