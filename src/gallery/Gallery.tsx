import '@fontsource/roboto/latin-400.css';
import '@fontsource/roboto/latin-700.css';
import '@fontsource/roboto/vietnamese-400.css';
import '@fontsource/roboto/vietnamese-700.css';
import examples from 'virtual:examples';
import type { Guide } from '../guide/guide';
import { Choice } from '../screens/guide/StepSection';
import { Blocks } from '../ui/Blocks';
import '../screens/guide/GuideScreen.css';
import './Gallery.css';

const THEMES = ['light', 'dark', 'contrast'] as const;
const SIZES = ['1', '2', '3'] as const;

/**
 * Every construct of the guide format, then everything that can stand on the drawn phone in each theme and size.
 * In development only. Browser tests compare it with stored pictures, and the format's page shows the same ones.
 * Its font is its own, so that the pictures do not depend on the machine.
 */
export function Gallery() {
  return (
    <main class="gallery" data-screen="gallery">
      <h1>Từng Bước: gallery</h1>
      <div class="examples">
        {examples.map(({ name, text, guide }) => (
          <figure>
            <figcaption>{name}</figcaption>
            <div class="example" id={name} data-theme="light" data-text-size="1">
              <Shown name={name} guide={guide} />
            </div>
            <pre>{text}</pre>
          </figure>
        ))}
      </div>
      {THEMES.flatMap((theme) =>
        SIZES.map((size) => (
          <>
            <h2>
              {theme}, {size}
            </h2>
            <div class="sheet" id={`sheet-${theme}-${size}`} data-theme={theme} data-text-size={size}>
              {examples
                .filter(({ name }) => name.startsWith('screen-'))
                .map(({ guide }) => (
                  <Blocks blocks={guide.steps[0].blocks} pictures="" />
                ))}
            </div>
          </>
        )),
      )}
    </main>
  );
}

/** What an example is about; the rest of the guide around it is left out. */
function Shown({ name, guide }: { name: string; guide: Guide }) {
  const [step] = guide.steps;
  if (name === 'cover') return <Blocks blocks={guide.cover} pictures="/gallery/" />;
  return (
    <>
      {step.id !== 'one' && <h1>{step.title}</h1>}
      <Blocks blocks={step.blocks} pictures="/gallery/" />
      <Choice guide={guide} next={step.next} />
      {step.trouble.map((entry) => (
        <section class="panel">
          <h2>{entry.title}</h2>
          <Blocks blocks={entry.blocks} pictures="/gallery/" />
        </section>
      ))}
      {name === 'next' && (
        <a class="button go" href="#next">
          Tiếp tục
        </a>
      )}
    </>
  );
}
