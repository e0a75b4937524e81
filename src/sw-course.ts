import type { Site } from './sw-site';
import { afterwards, type Happening, type Memory, type Standing } from './sw-standing';
import type { VersionStore } from './sw-store';

/** What becomes of the versions on this device, as the worker in charge follows it; a worker may be stopped at any time. */
export interface Course {
  /** As it is now; only the worker in charge may ask. */
  standing(): Promise<Standing | undefined>;
  /** Reads anew and notes that this worker is in charge. */
  takeOver(): Promise<void>;
  follow(happening: Happening): Promise<{ was: Memory | undefined; is: Memory | undefined }>;
  /** When all that was followed is in the store; false where it could not be kept. */
  written(): Promise<boolean>;
  /** A version that lies whole in the store. */
  site(id: string): Promise<Site | undefined>;
}

/** The course as the worker of the version `ownId` follows it. Never rejects. */
export function versionCourse(store: VersionStore, ownId: string): Course {
  let memory: Promise<Memory | undefined> | undefined;
  let writing = Promise.resolve(true);
  const sites = new Map<string, Promise<Site | undefined>>();

  const recall = async () =>
    afterwards(await store.memory(), { kind: 'in-charge', version: ownId, stored: await store.ids() });
  const now = () => {
    memory ??= recall();
    return memory;
  };
  const keep = (is: Memory) => {
    writing = writing.then(() => store.remember(is));
    return writing;
  };

  return {
    standing: async () => (await now())?.standing,
    async takeOver() {
      memory = recall();
      const is = await memory;
      if (is) await keep(is);
    },
    async follow(happening) {
      const was = await now();
      const is = afterwards(was, happening);
      if (is && is !== was) {
        memory = Promise.resolve(is);
        void keep(is);
      }
      return { was, is };
    },
    written: () => writing,
    site(id) {
      const known = sites.get(id) ?? store.site(id);
      sites.set(id, known);
      return known;
    },
  };
}
