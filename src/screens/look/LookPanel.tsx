import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { TEXT_SIZES, type TextSize, textSize } from '../../device/text-size';
import { shownTheme, THEMES, type Theme, theme } from '../../device/theme';
import { useWords } from '../../i18n/words';
import { useOverlay } from '../use-overlay';
import './LookPanel.css';

/** How large the text is and in which colours, each choice shown by a sample of itself; it holds as soon as it is touched. */
export function LookPanel({ onClose }: { onClose(): void }) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const { close, ended } = useOverlay(dialog, onClose);
  const [size, setSize] = useState<TextSize>(textSize.get);
  const [colours, setColours] = useState<Theme>(shownTheme);
  return (
    <dialog ref={dialog} class="look" aria-labelledby="look-title" onClose={ended}>
      <div class="choices">
        <h2 id="look-title">{t('look')}</h2>
        <p>{t('look.lead')}</p>
        <fieldset class="samples">
          <legend>{t('text-size')}</legend>
          {TEXT_SIZES.map((value) => (
            <Tile
              key={value}
              group="text-size"
              value={value}
              word={t(`text-size.${value}`)}
              chosen={size === value}
              onChoose={() => {
                textSize.set(value);
                setSize(value);
              }}
            >
              <Sample size={value} />
            </Tile>
          ))}
        </fieldset>
        <fieldset class="samples colours">
          <legend>{t('theme')}</legend>
          {THEMES.map((value) => (
            <Tile
              key={value}
              group="theme"
              value={value}
              word={t(`theme.${value}`)}
              chosen={colours === value}
              onChoose={() => {
                theme.set(value);
                setColours(value);
              }}
            >
              <Sample colours={value} />
            </Tile>
          ))}
        </fieldset>
      </div>
      <button type="button" class="button go" data-action="close" onClick={() => close('leave')}>
        {t('look.done')}
      </button>
    </dialog>
  );
}

interface TileProps {
  group: string;
  value: string;
  word: string;
  chosen: boolean;
  onChoose(): void;
  children: ComponentChildren;
}

function Tile({ group, value, word, chosen, onChoose, children }: TileProps) {
  return (
    <label class={chosen ? 'tile chosen' : 'tile'}>
      <input
        type="radio"
        name={group}
        value={value}
        checked={chosen}
        // The tick beside it would be read as a part of its name.
        aria-label={word}
        onChange={onChoose}
      />
      {children}
      <span class="word">{word}</span>
    </label>
  );
}

/** Letters as they will look; what is chosen is said by its word. */
function Sample({ size, colours }: { size?: TextSize; colours?: Theme }) {
  return (
    <span class="sample" aria-hidden="true" data-text-size={size} data-theme={colours}>
      Aa
    </span>
  );
}
