import { render } from 'preact';
import { loadWords, WordsContext } from '../i18n/words';
import { Gallery } from './Gallery';

/** Shows the gallery instead of the app. */
export async function openGallery(target: Element): Promise<void> {
  const words = await loadWords('vi', 'residents');
  document.title = 'Từng Bước: gallery';
  render(
    <WordsContext.Provider value={words}>
      <Gallery />
    </WordsContext.Provider>,
    target,
  );
  document.documentElement.dataset.ready = '';
}
