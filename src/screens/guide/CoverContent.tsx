import { Fragment } from 'preact';
import type { Guide } from '../../guide/guide';
import { outlineRows } from '../../guide/numbering';
import { useWords } from '../../i18n/words';
import { Blocks } from '../../ui/Blocks';
import { About } from './About';
import { PaperHelp } from './PaperHelp';
import { RehearseOffer } from './PractiseButton';

/** What the guide is for, what will be done, and where it comes from. */
export function CoverContent({ guide, pictures }: { guide: Guide; pictures: string }) {
  const { t } = useWords();
  const rows = outlineRows(guide);
  return (
    <div class="cover-content">
      <p class="where">
        <b>{guide.title}</b>
        <span>{t('cover.length', { steps: rows.length, minutes: guide.minutes })}</span>
      </p>
      <Blocks blocks={guide.cover} pictures={pictures} />
      <PaperHelp hotline={guide.hotline} />
      <RehearseOffer steps={guide.steps} />
      <h2>{t('cover.outline')}</h2>
      <ol class="outline">
        {rows.map((alternatives) => (
          <li>
            {alternatives.map(({ title }, i) => (
              <Fragment key={title}>
                {i > 0 && <i> {t('cover.or')} </i>}
                {title}
              </Fragment>
            ))}
          </li>
        ))}
      </ol>
      <About guide={guide} />
    </div>
  );
}
