import { LogoIcon } from './LogoIcon';

const wordmark = {
  alignItems: 'center',
  color: '#ffffff',
  display: 'flex',
  fontSize: 20,
  fontWeight: 600,
  gap: 12,
  whiteSpace: 'nowrap',
} as const;

export const LogoFull = () => (
  <span style={wordmark}>
    <LogoIcon />
    Dapr Shared
  </span>
);
