import { type ComponentChild, render } from 'preact';
import { setCompany } from '../../device/company';
import { keepFullScreen } from '../../device/full-screen';
import { LONGEST_QUIET } from '../../device/kiosk-times';
import { whenHeld } from '../../device/long-hold';
import { noWayOut } from '../../device/no-way-out';
import { type Presence, type PresenceEvent, presence, secondsLeft } from '../../device/presence';
import { presenceClock } from '../../device/presence-clock';
import { isReading } from '../../device/speech-signal';
import { tabWalk } from '../../device/tab-walk';
import { visitHistory } from '../../device/visit-history';
import { keepScreenOn } from '../../device/wake-lock';
import type { Card, DrawnStep, GuideId } from '../../guide/guide';
import { loadWords, WordsContext } from '../../i18n/words';
import { forgetReader } from '../forget-reader';
import { leave } from '../leaving';
import { Attract } from './Attract';
import { endOpenWalks, wasLeft } from './end-open-walks';
import { patienceNow } from './patience';
import { StillHere } from './StillHere';
import './kiosk.css';

/** What the app lends to its kiosk. */
export interface Stage {
  /** The path of the home screen. */
  home: string;
  /** Shows this, and nothing of what was shown before. */
  draw(view: ComponentChild): void;
  /** The app as nobody has touched it yet, at the address of the page. */
  app(): Promise<ComponentChild>;
  cards(): Promise<Card[]>;
  drawn(id: GuideId): Promise<DrawnStep[]>;
}

/** Whoever does one of these is there. A screen reader scrolls and clicks without touching. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll', 'click'];
/** Nobody comes upon the staff's door by resting a hand somewhere (ms). */
const DOOR = 5000;
/** Nobody waits longer than this (ms) for the count of somebody before. */
const COUNTING = 2000;

/**
 * The life of a tablet in a hall: asks whether somebody is still there, forgets who has gone, invites the next one, and lets
 * nobody out. Answers how to end it, for staff who use the device in another way.
 */
export async function startKiosk(stage: Stage): Promise<() => void> {
  const [words, english, cards] = await Promise.all([
    loadWords('vi', 'kiosk'),
    loadWords('en', 'kiosk'),
    stage.cards(),
  ]);
  const clock = presenceClock();
  const visits = visitHistory(stage.home);
  const over = document.body.appendChild(document.createElement('div'));
  let state: Presence = { kind: 'here', since: clock.now() };
  let forgetting: Promise<unknown> = Promise.resolve();

  const happens = (event: PresenceEvent) => {
    const before = state;
    state = presence(state, event);
    if (state.kind === 'asked') ask();
    if (state.kind === 'away' && before.kind !== 'away') invite();
  };
  const look = () => {
    if (state.kind === 'away') return;
    const at = clock.now();
    if (clock.leapt()) happens({ kind: 'doubt', at });
    happens(isReading() ? { kind: 'sign', at } : { kind: 'look', at, patience: patienceNow() });
  };
  const sign = (event: Event) => {
    if (state.kind === 'away' || (event.type === 'pointermove' && !hasMoved(event as PointerEvent))) return;
    // The question itself may move what lies under it.
    if (state.kind === 'asked' && (event.type === 'scroll' || event.type === 'pointermove')) return;
    happens({ kind: 'sign', at: clock.now() });
  };

  const ask = () => {
    const patience = patienceNow();
    const seconds = secondsLeft(state, clock.now(), patience) ?? 0;
    render(
      <WordsContext.Provider value={document.documentElement.lang === 'en' ? english : words}>
        <StillHere seconds={seconds} of={patience.countdown / 1000} onAnswer={stopAsking} />
      </WordsContext.Provider>,
      over,
    );
  };
  const stopAsking = () => {
    if (state.kind === 'asked') happens({ kind: 'sign', at: clock.now() });
    render(null, over);
  };

  /** Whoever was here has gone: nothing of them stays, and the next one is invited. */
  const invite = () => {
    render(null, over);
    const left = leave();
    // What lay over the page had an entry of its own, and would go back from it by itself.
    history.replaceState(null, '');
    stage.draw(
      <WordsContext.Provider value={words}>
        <Attract cards={cards} english={english.t} drawn={stage.drawn} onWake={() => void welcome()} />
      </WordsContext.Provider>,
    );
    setCompany(undefined);
    forgetReader();
    getSelection()?.removeAllRanges();
    forgetting = visits.begin().then(async () => {
      scrollTo(0, 0);
      await left;
      await endOpenWalks();
    });
  };
  const welcome = async () => {
    if (state.kind !== 'away') return;
    state = { kind: 'here', since: clock.now() };
    const [app] = await Promise.all([stage.app(), atMost(COUNTING, forgetting)]);
    stage.draw(app);
    scrollTo(0, 0);
  };

  const openDoor = () => {
    if (document.querySelector('main')?.dataset.screen !== 'home') return;
    document.querySelector<HTMLElement>('.staff-door [data-action="staff"]')?.click();
  };

  const stops = [
    clock.stop,
    visits.stop,
    noWayOut(stage.home),
    keepFullScreen(),
    keepScreenOn(),
    whenHeld('.top-bar .where', DOOR, openDoor),
  ];
  const timer = setInterval(look, 1000);
  document.addEventListener('visibilitychange', look);
  const options = { capture: true, passive: true };
  for (const type of SIGNS) addEventListener(type, sign, options);

  const atHome = document.querySelector('main')?.dataset.screen === 'home';
  if (tabWalk() === undefined ? atHome : await wasLeft(LONGEST_QUIET)) {
    state = { kind: 'away' };
    invite();
  }

  return () => {
    for (const stop of stops) stop();
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    for (const type of SIGNS) removeEventListener(type, sign, options);
    render(null, over);
    over.remove();
  };
}

/** A page that changes under a mouse at rest tells of a move, too. */
function hasMoved({ movementX, movementY }: PointerEvent): boolean {
  return movementX !== 0 || movementY !== 0;
}

function atMost(ms: number, work: Promise<unknown>): Promise<unknown> {
  return Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms))]);
}
