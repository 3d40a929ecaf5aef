import { Link, useSidebarOpenState } from '@backstage/core-components';
import { LogoFull } from './LogoFull';
import { LogoIcon } from './LogoIcon';

const place = { display: 'block', padding: '22px 0 14px 22px' } as const;

export const SidebarLogo = () => {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link to="/" underline="none" style={place} aria-label="Home">
      {isOpen ? <LogoFull /> : <LogoIcon />}
    </Link>
  );
};
