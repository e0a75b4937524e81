import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ErrorBoundary, lazy } from 'preact-iso';
import { role } from '../../device/role';
import { stepBefore } from '../../guide/graph';
import { type DrawnStep, END, findStep, type Outline } from '../../guide/guide';
import { TopBar } from '../../ui/TopBar';
import { hashOf, type Place } from '../../walk/place';
import { here, REASONS, resumeWalk } from '../../walk/walk';
import { LookButton } from '../look/LookButton';
import { useHref, useRoot } from '../site';
import { useTitle } from '../use-title';
import { Cover } from './Cover';
import type { Content, Part } from './content';
import { useCoverLife, useStepsLife } from './content-life';
import { Ended, Finish, Why } from './Finish';
import { readyForPaper } from './paper';
import type { ReadButton } from './ReadButton';
import type { Result } from './session';
import { usePractice } from './use-practice';
import { useWalk, type WalkView } from './use-walk';
import './GuideScreen.css';
import './paper.css';

export { adoptedContent } from './adopted-content';

/** While a guide is being written: what is to be mended, where it is. Not in the built site. */
const Problems = import.meta.env.DEV && lazy(async () => (await import('./Problems')).Problems);

interface Props {
  guide: Outline;
  content: Content;
  /** The steps with their drawn phones, to practise on. */
  drawn(): Promise<DrawnStep[]>;
}

/** One guide: its cover, one step a screen, and the question at the end. All of it is in the page. */
export function GuideScreen({ guide, content, drawn }: Props) {
  const view = useWalk(guide);
  const practice = usePractice(drawn, beginFromCover);
  const Read = useReadButton();
  const href = useHref();
  const pictures = `${useRoot()}${guide.id}/`;
  const { place, session, interrupted, result } = view;
  const step = place.kind === 'step' ? findStep(guide, place.step) : undefined;
  useTitle(step ? `${step.title} · ${guide.title}` : guide.title);
  const onCover = place.kind === 'cover';
  // From the cover the whole guide is printed, whoever walked it before.
  useEffect(() => readyForPaper(() => (onCover ? undefined : session.way())), [onCover, session]);

  // Where a browser does not know :has(), the cover stood above the step until now, and it has scrolled to below it.
  useEffect(() => {
    if (!onCover && !CSS.supports('selector(:has(a))')) scrollTo(0, 0);
  }, [onCover]);

  // Kept from one step to the next: only the address changes what shows.
  const at = interrupted && here(resumeWalk(guide, interrupted));
  const front = useMemo(
    () => (
      <Cover guide={guide} interrupted={at}>
        <InPlace part={content.Cover} useLife={useCoverLife} />
      </Cover>
    ),
    [guide, at, content],
  );
  const steps = useMemo(() => <InPlace part={content.Steps} useLife={useStepsLife} />, [content]);
  const home = href({ screen: 'home', locale: guide.locale });
  const last = session.lastStep() ?? stepBefore(guide, END) ?? guide.steps[0].id;
  const back = hashOf({ kind: 'step', step: last });
  const kept = useRef(back);
  // Behind a step nobody sees where the last screens lead back to.
  if (!step) kept.current = back;
  const ends = useEnds(guide, result, home, kept.current);
  return (
    <>
      <TopBar home={home}>
        {Read && <Read guide={guide} folder={pictures} step={step?.id} />}
        <LookButton />
      </TopBar>
      <main
        data-screen={screenOf(place)}
        data-guide={guide.id}
        data-step={step?.id ?? ''}
        onClick={(event) => {
          act(event, view);
          void practice.open(event.target as Element, step?.id);
        }}
      >
        {Problems && (
          <ErrorBoundary>
            <Problems guide={guide.id} locale={guide.locale} step={step?.id} />
          </ErrorBoundary>
        )}
        {front}
        {steps}
        {ends}
      </main>
      {practice.view}
    </>
  );
}

/** The cover's own main button: it begins, or takes an interrupted walk up again. */
function beginFromCover(): void {
  document.querySelector<HTMLElement>('.cover .dock .go')?.click();
}

/** The last screens, kept from one step to the next. */
function useEnds(guide: Outline, result: Result | undefined, home: string, back: string) {
  return useMemo(
    () => (
      <>
        <Finish title={guide.title} back={back} />
        <Why title={guide.title} />
        <Ended kind="done" guide={guide} result={result} home={home} back={back} />
        <Ended kind="stopped" guide={guide} result={result} home={home} back={back} />
      </>
    ),
    [guide, result, home, back],
  );
}

/** Comes when the page already answers: without a voice on the device it would not show anyway. */
function useReadButton(): typeof ReadButton | undefined {
  const [view, setView] = useState<{ ReadButton: typeof ReadButton }>();
  useEffect(() => void import('./ReadButton').then(setView), []);
  return view?.ReadButton;
}

/** A part of the content, which is there before it is shown, but for one that has to be fetched once more. */
function InPlace({ part: View, useLife }: { part: Part; useLife(): void }) {
  return (
    <ErrorBoundary>
      <View useLife={useLife} />
    </ErrorBoundary>
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
      view.back(control.getAttribute('href') ?? '');
      break;
    case 'help':
      // Counted when it opens; it is still closed at this moment.
      if (!control.closest('details')?.open) view.session.help();
      break;
    case 'print':
      // The print dialog leads out of the app.
      if (role.get() !== 'kiosk') print();
      break;
  }
}
