import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../../i18n/words';
import type { TeamPlace } from '../../tally/export';
import { store } from '../counting';

const FIELDS = ['province', 'commune', 'team', 'tablet'] as const;
/** Long enough for every commune and team name, too short to write about a person. */
const LONGEST = 60;
const NOWHERE: TeamPlace = { province: '', commune: '', team: '', tablet: '' };

/** Where the tablet stands: goes into the export, so that coordinators see who has reported. */
export function PlaceForm() {
  const { t } = useWords();
  const [place, setPlace] = useState(NOWHERE);
  const [state, setState] = useState<'saved' | 'not-saved' | 'editing'>('editing');
  useEffect(
    () =>
      void store
        .place()
        .then((known) => setPlace((before) => (before === NOWHERE && known ? known : before))),
    [],
  );

  const save = async (event: Event) => {
    event.preventDefault();
    const trimmed = Object.fromEntries(FIELDS.map((field) => [field, place[field].trim().normalize('NFC')]));
    setState(await store.setPlace({ ...place, ...trimmed }));
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <h2>{t('staff.place')}</h2>
      <p>{t('staff.place.lead')}</p>
      <div class="fields">
        {FIELDS.map((field) => (
          <label key={field}>
            {t(`staff.place.${field}`)}
            <input
              name={field}
              value={place[field]}
              maxLength={LONGEST}
              autocomplete="off"
              onInput={(event) => {
                setPlace({ ...place, [field]: event.currentTarget.value });
                setState('editing');
              }}
            />
          </label>
        ))}
      </div>
      <div class="row">
        <button type="submit" class="button">
          {t('staff.place.save')}
        </button>
        <span role="status">{state !== 'editing' && t(`staff.place.${state}`)}</span>
      </div>
    </form>
  );
}
