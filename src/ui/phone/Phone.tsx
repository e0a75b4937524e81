import type { PhonePart } from '../../guide/phone-part';
import { useWords } from '../../i18n/words';
import { describePhone } from './describe';
import { PhoneScreen } from './PhoneScreen';
import './Phone.css';

/** The phone as it looks in this step: a picture, with its words for those who hear it. */
export function Phone({ parts }: { parts: PhonePart[] }) {
  const { t } = useWords();
  return (
    <figure class="phone-picture">
      <div class="phone" role="img" aria-label={describePhone(parts, t)}>
        <PhoneScreen parts={parts} />
      </div>
    </figure>
  );
}
