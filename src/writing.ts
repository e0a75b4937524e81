import { type Address, pathOf } from './screens/address';

interface Edited {
  guide: string;
  locale: 'vi' | 'en';
  step?: string;
}

/**
 * In development only: when a guide is saved, the page shows it anew, at the step that was edited if it is the guide
 * on screen.
 */
export function followWriting(shown: Address): void {
  import.meta.hot?.on('tung-buoc:edited', (edited: Edited | undefined) => {
    const here =
      edited && shown.screen === 'guide' && edited.guide === shown.guide && edited.locale === shown.locale;
    if (here) history.replaceState(null, '', `/${pathOf(shown)}${edited.step ? `#${edited.step}` : ''}`);
    location.reload();
  });
}
