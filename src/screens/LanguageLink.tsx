import { useWords } from '../i18n/words';
import { type Address, inOtherLocale } from './address';
import { useHref } from './site';

/** Leads to the same place in the other language. */
export function LanguageLink({ address }: { address: Address }) {
  const { t } = useWords();
  const href = useHref();
  const other = inOtherLocale(address);
  return (
    <a class="round" href={href(other)} hreflang={other.locale} aria-label={t('language.switch')}>
      {t('language.other')}
    </a>
  );
}
