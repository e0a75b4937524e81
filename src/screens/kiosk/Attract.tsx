import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { applyUpdate } from '../../device/update';
import type { Card, DrawnStep, GuideId } from '../../guide/guide';
import type { PhonePart } from '../../guide/phone-part';
import { type Say, useWords } from '../../i18n/words';
import { Icon } from '../../ui/icons';
import { Phone } from '../../ui/phone/Phone';
import { useTitle } from '../use-title';
import { anyTouch } from './any-touch';
import { tappedPhone } from './tapped-phone';
import './Attract.css';

/** Each guide is shown for so long (ms); slow enough to be read aloud to a neighbour. */
const TURN = 8000;
/** Nobody is before the device: a new version may start, now and as often as one comes (ms). */
const UPDATE = 15_000;
/** Places that all of it moves between, a little, so that nothing burns into the screen. */
const PLACES = 4;

interface Props {
  cards: Card[];
  /** The words in English, for the one line of it. */
  english: Say;
  drawn(id: GuideId): Promise<DrawnStep[]>;
  /** Somebody has touched it, with a finger or a key: that touch does nothing else. */
  onWake(): void;
}

/** What stands in the hall while nobody is there: what can be learned here, and that a touch is all it takes. */
export function Attract({ cards, english, drawn, onWake }: Props) {
  const { t } = useWords();
  useTitle(t('app'));
  const turn = useTurns();
  const shown = cards[turn % cards.length];
  const phone = usePhone(shown?.id, drawn);
  const wake = useRef(onWake);
  wake.current = onWake;
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      event.preventDefault();
      wake.current();
    };
    addEventListener('keydown', key);
    const timer = setInterval(() => void applyUpdate(), UPDATE);
    return () => {
      removeEventListener('keydown', key);
      clearInterval(timer);
    };
  }, []);

  return (
    <main
      data-screen="attract"
      class="attract"
      data-place={turn % PLACES}
      {...anyTouch(() => wake.current())}
    >
      <header>
        <svg class="leaves" viewBox="0 0 100 100" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
          <circle cx="84" cy="36" r="26" />
          <circle cx="46" cy="66" r="16" />
        </svg>
        <p class="name">
          <Steps />
          {t('app')}
        </p>
        <h1>{t('attract.title')}</h1>
        <p class="lead">{t('attract.lead')}</p>
      </header>
      <div class="what">
        <ul>
          {cards.map((card) => (
            <li key={card.id} data-now={card === shown || undefined}>
              <span class="picture-box">
                <Icon name={card.icon} />
              </span>
              {card.title}
            </li>
          ))}
        </ul>
        {phone && (
          <div key={phone.of} class="drawn" aria-hidden="true">
            <Phone parts={phone.parts} />
          </div>
        )}
      </div>
      <div class="begin">
        <button type="button" class="button go" data-action="wake">
          <Icon name="hand" />
          <span>
            {t('attract.touch')}
            <small lang="en">{english('attract.touch')}</small>
          </span>
        </button>
      </div>
    </main>
  );
}

/** The app's own sign: three steps up. */
function Steps() {
  return (
    <svg class="icon" viewBox="0 0 40 40" aria-hidden="true">
      <path d="M5 33h10v-8h10v-8h10" />
    </svg>
  );
}

/** How often the picture has changed. */
function useTurns(): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((before) => before + 1), TURN);
    return () => clearInterval(timer);
  }, []);
  return turn;
}

/** The phone of a guide; the one before stays until it is there, and none comes where there is none. */
function usePhone(id: GuideId | undefined, load: Props['drawn']) {
  const [phone, setPhone] = useState<{ of: GuideId; parts: PhonePart[] }>();
  const known = useMemo(() => new Map<GuideId, PhonePart[]>(), []);
  useEffect(() => {
    if (id === undefined) return undefined;
    let here = true;
    const find = async () => {
      const parts = known.get(id) ?? tappedPhone(await load(id));
      if (parts) known.set(id, parts);
      if (here) setPhone(parts && { of: id, parts });
    };
    find().catch(() => undefined);
    return () => {
      here = false;
    };
  }, [id]);
  return phone;
}
