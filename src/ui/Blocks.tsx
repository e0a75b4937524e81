import type { Block, Inline, Tone } from '../guide/guide';
import { useWords } from '../i18n/words';
import { InlineText } from './InlineText';
import { Icon, type IconName } from './icons';
import { LinkCard } from './LinkCard';
import { Phone } from './phone/Phone';
import { Wide } from './Wide';
import './Blocks.css';

interface Props {
  blocks: Block[];
  /** The address of the folder that holds the guide's pictures, ending in "/". */
  pictures: string;
}

/** The blocks of a step, a call-out or the cover, in their order. */
export function Blocks({ blocks, pictures }: Props) {
  return (
    <>
      {blocks.map((block) => (
        <OneBlock block={block} pictures={pictures} />
      ))}
    </>
  );
}

function OneBlock({ block, pictures }: { block: Block; pictures: string }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <InlineText text={block.text} />
        </p>
      );
    case 'actions':
      return <Items as="ol" name="actions" items={block.items} />;
    case 'list':
      return <Items as="ul" name="bullets" items={block.items} />;
    case 'checklist':
      return <Checklist items={block.items} />;
    case 'callout':
      return <Callout tone={block.tone} blocks={block.blocks} pictures={pictures} />;
    case 'phone':
      return <Phone parts={block.parts} />;
    case 'picture':
      return <img class="picture" src={pictures + block.file} alt={block.alt} />;
    case 'link':
      return <LinkCard link={block} />;
    case 'table':
      return <Table head={block.head} rows={block.rows} />;
    default:
      return block satisfies never;
  }
}

function Items({ as: List, name, items }: { as: 'ol' | 'ul'; name: string; items: Inline[][] }) {
  return (
    <List class={name}>
      {items.map((item) => (
        <li>
          <div>
            <InlineText text={item} />
          </div>
        </li>
      ))}
    </List>
  );
}

/** The ticks are the person's own: they are kept nowhere. */
function Checklist({ items }: { items: Inline[][] }) {
  return (
    <ul class="checklist">
      {items.map((item) => (
        <li>
          <label>
            <input type="checkbox" autocomplete="off" />
            <span>
              <InlineText text={item} />
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

const TONE_ICONS: Record<Tone, IconName> = {
  note: 'people',
  tip: 'bulb',
  important: 'flag',
  warning: 'warning',
  caution: 'shield',
};

/** A framed word beside the step. */
export function Callout({ tone, blocks, pictures }: { tone: Tone } & Props) {
  const { t } = useWords();
  return (
    <aside class={`callout ${tone}`}>
      <Icon name={TONE_ICONS[tone]} />
      <div>
        <strong class="tone">{tone === 'note' ? t('note') : t(`tone.${tone}`)}</strong>
        <Blocks blocks={blocks} pictures={pictures} />
      </div>
    </aside>
  );
}

function Table({ head, rows }: { head: Inline[][]; rows: Inline[][][] }) {
  const { t } = useWords();
  return (
    <Wide label={t('table')}>
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th scope="col">
                <InlineText text={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>
                  <InlineText text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
