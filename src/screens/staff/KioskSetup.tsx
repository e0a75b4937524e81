import { useEffect, useState } from 'preact/hooks';
import {
  COUNTDOWN_CHOICES,
  kioskCountdown,
  kioskQuiet,
  LONGEST_QUIET,
  QUIET_CHOICES,
} from '../../device/kiosk-times';
import type { Preference } from '../../device/preference';
import { type Say, useWords } from '../../i18n/words';
import { useHref } from '../site';
import { PinSetting } from './PinSetting';

/** What staff must know, and may set, of a device that stands in a hall: the way back in comes first. */
export function KioskSetup() {
  const { t } = useWords();
  const staff = useHref()({ screen: 'staff', locale: 'vi' });
  const { href } = new URL(staff, location.href);
  return (
    <section class="kiosk-setup">
      <h2>{t('kiosk.door')}</h2>
      <p>{t('kiosk.door.lead')}</p>
      <ol>
        <li>{t('kiosk.door.touch')}</li>
        <li>{t('kiosk.door.hold', { name: t('app') })}</li>
        <li>{t('kiosk.door.pin')}</li>
      </ol>
      <p>{t('kiosk.door.keys', { name: t('home.staff') })}</p>
      <p>{t('kiosk.door.address', { address: href })}</p>
      <PinSetting required />
      <h2>{t('kiosk.times')}</h2>
      <p>{t('kiosk.times.lead', { minutes: LONGEST_QUIET / 60_000 })}</p>
      <div class="fields">
        <Time name="kiosk-quiet" label={t('kiosk.quiet')} choices={QUIET_CHOICES} preference={kioskQuiet} />
        <Time
          name="kiosk-countdown"
          label={t('kiosk.countdown')}
          choices={COUNTDOWN_CHOICES}
          preference={kioskCountdown}
        />
      </div>
    </section>
  );
}

interface TimeProps<T extends string> {
  name: string;
  label: string;
  /** Seconds. */
  choices: readonly T[];
  preference: Preference<T>;
}

function Time<T extends string>({ name, label, choices, preference }: TimeProps<T>) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<T>();
  useEffect(() => setChosen(preference.get()), []);
  return (
    <label>
      {label}
      <select
        name={name}
        value={chosen}
        onChange={({ currentTarget }) => {
          const value = choices.find((choice) => choice === currentTarget.value);
          if (value === undefined) return;
          preference.set(value);
          setChosen(value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {timeIn(Number(choice), t)}
          </option>
        ))}
      </select>
    </label>
  );
}

function timeIn(seconds: number, t: Say): string {
  return seconds % 60 === 0
    ? t('kiosk.minutes', { count: seconds / 60 })
    : t('kiosk.seconds', { count: seconds });
}
