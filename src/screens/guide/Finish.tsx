import { END, type Outline } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { Icon } from '../../ui/icons';
import { hashOf } from '../../walk/place';
import { REASONS } from '../../walk/walk';
import type { Result } from './session';
import { TakeHomeOffer } from './TakeHomeOffer';

/** "Have you done it?", with a way back for who came here by mistake. */
export function Finish({ title, back }: { title: string; back: string }) {
  const { t } = useWords();
  return (
    <section id={END} class="finish">
      <h1 tabIndex={-1}>
        <span class="where">
          <b>{title}</b> <span>{t('finish.last')}</span>
        </span>
        {t('finish.title')}
      </h1>
      <p>{t('finish.lead')}</p>
      <div class="stack">
        <a class="button go large" href="#done" data-action="completed">
          {t('finish.completed')}
        </a>
        <a class="button large" href="#why" data-action="not-completed">
          {t('finish.not-completed')}
        </a>
        <a class="button quiet large" href={back} data-action="back">
          <Icon name="back" />
          {t('finish.back')}
        </a>
      </div>
    </section>
  );
}

/** "Why do we stop here?": one of a closed list, so that nothing about the person is ever written. */
export function Why({ title }: { title: string }) {
  const { t } = useWords();
  return (
    <section id="why" class="finish">
      <h1 tabIndex={-1}>
        <span class="where">
          <b>{title}</b>
        </span>
        {t('why.title')}
      </h1>
      <p>{t('why.lead')}</p>
      <div class="stack reasons">
        {REASONS.map((reason) => (
          <a class="button" href="#stopped" data-reason={reason}>
            {t(`reason.${reason}`)}
          </a>
        ))}
      </div>
      <div class="stack">
        <a class="button quiet large" href={`#${END}`} data-action="back">
          <Icon name="back" />
          {t('why.back')}
        </a>
      </div>
    </section>
  );
}

interface EndedProps {
  kind: 'done' | 'stopped';
  guide: Outline;
  result: Result | undefined;
  home: string;
  /** The step before: whoever came here by mistake can look at it again, and nothing more is counted. */
  back: string;
}

/** The last screen. Says what was counted only once it is on disk. */
export function Ended({ kind, guide, result, home, back }: EndedProps) {
  const { t } = useWords();
  return (
    <section id={hashOf({ kind }).slice(1)} class="finish ended">
      <h1 tabIndex={-1}>
        <span class="where">
          <b>{guide.title}</b>
        </span>
        {t(`${kind}.title`)}
      </h1>
      <p>{t(`${kind}.lead`)}</p>
      <p class="counted" role="status">
        {(result === 'counted' || result === 'already') && t('ended.counted')}
        {(result === 'not-counted' || result === 'lost') && t('ended.not-counted')}
      </p>
      <div class="stack">
        <a class="button go large" href={home}>
          <Icon name="home" />
          {t('ended.home')}
        </a>
        <a class="button quiet large" href={back} data-action="back">
          <Icon name="back" />
          {t('finish.back')}
        </a>
      </div>
      <TakeHomeOffer guide={guide} />
    </section>
  );
}
