import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { company, setCompany } from '../../device/company';
import { role } from '../../device/role';
import { heldWalks, tabWalk } from '../../device/tab-walk';
import { pathTo } from '../../guide/graph';
import type { Outline } from '../../guide/guide';
import type { OpenWalk } from '../../tally/book';
import { randomId } from '../../tally/id';
import { addNotCounted } from '../../tally/not-counted';
import { addPending } from '../../tally/pending';
import { hashOf, type Place, placeOf } from '../../walk/place';
import type { Action, Walk } from '../../walk/walk';
import { forgetReader } from '../forget-reader';
import { onLeave } from '../leaving';
import { sectionHere } from './section-here';
import { type Result, Session } from './session';

const store = () => import('../counting').then((module) => module.store);

/** What the guide's page needs to know of the walk. */
export interface WalkView {
  place: Place;
  session: Session;
  /** An interrupted walk of this guide that can be taken up. */
  interrupted: Walk | undefined;
  /** How the last walk's end was taken; undefined before, and while it is being written. */
  result: Result | undefined;
  begin(): void;
  resume(): void;
  /** One step back on the way that was taken; `fallback` is where the control itself leads. */
  back(fallback: string): void;
  /** Ends the walk, and only then shows that it has ended. */
  end(action: Exclude<Action, { kind: 'show' | 'help' }>): Promise<void>;
}

/** Follows the address, which is the state of the page, with the walk. */
export function useWalk(guide: Outline): WalkView {
  const [place, setPlace] = useState<Place>({ kind: 'cover' });
  const [interrupted, setInterrupted] = useState<Walk>();
  const [result, setResult] = useState<Result>();
  const session = useMemo(
    () => new Session(guide, { store, newId: randomId, now: Date.now, addNotCounted, addPending }),
    [guide],
  );

  // What happens while an interrupted walk is being looked for waits until it is there.
  const taken = useRef<Promise<unknown>>(Promise.resolve());

  useEffect(() => {
    const initial = placeOf(guide, location.hash);
    if (initial.kind === 'cover' && location.hash) history.replaceState(null, '', location.pathname);
    // Come to from another address without loading a page: the browser has not looked for the target yet.
    if (location.hash && !document.querySelector(':target')) location.replace(location.hash);
    setPlace(initial);
    taken.current = takeUp(session, initial, tappedBeforeScript()).then(setInterrupted);

    const follow = (event: HashChangeEvent) => {
      const next = placeOf(guide, location.hash);
      if (history.state === null) history.replaceState({ from: new URL(event.oldURL).hash }, '');
      if (next.kind === 'step') void taken.current.then(() => session.show(next.step));
      if (next.kind === 'cover') setInterrupted(session.walk);
      setPlace(next);
      sectionHere()?.querySelector('h1')?.focus({ preventScroll: true });
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [guide, session]);

  // Whoever comes to this device after a walk is somebody else.
  const over = useRef(false);
  useEffect(
    () => () => {
      if (over.current || session.walk) forgetReader();
    },
    [session],
  );

  useEffect(
    () =>
      onLeave(async () => {
        await taken.current;
        await session.end({ kind: 'leave' });
      }),
    [session],
  );

  // A second tap must not show the end before the first one's count is on disk.
  const ending = useRef(false);
  const end = useCallback(
    async (action: Parameters<WalkView['end']>[0]) => {
      if (ending.current) return;
      ending.current = true;
      setResult(undefined);
      await taken.current;
      setResult(await session.end(action));
      setInterrupted(undefined);
      over.current = true;
      // The next person is not the one that it was switched for.
      setCompany(undefined);
      location.replace(hashOf({ kind: action.kind === 'complete' ? 'done' : 'stopped' }));
      ending.current = false;
    },
    [session],
  );

  return {
    place,
    session,
    interrupted,
    result,
    begin: () => session.begin(company(), interrupted),
    resume: () => {
      if (!interrupted || session.walk?.id === interrupted.id) return;
      setCompany(interrupted.mode);
      session.resume(interrupted);
    },
    back: (fallback) => goBack(fallback, place, session),
    end,
  };
}

/** Also in the browser's history, where that is what lies behind: its own button must not lead forward then. */
function goBack(fallback: string, place: Place, session: Session): void {
  const step = place.kind === 'step' ? session.previous() : session.current();
  const target = place.kind !== 'why' && step !== undefined ? hashOf({ kind: 'step', step }) : fallback;
  const from: unknown = (history.state as { from?: unknown } | null)?.from;
  const behind = from === '' ? hashOf({ kind: 'cover' }) : from;
  if (behind === target || (place.kind === 'why' && from !== undefined)) history.back();
  else location.replace(target);
}

/** Those under way; ends that still wait for the database are counted first. */
async function openWalks(): Promise<OpenWalk[]> {
  const counting = await import('../counting');
  await counting.settle();
  return counting.store.openWalks();
}

/**
 * Finds the walk that goes with the page as it was loaded. A reload in the middle goes on at once; on the cover
 * an interrupted walk is answered, to be offered.
 */
async function takeUp(session: Session, place: Place, tapped: boolean): Promise<Walk | undefined> {
  const [open, held] = await Promise.all([openWalks(), heldWalks()]);
  if (session.walk) return undefined;
  const own = open.find(({ walk }) => walk.id === tabWalk())?.walk;
  const ofGuide = open.map(({ walk }) => walk).filter((walk) => walk.guide === session.guide.id);
  const mine = own?.guide === session.guide.id ? own : undefined;
  // On a kiosk whoever was interrupted before has gone, and nobody takes up the walk of a stranger.
  const others = role.get() === 'kiosk' ? undefined : ofGuide.find((walk) => !held.has(walk.id));
  if (place.kind === 'cover') return mine ?? others;
  if (mine && place.kind !== 'done' && place.kind !== 'stopped') {
    setCompany(mine.mode);
    session.resume(mine);
  } else if (place.kind === 'step' && tapped) {
    // "Start" was pressed before this script had come: the link worked, and the tap is not lost.
    session.begin(company());
    for (const step of pathTo(session.guide, place.step)) session.show(step);
  }
  if (place.kind === 'step') session.show(place.step);
  return undefined;
}

let firstLook = true;

/** Whether the address has moved on since this page was asked for, by taps that only the browser saw. */
function tappedBeforeScript(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  if (!firstLook || !navigation) return false;
  firstLook = false;
  const asked = new URL(navigation.name);
  return asked.pathname === location.pathname && asked.hash !== location.hash;
}
