import type { Guide, Source } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { Callout } from '../../ui/Blocks';

/** In small type: when the guide was followed against the real app, and where it comes from. */
export function About({ guide }: { guide: Guide }) {
  const { t } = useWords();
  const { verified, app, sources } = guide;
  return (
    <>
      <Due guide={guide} />
      <p class="about">
        {verified && <>{t('cover.verified', { day: verified })} </>}
        {app && <>{t('cover.app', { app })} </>}
        {sources.length > 0 && t('cover.sources', { sources: sites(sources).join(', ') })}
      </p>
    </>
  );
}

/**
 * Says to helpers that nobody has checked the guide lately; residents can do nothing about it. Whether a day is long ago is seen
 * when the page is opened: `showIfDue`.
 */
function Due({ guide: { verified } }: { guide: Guide }) {
  const { t } = useWords();
  const words = verified ? t('cover.old', { day: verified }) : t('cover.never-verified');
  return (
    <div class="due" data-verified={verified} hidden={verified !== undefined}>
      <Callout tone="note" blocks={[{ kind: 'paragraph', text: [words] }]} pictures="" />
    </div>
  );
}

/** Each site once, with the time of its newest page: what a claim rests on in detail is in the guide's own file. */
function sites(sources: Source[]): string[] {
  const newest = new Map<string, string>();
  for (const { url, date } of sources) {
    const site = new URL(url).hostname.replace(/^(www|amp|m)\./, '');
    const month = date.slice(0, 7);
    if (month > (newest.get(site) ?? '')) newest.set(site, month);
  }
  return [...newest].map(([site, month]) => `${site} (${month})`);
}
