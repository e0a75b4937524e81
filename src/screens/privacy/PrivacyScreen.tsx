import type { Locale } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { TopBar } from '../../ui/TopBar';
import { LanguageLink } from '../LanguageLink';
import { LookButton } from '../look/LookButton';
import { useHref } from '../site';
import { useTitle } from '../use-title';

const PARTS = ['counted', 'never', 'where', 'law'] as const;

/** What is counted, what never, and where it stays: half a screen, for anybody who asks. */
export function PrivacyScreen({ locale }: { locale: Locale }) {
  const { t } = useWords();
  const href = useHref();
  useTitle(t('privacy.title'));
  return (
    <>
      <TopBar home={href({ screen: 'home', locale })} title={t('app')}>
        <LanguageLink address={{ screen: 'privacy', locale }} />
        <LookButton />
      </TopBar>
      <main data-screen="privacy">
        <h1>{t('privacy.title')}</h1>
        {PARTS.map((part) => (
          <p key={part}>
            <b>{t(`privacy.${part}`)}</b> {t(`privacy.${part}.text`)}
          </p>
        ))}
      </main>
    </>
  );
}
