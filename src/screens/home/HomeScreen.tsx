import { useEffect } from 'preact/hooks';
import { whenIdle } from '../../device/idle';
import { role } from '../../device/role';
import { applyUpdate } from '../../device/update';
import type { Card, Locale } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { Icon } from '../../ui/icons';
import { TopBar } from '../../ui/TopBar';
import { LanguageLink } from '../LanguageLink';
import { LookButton } from '../look/LookButton';
import { useHref } from '../site';
import { useTitle } from '../use-title';
import { GuideSearch } from './GuideSearch';
import { NotHereNote } from './NotHereNote';
import './HomeScreen.css';

/** Nobody is in the middle of anything here: after so long without a touch a new version may start. */
const IDLE_MS = 20_000;

/** What can be learned here, as big cards. */
export function HomeScreen({ cards, locale }: { cards: Card[]; locale: Locale }) {
  const { t } = useWords();
  const href = useHref();
  useTitle(t('app'));
  // Who reads a kiosk's home screen for long would find it gone: it has a screen for that on which nobody is.
  useEffect(() => (role.get() === 'kiosk' ? undefined : whenIdle(IDLE_MS, applyUpdate)), []);
  return (
    <>
      <TopBar title={t('app')} subtitle={t('app.for')}>
        <LanguageLink address={{ screen: 'home', locale }} />
        <LookButton named />
      </TopBar>
      <main data-screen="home">
        <h1>{t('home.title')}</h1>
        <NotHereNote />
        <p class="lead">{t('home.lead')}</p>
        <GuideSearch cards={cards}>
          {(found) => (
            <div class="cards">
              {found.map((card) => (
                <a
                  key={card.id}
                  class="card"
                  data-open={card.id}
                  href={href({ screen: 'guide', locale, guide: card.id })}
                >
                  <span class="picture-box">
                    <Icon name={card.icon} />
                  </span>
                  <b>{card.title}</b>
                  <span>{card.summary}</span>
                  <em>{t('minutes', { minutes: card.minutes })}</em>
                </a>
              ))}
            </div>
          )}
        </GuideSearch>
        <p class="staff-door">
          <a class="button quiet for-helpers" href={href({ screen: 'helping', locale })}>
            {t('helping.title')}
          </a>
          <a class="button quiet" href={href({ screen: 'staff', locale })} data-action="staff">
            {t('home.staff')}
          </a>
        </p>
        <p class="honest">
          <a href={href({ screen: 'privacy', locale })}>{t('privacy.link')}</a>
        </p>
      </main>
    </>
  );
}
