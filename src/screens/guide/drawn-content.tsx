import type { Guide } from '../../guide/guide';
import { useRoot } from '../site';
import { CoverContent } from './CoverContent';
import type { Content } from './content';
import { Steps } from './Steps';

/** The content of a guide, drawn from what it says. */
export function drawnContent(guide: Guide): Content {
  return {
    Cover({ useLife }) {
      useLife();
      return <CoverContent guide={guide} pictures={`${useRoot()}${guide.id}/`} />;
    },
    Steps({ useLife }) {
      useLife();
      return <Steps guide={guide} pictures={`${useRoot()}${guide.id}/`} />;
    },
  };
}
