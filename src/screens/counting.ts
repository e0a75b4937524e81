import { randomId } from '../tally/id';
import { createStore } from '../tally/store';

/** The counts of this device. */
export const store = createStore({ now: Date.now, newId: randomId, built: __BUILT__ });
