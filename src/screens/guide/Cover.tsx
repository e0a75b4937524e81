import { Fragment } from 'preact';
import { outline } from '../../guide/graph';
import { findStep, type Guide, type StepId } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { Blocks } from '../../ui/Blocks';
import { Icon } from '../../ui/icons';
import { hashOf } from '../../walk/place';

interface Props {
  guide: Guide;
  /** Where someone was interrupted, if that walk can be taken up. */
  interrupted: StepId | undefined;
  pictures: string;
}

/** What the guide is for, what will be done, and where it comes from. */
export function Cover({ guide, interrupted, pictures }: Props) {
  const { t } = useWords();
  const rows = outline(guide);
  const step = interrupted && findStep(guide, interrupted);
  return (
    <section id="cover" class="cover">
      <h1 tabIndex={-1}>
        <span class="where">{t('cover.length', { steps: rows.length, minutes: guide.minutes })}</span>
        {guide.title}
      </h1>
      {step && (
        <p class="interrupted" role="status">
          {t('cover.interrupted', { step: step.title })}
        </p>
      )}
      <Blocks blocks={guide.cover} pictures={pictures} />
      <h3>{t('cover.outline')}</h3>
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
      <p class="asides">
        <button type="button" class="button quiet" data-action="print">
          <Icon name="print" />
          {t('step.print')}
        </button>
      </p>
      <nav class="dock">
        {step && (
          <a class="button" href={guide.steps[0] && hashOf({ kind: 'step', step: guide.steps[0].id })} data-action="start">
            {t('cover.start-over')}
          </a>
        )}
        {step ? (
          <a class="button go" href={hashOf({ kind: 'step', step: step.id })} data-action="resume">
            {t('cover.resume')}
            <Icon name="next" />
          </a>
        ) : (
          <a class="button go only" href={hashOf({ kind: 'step', step: guide.steps[0].id })} data-action="start">
            {t('cover.start')}
            <Icon name="next" />
          </a>
        )}
      </nav>
    </section>
  );
}

function About({ guide }: { guide: Guide }) {
  const { t } = useWords();
  return (
    <details class="about">
      <summary>{t('cover.about')}</summary>
      <p>{guide.verified ? t('cover.verified', { day: guide.verified }) : t('cover.unverified')}</p>
      {guide.app && <p>{t('cover.app', { app: guide.app })}</p>}
      <ul>
        {guide.sources.map(({ url, date, what }) => (
          <li>
            {what} ({date}, <span class="url">{url.replace(/^https?:\/\//, '')}</span>)
          </li>
        ))}
      </ul>
    </details>
  );
}
