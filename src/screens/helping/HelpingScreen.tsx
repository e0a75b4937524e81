import type { Locale } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { Icon } from '../../ui/icons';
import { TopBar } from '../../ui/TopBar';
import { LanguageLink } from '../LanguageLink';
import { LookButton } from '../look/LookButton';
import { useHref } from '../site';
import { useTitle } from '../use-title';
import './HelpingScreen.css';

const PARTS = [
  { part: 'sit', icon: 'people' },
  { part: 'speak', icon: 'read' },
  { part: 'wait', icon: 'clock' },
  { part: 'finger', icon: 'hand' },
  { part: 'never', icon: 'shield' },
  { part: 'wrong', icon: 'back' },
  { part: 'stop', icon: 'flag' },
  { part: 'end', icon: 'print' },
] as const;

/** How a volunteer of twenty sits beside somebody of seventy: one screen, to read before the first person comes. */
export function HelpingScreen({ locale }: { locale: Locale }) {
  const { t } = useWords();
  const href = useHref();
  useTitle(t('helping.title'));
  return (
    <>
      <TopBar home={href({ screen: 'home', locale })} title={t('app')}>
        <LanguageLink address={{ screen: 'helping', locale }} />
        <LookButton />
      </TopBar>
      <main data-screen="helping">
        <h1>{t('helping.title')}</h1>
        <p>{t('helping.lead')}</p>
        <div class="ways">
          {PARTS.map(({ part, icon }) => (
            <section key={part} class={part}>
              <h2>
                <Icon name={icon} />
                {t(`helping.${part}`)}
              </h2>
              <p>{t(`helping.${part}.text`, { button: t('step.stop') })}</p>
            </section>
          ))}
        </div>
      </main>
    </>
  );
}
