import { useEffect } from 'preact/hooks';
import { useWords } from '../i18n/words';

/** Names the page for the browser's tab, its history, and screen readers. */
export function useTitle(title: string): void {
  const { language, t } = useWords();
  useEffect(() => {
    document.title = pageTitle(title, t('app'));
  }, [title, t]);
  // By itself: even when nothing changes by it, the browser looks at the style of the whole page anew.
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
}

/** "Kích hoạt VNeID · Từng Bước" */
export function pageTitle(title: string, app: string): string {
  return title === app ? app : `${title} · ${app}`;
}
