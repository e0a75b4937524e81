import {
  END,
  findStep,
  type Guide,
  type Next,
  type OutlineStep,
  type Step,
  type StepId,
} from '../../guide/guide';
import type { Position } from '../../guide/numbering';
import { useWords } from '../../i18n/words';
import { Blocks } from '../../ui/Blocks';
import { Icon } from '../../ui/icons';
import { LinkCard } from '../../ui/LinkCard';
import { hashOf } from '../../walk/place';
import { PractiseButton } from './PractiseButton';

interface Props {
  guide: Guide;
  step: Step;
  position: Position;
  /** Where "back" leads before the script knows the way taken; the cover for the first step. */
  before: StepId | undefined;
  pictures: string;
}

/** One step, one screen. Its controls are links, so it works as soon as it is painted. */
export function StepSection({ guide, step, position, before, pictures }: Props) {
  const { t } = useWords();
  const phone = step.blocks.filter((block) => block.kind === 'phone');
  const notes = step.blocks.filter((block) => block.kind === 'callout');
  const rest = step.blocks.filter((block) => block.kind !== 'phone' && block.kind !== 'callout');
  return (
    <section id={step.id} class="step">
      <DoneSoFar part={position.number / position.total} />
      <h1 tabIndex={-1}>
        <span class="where">
          <b>{t('step.of', { ...position })}</b> <span>{guide.title}</span>
        </span>
        {step.title}
      </h1>
      <div class={phone.length > 0 ? 'columns' : undefined}>
        <div class="words">
          <Blocks blocks={rest} pictures={pictures} />
        </div>
        {phone.length > 0 && (
          <div class="drawn">
            <Blocks blocks={phone} pictures={pictures} />
            <PractiseButton step={step} />
          </div>
        )}
        <div class="notes">
          <Blocks blocks={notes} pictures={pictures} />
        </div>
      </div>
      <Choice guide={guide} next={step.next} />
      <p class="asides">
        <a class="button quiet" href={hashOf({ kind: 'why' })} data-action="stop">
          {t('step.stop')}
        </a>
      </p>
      <nav class="dock">
        <Help guide={guide} step={step} pictures={pictures} />
        <a
          class="button"
          href={before ? hashOf({ kind: 'step', step: before }) : '#cover'}
          data-action="back"
        >
          <Icon name="back" />
          {t('step.back')}
        </a>
        <Forward next={step.next} />
      </nav>
    </section>
  );
}

/** Progress, under the top bar; the step's number says it in words. A width in a style attribute is not let through. */
function DoneSoFar({ part }: { part: number }) {
  return (
    <svg class="done-so-far" aria-hidden="true">
      <line y1="5" y2="5" x2={`${Math.round(part * 100)}%`} />
    </svg>
  );
}

/** One big button for each way on. On paper it names the step that it leads to. */
export function Choice({ guide, next }: { guide: { steps: OutlineStep[] }; next: Next }) {
  const { t } = useWords();
  if (next.kind !== 'choice') return null;
  return (
    <nav class="stack choices" aria-label={t('step.choose')}>
      {next.options.map(({ label, step }) => (
        <a class="button" href={`#${step}`} data-choice={step} data-to={findStep(guide, step)?.title}>
          {label}
          <Icon name="next" />
        </a>
      ))}
    </nav>
  );
}

function Forward({ next }: { next: Next }) {
  const { t } = useWords();
  switch (next.kind) {
    case 'choice':
      return <p class="choose">{t('step.choose')}</p>;
    case 'to':
      return (
        <a class="button go" href={hashOf({ kind: 'step', step: next.step })} data-action="next">
          {t('step.next')}
          <Icon name="next" />
        </a>
      );
    case 'end':
      return (
        <a class="button go" href={`#${END}`} data-action="finish">
          {t('step.next')}
          <Icon name="next" />
        </a>
      );
    default:
      return next satisfies never;
  }
}

/** Closed until asked for, with or without script. */
function Help({ guide, step, pictures }: { guide: Guide; step: Step; pictures: string }) {
  const { t } = useWords();
  return (
    <details class="help">
      <summary class="button" data-action="help">
        <Icon name="help" />
        {t('help')}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long one is read by keys too */}
      <section class="panel" aria-label={t('help')} tabIndex={0}>
        {step.trouble.map((entry) => (
          <section>
            <h2>{entry.title}</h2>
            <Blocks blocks={entry.blocks} pictures={pictures} />
          </section>
        ))}
        <p>{t('help.general')}</p>
        {guide.hotline && (
          <>
            <p>{t('help.hotline')}</p>
            <LinkCard
              link={{ kind: 'link', href: `tel:${guide.hotline.replaceAll(/\D/g, '')}`, text: guide.hotline }}
            />
          </>
        )}
      </section>
    </details>
  );
}
