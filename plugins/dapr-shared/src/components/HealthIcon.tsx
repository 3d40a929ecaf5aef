import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiLoader4Line,
  RiQuestionLine,
  RiSubtractLine,
} from '@remixicon/react';
import type { HealthStatus } from 'backstage-plugin-dapr-shared-common';
import { healthWords } from '../model/words';
import styles from './styles.module.css';

const icons = {
  healthy: RiCheckboxCircleFill,
  progressing: RiLoader4Line,
  degraded: RiCloseCircleFill,
  missing: RiSubtractLine,
  unknown: RiQuestionLine,
};

/** Icon with its word for who does not see it. */
export const HealthIcon = ({ status }: { status: HealthStatus }) => {
  const Icon = icons[status];
  return (
    <span
      role="img"
      aria-label={healthWords[status]}
      className={`${styles.icon} ${styles[status]}`}
    >
      <Icon size={20} aria-hidden />
    </span>
  );
};
