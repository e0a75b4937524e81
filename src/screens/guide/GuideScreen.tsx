import { useEffect, useMemo } from 'preact/hooks';
import { findStep, type Guide } from '../../guide/guide';
import { positions, stepBefore } from '../../guide/graph';
import { useWords } from '../../i18n/words';
import { TopBar } from '../../ui/TopBar';
import { hashOf, type Place } from '../../walk/place';
import { here, REASONS, resumeWalk } from '../../walk/walk';
import { readersTextSize } from '../readers-text-size';
import { useHref, useRoot } from '../site';
import { useTitle } from '../use-title';
import { Cover } from './Cover';
import { Ended, Finish, Why } from './Finish';
import { usePractice } from './use-practice';
import { ReadButton } from './ReadButton';
import { StepSection } from './StepSection';
import { useWalk, type WalkView } from './use-walk';
import './GuideScreen.css';

/** One guide: its cover, one step a screen, and the question at the end. All of it is in the page. */
export function GuideScreen({ guide }: { guide: Guide }) {
  const view = useWalk(guide);
  const practice = usePractice();
  const { t } = useWords();
  const href = useHref();
  const pictures = `${useRoot()}${guide.id}/`;
  const home = href({ screen: 'home', locale: guide.locale });
  useTitle(titleOf(guide, view.place, t));
  // A closed panel would stay closed on paper.
  useEffect(openPanelsForPrint, []);

  const steps = useMemo(() => <Steps guide={guide} pictures={pictures} />, [guide, pictures]);
  const { place, session, interrupted, result } = view;
  const step = place.kind === 'step' ? place.step : undefined;
  return (
    <>
      <TopBar home={home} textSize={readersTextSize}>
        <ReadButton language={guide.locale} />
      </TopBar>
      <main
        data-screen={screenOf(place)}
        data-guide={guide.id}
        data-step={step ?? ''}
        onClick={(event) => {
          act(event, view);
          practice.open(event.target as Element, findStep(guide, step ?? ''));
        }}
        onToggle={(event) => noteHelp(event, view)}
      >
        <Cover guide={guide} interrupted={interrupted && here(resumeWalk(guide, interrupted))} pictures={pictures} />
        {steps}
        <Finish title={guide.title} back={hashOf({ kind: 'step', step: session.current() ?? stepBefore(guide, 'end') ?? guide.steps[0].id })} />
        <Why title={guide.title} />
        <Ended kind="done" title={guide.title} result={result} home={home} />
        <Ended kind="stopped" title={guide.title} result={result} home={home} />
      </main>
      {practice.view}
    </>
  );
}

function Steps({ guide, pictures }: { guide: Guide; pictures: string }) {
  const place = positions(guide);
  return (
    <>
      {guide.steps.map((step) => (
        <StepSection
          key={step.id}
          guide={guide}
          step={step}
          position={place.get(step.id) ?? { number: 1, total: 1 }}
          before={stepBefore(guide, step.id)}
          pictures={pictures}
        />
      ))}
    </>
  );
}

function screenOf(place: Place): string {
  switch (place.kind) {
    case 'cover':
    case 'step':
    case 'finish':
      return place.kind;
    case 'why':
      return 'finish';
    case 'done':
    case 'stopped':
      return 'done';
    default:
      return place satisfies never;
  }
}

function titleOf(guide: Guide, place: Place, t: ReturnType<typeof useWords>['t']): string {
  const step = place.kind === 'step' ? findStep(guide, place.step) : undefined;
  const position = step && positions(guide).get(step.id);
  return step && position ? `${t('step.of', { ...position })}: ${step.title}` : guide.title;
}

/** One listener for all controls: they are links that work by themselves, and this adds the counting. */
function act(event: MouseEvent, view: WalkView): void {
  const control = (event.target as Element).closest<HTMLElement>('[data-action], [data-reason]');
  if (!control) return;
  const reason = REASONS.find((known) => known === control.dataset.reason);
  if (reason) {
    event.preventDefault();
    void view.end({ kind: 'stop', reason });
    return;
  }
  switch (control.dataset.action) {
    case 'start':
      view.begin();
      break;
    case 'resume':
      view.resume();
      break;
    case 'completed':
      event.preventDefault();
      void view.end({ kind: 'complete', now: Date.now() });
      break;
    case 'back':
      event.preventDefault();
      goBack(control.getAttribute('href') ?? '', view);
      break;
    case 'print':
      print();
      break;
  }
}

/** One step back on the way that was taken, and in the browser's history too where that is what lies behind. */
function goBack(fallback: string, { place, session }: WalkView): void {
  const step = place.kind === 'step' ? session.previous() : session.current();
  const target = place.kind !== 'why' && step !== undefined ? hashOf({ kind: 'step', step }) : fallback;
  const from: unknown = (history.state as { from?: unknown } | null)?.from;
  if (typeof from === 'string' && (from === target || place.kind === 'why' || from === '' && target === '#cover')) history.back();
  else location.replace(target);
}

function noteHelp(event: Event, { session }: WalkView): void {
  const panel = event.target as HTMLDetailsElement;
  if (panel.open && panel.matches('.help')) session.help();
}

function openPanelsForPrint(): () => void {
  const open = () => {
    for (const panel of document.querySelectorAll('details')) panel.open = true;
  };
  addEventListener('beforeprint', open);
  return () => removeEventListener('beforeprint', open);
}
