import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../i18n/words';
import { Icon } from './icons';
import './TopBar.css';

interface Props {
  /** Where the house leads; left out on the home screen itself. */
  home?: string;
  title?: string;
  subtitle?: string;
  textSize: { get(): '1' | '2' | '3'; next(): '1' | '2' | '3' };
  children?: ComponentChildren;
}

/** Always in the same places: home top left, where one is beside it, text size top right. */
export function TopBar({ home, title, subtitle, textSize, children }: Props) {
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
      <TextSizeButton textSize={textSize} />
    </header>
  );
}

function TextSizeButton({ textSize }: Pick<Props, 'textSize'>) {
  const { t } = useWords();
  const [size, setSize] = useState(textSize.get);
  return (
    <button
      type="button"
      class="round"
      aria-label={t(`text-size.${size}`)}
      onClick={() => setSize(textSize.next())}
    >
      <Icon name="text-size" />
    </button>
  );
}
