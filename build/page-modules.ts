import path from 'node:path';
import type { Rollup } from 'vite';

/** Modules by file name: what a page runs before it answers, and what else it shows from the first moment. */
export interface Needed {
  script: string[];
  shown: string[];
}

/** What the page of this file name needs; `root` is the project's folder. */
export function modulesOf(page: string, root: string): Needed {
  const parts = page.split('/').slice(0, -1);
  const locale = parts[0] === 'en' ? 'en' : 'vi';
  const name = locale === 'en' ? parts[1] : parts[0];
  const file = (relative: string) => path.posix.join(root, 'src', relative);
  const words = file(`i18n/${locale}.json`);
  const staffWords = file(`i18n/${locale}.staff.json`);
  const cards = `\0virtual:cards/${locale}`;
  switch (name) {
    case undefined:
      return { script: [words, cards, file('screens/home/HomeScreen.tsx')], shown: [] };
    case 'staff':
      return { script: [words, staffWords, cards, file('screens/staff/StaffScreen.tsx')], shown: [] };
    case 'privacy':
      return { script: [words, staffWords, file('screens/privacy/PrivacyScreen.tsx')], shown: [] };
    case 'helping':
      return { script: [words, staffWords, file('screens/helping/HelpingScreen.tsx')], shown: [] };
    case 'report':
      return { script: [words, staffWords, cards, file('screens/report/ReportScreen.tsx')], shown: [] };
    default:
      return {
        script: [words, `\0virtual:outline/${name}/${locale}`, file('screens/guide/GuideScreen.tsx')],
        shown: [file('screens/guide/CoverContent.tsx'), file('screens/guide/Steps.tsx')],
      };
  }
}

/** The chunks that hold these modules, and all that those import. */
export function chunksOf(modules: string[], bundle: Rollup.OutputBundle): Rollup.OutputChunk[] {
  const chunks = Object.values(bundle).filter((file): file is Rollup.OutputChunk => file.type === 'chunk');
  const wanted = new Set<Rollup.OutputChunk>();
  const add = (chunk: Rollup.OutputChunk | undefined) => {
    if (!chunk || wanted.has(chunk)) return;
    wanted.add(chunk);
    for (const imported of chunk.imports) add(chunks.find(({ fileName }) => fileName === imported));
  };
  for (const module of modules) add(chunks.find(({ moduleIds }) => moduleIds.includes(module)));
  return [...wanted];
}
