import type { Option } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { Icon } from '../../ui/icons';
import { PhoneScreen } from '../../ui/phone/PhoneScreen';
import { type Action, type Rehearsal, rehearsedSteps, stopOf } from './rehearsal';
import type { TouchedScreen } from './touched-screen';

interface Props {
  now: Rehearsal;
  act(action: Action): void;
}

/** What is there to touch or to see: a drawn phone, a question's options, or at the end what was done. */
export function PracticeStage({ now, act }: Props) {
  const { t } = useWords();
  const stop = stopOf(now);
  switch (stop.kind) {
    case 'screen':
      return (
        <div class="stage">
          {now.screen && <TouchedPhone key={now.way.length} screen={now.screen} act={act} />}
        </div>
      );
    case 'question':
      return (
        <div class="stage stack">
          {stop.options.map((option) => (
            <Answer option={option} onChoose={() => act({ kind: 'choose', to: option.step })} />
          ))}
        </div>
      );
    case 'end':
      return (
        <div class="stage">
          <p>{t('practise.end.list')}</p>
          <ul class="rehearsed">
            {rehearsedSteps(now).map(({ title }) => (
              <li>{title}</li>
            ))}
          </ul>
        </div>
      );
    default:
      return stop satisfies never;
  }
}

function TouchedPhone({ screen, act }: { screen: TouchedScreen; act: Props['act'] }) {
  const { parts, typed, focus, mood, astray } = screen;
  return (
    <div
      class="phone"
      data-plainly={mood !== 'reached' && astray > 1 ? true : undefined}
      onClick={({ target }) => {
        // A touch beside all buttons: somebody looks for the right place.
        if (!(target as Element).closest('button')) act({ kind: 'touch' });
      }}
    >
      <PhoneScreen
        parts={parts}
        live={{ typed, focus, reached: mood === 'reached', onTouch: (spot) => act({ kind: 'touch', spot }) }}
      />
    </div>
  );
}

function Answer({ option, onChoose }: { option: Option; onChoose(): void }) {
  return (
    <button type="button" class="button answer" data-choice={option.step} onClick={onChoose}>
      {option.label}
      <Icon name="next" />
    </button>
  );
}
