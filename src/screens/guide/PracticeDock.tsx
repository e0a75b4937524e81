import type { ComponentChildren } from 'preact';
import { useWords } from '../../i18n/words';
import { Icon } from '../../ui/icons';
import type { Wish } from '../use-overlay';
import { type Action, isLast, type Rehearsal, stopOf } from './rehearsal';
import { isDone, type Scope } from './use-rehearsal';

interface Props {
  now: Rehearsal;
  scope: Scope;
  act(action: Action): void;
  onClose(wish: Wish): void;
}

/** One screen back on the left; on the right the one way on, where the drawn phone itself does not lead on. */
export function PracticeDock({ now, scope, act, onClose }: Props) {
  const { t } = useWords();
  if (stopOf(now).kind === 'end') {
    return (
      <div class="dock">
        <button type="button" class="button" data-action="again" onClick={() => act({ kind: 'again' })}>
          {t('practise.again')}
        </button>
        <Go action="begin" onGo={() => onClose('begin')}>
          {t('practise.begin')}
        </Go>
      </div>
    );
  }
  const seen = now.screen?.mood === 'look';
  const done = isDone(now, scope) || (seen && scope === 'step' && isLast(now));
  return (
    <div class="dock">
      {now.way.length > 1 && (
        <button
          type="button"
          class="button"
          data-action="screen-before"
          onClick={() => act({ kind: 'back' })}
        >
          <Icon name="back" />
          {t('step.back')}
        </button>
      )}
      {done && (
        <Go action="close" onGo={() => onClose('leave')}>
          {t('practise.close')}
        </Go>
      )}
      {seen && !done && (
        <Go action="screen-next" onGo={() => act({ kind: 'go-on' })}>
          {t('practise.seen')}
        </Go>
      )}
    </div>
  );
}

function Go({ action, onGo, children }: { action: string; onGo(): void; children: ComponentChildren }) {
  return (
    <button type="button" class="button go" data-action={action} onClick={onGo}>
      {children}
      <Icon name="next" />
    </button>
  );
}
