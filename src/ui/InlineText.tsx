import type { Inline } from '../guide/guide';

/** Running text of a guide. */
export function InlineText({ text }: { text: Inline[] }) {
  return <>{text.map(show)}</>;
}

function show(part: Inline) {
  if (typeof part === 'string') return part;
  switch (part.kind) {
    case 'strong':
      return (
        <strong>
          <InlineText text={part.text} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <InlineText text={part.text} />
        </em>
      );
    case 'label':
      return <span class="label">{part.text}</span>;
    case 'link':
      // Shown, not followed: a tablet in the hall never leaves the app, and the thing is done on the reader's phone.
      return (
        <span class="address">
          <InlineText text={part.text} />
        </span>
      );
    case 'break':
      return <br />;
    default:
      return part satisfies never;
  }
}
