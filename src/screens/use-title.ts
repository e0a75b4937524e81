import { useEffect } from 'preact/hooks';
import { useWords } from '../i18n/words';

/** Names the page for the browser's tab, its history, and screen readers. */
export function useTitle(title: string): void {
  const { language, t } = useWords();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = pageTitle(title, t('app'));
  }, [title, language, t]);
}

/** "Kích hoạt VNeID · Từng Bước" */
export function pageTitle(title: string, app: string): string {
  return title === app ? app : `${title} · ${app}`;
}
