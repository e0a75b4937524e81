import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { company, setCompany } from '../../device/company';
import { findStep, type Outline, type StepId } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { Icon } from '../../ui/icons';
import { hashOf } from '../../walk/place';
import { TakeHomeOffer } from './TakeHomeOffer';

interface Props {
  guide: Outline;
  /** Where someone was interrupted, if that walk can be taken up. */
  interrupted: StepId | undefined;
  children: ComponentChildren;
}

/** The guide's first screen: its content, and how to begin, or to go on where someone was interrupted. */
export function Cover({ guide, interrupted, children }: Props) {
  const { t } = useWords();
  const step = interrupted && findStep(guide, interrupted);
  return (
    <section id="cover" class="cover">
      <h1 tabIndex={-1}>{guide.title}</h1>
      {step && (
        <p class="interrupted" role="status">
          {t('cover.interrupted', { step: step.title })}
        </p>
      )}
      {children}
      <TakeHomeOffer guide={guide} />
      <p class="asides">
        <CompanySwitch />
      </p>
      <nav class="dock">
        <a
          class={step ? 'button' : 'button go only'}
          href={hashOf({ kind: 'step', step: guide.steps[0].id })}
          data-action="start"
        >
          {step ? t('cover.start-over') : t('cover.start')}
          {!step && <Icon name="next" />}
        </a>
        {step && (
          <a class="button go" href={hashOf({ kind: 'step', step: step.id })} data-action="resume">
            {t('cover.resume')}
            <Icon name="next" />
          </a>
        )}
      </nav>
    </section>
  );
}

/** On a team's device, for a person who wants to do it alone: volunteer's notes go, and it is counted so. */
function CompanySwitch() {
  const { t } = useWords();
  // As the page comes it is a team's device; on others the switch does not show.
  const [now, setNow] = useState<'helped' | 'alone'>('helped');
  return (
    <button
      type="button"
      class="button quiet company"
      data-action="company"
      onClick={() => {
        setCompany(company() === 'helped' ? 'alone' : 'helped');
        setNow(company());
      }}
    >
      {now === 'helped' ? t('cover.alone') : t('cover.helped')}
    </button>
  );
}
