import type { GuideId } from '../guide/guide';
import type { Line } from './figures';
import type { ListedTeam } from './heard-from';
import type { GuideNames, Say } from './names';
import type { StepPlace } from './to-mend';

/** What tables need beside the figures. */
export interface Around {
  say: Say;
  /** In the order of the home screen. */
  guides: GuideNames[];
  /** Where this build's steps are written. */
  places: StepPlace[];
  /** The teams of a list from which nothing came; absent where no list was given. */
  notHeard?: ListedTeam[];
}

/** The guides that were counted: those of the app in its order, then others by id. */
export function inOrder(lines: Line<GuideId>[], { guides }: Pick<Around, 'guides'>): Line<GuideId>[] {
  const place = ({ of }: Line<GuideId>) => {
    const index = guides.findIndex(({ id }) => id === of);
    return index < 0 ? guides.length : index;
  };
  return [...lines].sort((a, b) => place(a) - place(b) || (a.of < b.of ? -1 : 1));
}

/** What a guide is called; its id where this build does not have it. */
export function titleOf(guide: GuideId, { guides }: Pick<Around, 'guides'>): string {
  return guides.find(({ id }) => id === guide)?.title ?? guide;
}

/** The ids of a guide's steps in its order; none where this build does not have it. */
export function stepsOf(guide: GuideId, { guides }: Pick<Around, 'guides'>): string[] {
  return guides.find(({ id }) => id === guide)?.steps.map(({ id }) => id) ?? [];
}

/** What a step is called; its id where this build does not have it. */
export function stepTitle(guide: GuideId, step: string, { guides }: Pick<Around, 'guides'>): string {
  const known = guides.find(({ id }) => id === guide)?.steps.find(({ id }) => id === step);
  return known?.title ?? step;
}
