import type { ComponentChildren } from 'preact';
import { useWords } from '../i18n/words';
import { Icon } from './icons';
import './TopBar.css';

interface Props {
  /** Where the house leads; left out on the home screen itself. */
  home?: string;
  title?: string;
  subtitle?: string;
  /** What stands top right. */
  children: ComponentChildren;
}

/** Always in the same places: home top left, where one is beside it, what else there is top right. */
export function TopBar({ home, title, subtitle, children }: Props) {
  const { t } = useWords();
  return (
    <header class="top-bar">
      {home !== undefined && (
        <a class="round" href={home} aria-label={t('home')}>
          <Icon name="home" />
        </a>
      )}
      <div class="where">
        {title && <b>{title}</b>}
        {subtitle && <span>{subtitle}</span>}
      </div>
      {children}
    </header>
  );
}
