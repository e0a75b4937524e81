import { useEffect, useState } from 'preact/hooks';
import type { Outline } from '../../guide/guide';
import type { GuideNames } from '../../report/names';
import type { StepPlace } from '../../report/to-mend';

/** What the report needs to know of the app's guides; both are fetched after the page. */
export interface GuideKnowledge {
  /** All guides in the reader's language, in the order of the home screen. */
  outlines(): Promise<Outline[]>;
  places(): Promise<StepPlace[]>;
}

/** Names of guides and steps, and where these are written. Empty until they have come: ids are shown then. */
export function useGuideNames(knowledge: GuideKnowledge): { guides: GuideNames[]; places: StepPlace[] } {
  const [names, setNames] = useState<{ guides: GuideNames[]; places: StepPlace[] }>({
    guides: [],
    places: [],
  });
  useEffect(() => {
    void Promise.all([knowledge.outlines(), knowledge.places()]).then(([guides, places]) =>
      setNames({ guides, places }),
    );
  }, [knowledge]);
  return names;
}
