import {
  RiAlertFill,
  RiArrowDownCircleLine,
  RiCloseCircleFill,
  RiErrorWarningFill,
  RiInformationLine,
} from '@remixicon/react';
import type { Severity } from 'backstage-plugin-dapr-shared-common';
import styles from './styles.module.css';

const icons = {
  critical: RiCloseCircleFill,
  high: RiErrorWarningFill,
  medium: RiAlertFill,
  low: RiArrowDownCircleLine,
  info: RiInformationLine,
};

/** Says nothing that the word beside it does not. */
export const SeverityIcon = ({ severity }: { severity: Severity }) => {
  const Icon = icons[severity];
  return (
    <span className={`${styles.icon} ${styles[severity]}`}>
      <Icon size={20} aria-hidden />
    </span>
  );
};
