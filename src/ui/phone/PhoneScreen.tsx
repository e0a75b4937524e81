import { isToggle, type PhonePart } from '../../guide/phone-part';
import { useWords } from '../../i18n/words';
import { nameInUse } from './describe';
import { isAnswering, type Live } from './live';
import { PartInside } from './PartInside';
import { Touchable } from './Touchable';

interface Props {
  parts: PhonePart[];
  /** Makes what can be touched on a real phone into buttons, for practising. */
  live?: Live | undefined;
}

/** What is on the phone, from top to bottom. */
export function PhoneScreen({ parts, live }: Props) {
  return (
    <>
      {parts.map((part, i) => (
        <Part part={part} at={i} live={live && isAnswering(parts, part) ? live : undefined} />
      ))}
    </>
  );
}

function Part({ part, at, live }: { part: PhonePart; at: number; live: Live | undefined }) {
  const { t } = useWords();
  switch (part.kind) {
    case 'space':
      return <div class="part p-space" />;
    case 'icons':
      return (
        <div class="part p-icons">
          {part.names.map((name, cell) => (
            <Touchable class="p-icon" tap={part.tap === cell} spot={{ part: at, cell }} live={live}>
              <Logo of={name} />
              {name}
            </Touchable>
          ))}
        </div>
      );
    case 'dialog':
      return (
        <div class="part p-dialog">
          <b>{part.title}</b>
          <span>{part.text}</span>
          <span class="answers">
            {part.buttons.map((button, cell) => (
              <Touchable class="answer" tap={part.tap === cell} spot={{ part: at, cell }} live={live}>
                {button}
              </Touchable>
            ))}
          </span>
        </div>
      );
    case 'store':
      return (
        <div class={part.tap ? 'part p-store ringed' : 'part p-store'}>
          <Logo of={part.text} />
          <span>
            <b>{part.text}</b>
            <small>{part.publisher}</small>
          </span>
          <Touchable class="get" tap={part.tap === true} spot={{ part: at }} live={live}>
            {part.button}
          </Touchable>
        </div>
      );
    default: {
      const on = isToggle(part.kind) && 'on' in part && part.on ? ' on' : '';
      const tap = 'tap' in part && part.tap === true;
      const typed = live?.typed[at];
      const focus = live?.focus === at ? ' focused' : '';
      return (
        <Touchable
          class={`part p-${part.kind}${on}${focus}`}
          tap={tap}
          spot={{ part: at }}
          live={live}
          name={live && nameInUse(part, typed, t)}
          toggle={isToggle(part.kind) ? { kind: part.kind, on: on !== '' } : undefined}
        >
          <PartInside part={part} typed={typed} />
        </Touchable>
      );
    }
  }
}

/** An app's icon: no trademark, the first letter of its name. */
function Logo({ of }: { of: string }) {
  return (
    <i class="logo" aria-hidden="true">
      {[...of][0]}
    </i>
  );
}
