import { useEffect, useState } from 'preact/hooks';
import {
  type AddressProblem,
  checkAddress,
  LONGEST_ADDRESS,
  writeAddress,
  writtenAddress,
} from '../../device/public-address';
import type { Card } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { parseAddress } from '../address';
import { builtAddress } from '../public-address';

type Said = 'saved' | 'removed' | 'not-saved' | 'inner' | AddressProblem;

/** Where people open the guides at home; on a device without it there is no code and nothing to send. */
export function PublicAddress({ cards }: { cards: Card[] }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [written, setWritten] = useState<string>();
  const [said, setSaid] = useState<Said>();
  useEffect(() => {
    setWritten(writtenAddress());
    setText(writtenAddress() ?? builtAddress() ?? '');
  }, []);

  const save = () => {
    const checked = checkAddress(text);
    if ('problem' in checked) return setSaid(checked.problem);
    if (isInner(checked.address, cards)) return setSaid('inner');
    setSaid(writeAddress(checked.address));
    setWritten(checked.address);
    setText(checked.address);
  };
  const remove = () => {
    writeAddress(undefined);
    setWritten(undefined);
    setText(builtAddress() ?? '');
    setSaid('removed');
  };
  const wrong = said !== undefined && said !== 'saved' && said !== 'removed' && said !== 'not-saved';
  return (
    <form
      data-public-address={written ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>{t('public.title')}</h2>
      <p id="public-lead">{t('public.lead')}</p>
      <label>
        {t('public.field')}
        <input
          name="public-address"
          inputMode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={text}
          aria-invalid={wrong}
          aria-describedby="public-lead public-said"
          onInput={(event) => {
            setText(event.currentTarget.value);
            setSaid(undefined);
          }}
        />
      </label>
      <p id="public-said" role="status" data-said={said}>
        {said && t(`public.said.${said}`, { address: written ?? '', longest: LONGEST_ADDRESS })}
      </p>
      <div class="row">
        <button type="button" class="button" data-action="public-save" onClick={save}>
          {t('public.save')}
        </button>
        {written !== undefined && (
          <button type="button" class="button quiet" data-action="public-remove" onClick={remove}>
            {t('public.remove')}
          </button>
        )}
      </div>
    </form>
  );
}

/** Whether it ends as the address of one of the site's own pages: copied from the wrong one, and every code would lead astray. */
function isInner(address: string, cards: Card[]): boolean {
  const last = address.split('/').at(-2) ?? '';
  const page = parseAddress(last);
  if (page?.screen === 'guide') return cards.some(({ id }) => id === page.guide);
  return page !== undefined && !(page.screen === 'home' && page.locale === 'vi');
}
