import { freshness } from '../../guide/freshness';
import { dayOf } from '../../tally/day';

/** Shows what tells that a guide was checked long ago, if it was: a page that was made then cannot know what day it is now. */
export function showIfDue(due: HTMLElement): void {
  due.hidden = freshness(due.dataset.verified, dayOf(Date.now())) !== 'old';
}
