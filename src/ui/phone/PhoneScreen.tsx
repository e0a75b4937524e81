import type { ComponentChildren } from 'preact';
import { isToggle, type PhonePart } from '../../guide/phone-part';

interface Props {
  parts: PhonePart[];
  /** Makes each part a button, for practising: called with whether it was the one to tap. */
  onTouch?: ((right: boolean) => void) | undefined;
}

/** What is on the phone, from top to bottom. */
export function PhoneScreen({ parts, onTouch }: Props) {
  return (
    <>
      {parts.map((part) => (
        <Part part={part} onTouch={onTouch} />
      ))}
    </>
  );
}

function Part({ part, onTouch }: { part: PhonePart; onTouch: Props['onTouch'] }) {
  switch (part.kind) {
    case 'space':
      return <div class="part p-space" />;
    case 'icons':
      return (
        <div class="part p-icons">
          {part.names.map((name, i) => (
            <Touchable class="p-icon" tap={part.tap === i} onTouch={onTouch}>
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
            {part.buttons.map((button, i) => (
              <Touchable class="answer" tap={part.tap === i} onTouch={onTouch}>
                {button}
              </Touchable>
            ))}
          </span>
        </div>
      );
    default: {
      const on = isToggle(part.kind) && 'on' in part && part.on ? ' on' : '';
      const tap = 'tap' in part && part.tap === true;
      return (
        <Touchable class={`part p-${part.kind}${on}`} tap={tap} onTouch={onTouch}>
          <Inside part={part} />
        </Touchable>
      );
    }
  }
}

type Simple = Exclude<PhonePart, { kind: 'space' | 'icons' | 'dialog' }>;

/** Spans only: a part may be a button. */
function Inside({ part }: { part: Simple }) {
  switch (part.kind) {
    case 'field':
      return <Labelled label={part.text}>{part.value ?? '\u00A0'}</Labelled>;
    case 'password':
      return <Labelled label={part.text}>••••••••</Labelled>;
    case 'otp':
      return (
        <Labelled label={part.text}>
          <span class="boxes">
            {[...part.digits].map((digit) => (
              <i>{digit}</i>
            ))}
          </span>
        </Labelled>
      );
    case 'pin':
      return (
        <>
          {part.text}
          <span class="dots">••••••</span>
          <span class="keys">
            {[...'123456789 0⌫'].map((key) => (
              <i>{key}</i>
            ))}
          </span>
        </>
      );
    case 'item':
      return (
        <>
          {part.text}
          {part.more && <small>{part.more}</small>}
        </>
      );
    case 'price':
      return (
        <>
          {part.label && <small>{part.label}</small>}
          <b>{part.text}</b>
        </>
      );
    case 'store':
      return (
        <>
          <Logo of={part.text} />
          <span>
            <b>{part.text}</b>
            <small>{part.publisher}</small>
          </span>
          <span class="get">{part.button}</span>
        </>
      );
    case 'notice':
      return (
        <>
          {part.from && <b>{part.from}</b>}
          {part.text}
        </>
      );
    case 'scan':
    case 'face':
    case 'card':
    case 'nfc':
    case 'photo':
      return (
        <>
          <span class="frame" />
          {part.text}
        </>
      );
    default:
      return <>{part.text}</>;
  }
}

function Labelled({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <>
      <small>{label}</small>
      {children}
    </>
  );
}

/** An app's icon: no trademark, the first letter of its name. */
function Logo({ of }: { of: string }) {
  return <i class="logo">{[...of][0]}</i>;
}

interface TouchableProps extends Pick<Props, 'onTouch'> {
  class: string;
  tap: boolean;
  children: ComponentChildren;
}

function Touchable({ class: name, tap, onTouch, children }: TouchableProps) {
  const ringed = tap ? { 'data-tap': true } : {};
  if (!onTouch) {
    return (
      <span class={name} {...ringed}>
        {children}
      </span>
    );
  }
  return (
    <button type="button" class={name} {...ringed} onClick={() => onTouch(tap)}>
      {children}
    </button>
  );
}
