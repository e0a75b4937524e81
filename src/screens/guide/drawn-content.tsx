import type { FunctionComponent } from 'preact';
import { lazy } from 'preact-iso';
import type { Guide } from '../../guide/guide';

type Part = FunctionComponent<{ pictures: string }> & { preload(): Promise<unknown> };

/**
 * What a guide says, in two parts that the page puts in their places. They stand in the page as it comes, so
 * their code and text may follow when the page already answers.
 */
export interface Content {
  Cover: Part;
  Steps: Part;
  guide(): Promise<Guide>;
  /** Resolves when both parts can be drawn at once. */
  preload(): Promise<unknown>;
}

/** The content of a guide that `load` fetches. */
export function contentOf(load: () => Promise<Guide>): Content {
  const Cover = lazy(async () => {
    const [{ CoverContent }, guide] = await Promise.all([import('./CoverContent'), load()]);
    return ({ pictures }: { pictures: string }) => CoverContent({ guide, pictures });
  }) as Part;
  const Steps = lazy(async () => {
    const [module, guide] = await Promise.all([import('./Steps'), load()]);
    return ({ pictures }: { pictures: string }) => module.Steps({ guide, pictures });
  }) as Part;
  return { Cover, Steps, guide: load, preload: () => Promise.all([Cover.preload(), Steps.preload()]) };
}
