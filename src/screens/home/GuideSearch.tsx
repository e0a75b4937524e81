import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Card } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { Icon } from '../../ui/icons';
import { searchCards } from './search';
import './GuideSearch.css';

interface Props {
  cards: Card[];
  /** Draws those that were found. */
  children: (found: Card[]) => ComponentChildren;
}

/**
 * Finds a guide by what is typed, for the volunteer beside: where people are alone nobody types, and the field is not
 * there. What was typed is kept nowhere.
 */
export function GuideSearch({ cards, children }: Props) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const found = searchCards(cards, typed);
  const asked = typed.trim() !== '';
  const clear = () => {
    setTyped('');
    field.current?.focus();
  };
  return (
    <>
      <search class="guide-search">
        <label for="guide-search">{t('search.label')}</label>
        <div class="field">
          <Icon name="search" />
          <input
            ref={field}
            id="guide-search"
            type="search"
            autocomplete="off"
            enterkeyhint="done"
            placeholder={t('search.hint')}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') clear();
              // Puts the keyboard on the screen away: it hides what was found.
              if (event.key === 'Enter') event.currentTarget.blur();
            }}
          />
          {typed !== '' && (
            <button type="button" class="button quiet" onClick={clear}>
              {t('search.clear')}
            </button>
          )}
        </div>
        <p role="status" class={asked && found.length === 0 ? undefined : 'only-heard'}>
          {asked && (found.length > 0 ? t('search.found', { count: found.length }) : t('search.none'))}
        </p>
      </search>
      {children(found)}
    </>
  );
}
