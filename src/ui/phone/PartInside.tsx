import type { ComponentChildren } from 'preact';
import type { PhonePart } from '../../guide/phone-part';

/** Parts that are one thing. */
type Simple = Exclude<PhonePart, { kind: 'space' | 'icons' | 'dialog' | 'store' }>;

/** What stands in a part, as spans only: it may be a button. `typed` is what stands in it now, else it is as drawn. */
export function PartInside({ part, typed }: { part: Simple; typed: string | undefined }) {
  switch (part.kind) {
    case 'field':
      return <Labelled label={part.text}>{(typed ?? part.value) || '\u00A0'}</Labelled>;
    case 'password':
      return <Labelled label={part.text}>{(typed ?? '••••••••') || '\u00A0'}</Labelled>;
    case 'search':
      return <>{typed === undefined ? part.text : typed || '\u00A0'}</>;
    case 'otp':
      return (
        <Labelled label={part.text}>
          <span class="boxes">
            {[...part.digits].map((digit, i) => (
              <i>{typed === undefined ? digit : [...typed][i]}</i>
            ))}
          </span>
        </Labelled>
      );
    case 'pin':
      return (
        <>
          {part.text}
          <span class="dots">
            {typed === undefined
              ? '••••••'
              : [...'••••••'].map((dot, i) => <i class={i < typed.length ? 'typed' : ''}>{dot}</i>)}
          </span>
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
          {part.text} {part.more && <small>{part.more}</small>}
        </>
      );
    case 'price':
      return (
        <>
          {part.label && <small>{part.label}</small>}
          <b>{part.text}</b>
        </>
      );
    case 'notice':
      return (
        <>
          {part.from && <b>{part.from}</b>} {part.text}
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
      <small>{label}</small> {children}
    </>
  );
}
