import type { Say } from '../../i18n/words';
import { describeTapped } from '../../ui/phone/describe';
import { countOf, isLast, type Rehearsal, stopOf } from './rehearsal';
import { isTyping } from './touched-screen';
import { isDone, type Scope } from './use-rehearsal';

/** What is said to somebody who practises, where they stand: kindly, with what to look for, and never that it was wrong. */
export function saysOf(now: Rehearsal, scope: Scope, t: Say): string {
  const stop = stopOf(now);
  const { screen, way } = now;
  if (stop.kind === 'end') return t('practise.end.lead', { screens: countOf(now).number });
  if (stop.kind === 'question' || !screen) return t('practise.question');
  const what = describeTapped(screen.parts, t) ?? '';
  switch (screen.mood) {
    case 'look': {
      const closes = scope === 'step' && isLast(now);
      return t('practise.look', { button: t(closes ? 'practise.close' : 'practise.seen') });
    }
    case 'find':
      return way.length === 1 ? t('practise.first', { what }) : t('practise.find', { what });
    case 'filled':
      // The ringed part itself is being filled: there is nothing more to look for.
      return isTyping(screen) ? t('practise.typing') : t('practise.filled', { what });
    case 'changed':
      return t('practise.changed', { what });
    case 'astray':
      return t('practise.astray', { what });
    case 'pointing':
      return t('practise.pointing', { what });
    case 'reached':
      return isDone(now, scope) ? t('practise.well') : t('practise.reached');
    default:
      return screen.mood satisfies never;
  }
}
