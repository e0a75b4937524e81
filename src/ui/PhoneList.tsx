import type { PhonePart } from '../guide/guide';
import { useWords } from '../i18n/words';
import './PhoneList.css';

/** What the phone shows, as a framed list from top to bottom; what to tap is ringed and said in words. */
export function PhoneList({ parts }: { parts: PhonePart[] }) {
  const { t } = useWords();
  return (
    <figure class="phone-picture" aria-label={t('phone')}>
      <ul class="phone">
        {parts.map((part) => (
          <li class={`part ${part.kind}`} data-tap={part.tap}>
            <PartText text={part.text} />
            {part.tap && <span class="tap">{t('phone.tap')}</span>}
          </li>
        ))}
      </ul>
      {parts.some((part) => part.tap) && (
        <button type="button" class="button quiet practise" data-action="practise">
          {t('practise')}
        </button>
      )}
    </figure>
  );
}

/** A bar parts a label from its sample, or a row from its second line. */
function PartText({ text }: { text: string }) {
  const [first, ...others] = text.split('|').map((piece) => piece.trim());
  return (
    <span class="words">
      {first}
      {others.map((piece) => (
        <small>{piece}</small>
      ))}
    </span>
  );
}
