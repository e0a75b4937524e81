import type { Page } from '@playwright/test';

interface How {
  /** Languages of the device's voices; none = a device without voices, undefined = a browser without speech. */
  voices: string[] | undefined;
  /** Until the voices come, in milliseconds. */
  late?: number;
  /** `reads` says each utterance in a short time, `reads slowly` as fast as a calm voice, `waits` says its first word and goes on no further. */
  manner?: 'reads' | 'reads slowly' | 'waits' | 'silent';
}

/** A device's speech that is heard by nobody and remembers all: `said(page)`. */
export async function installVoice(page: Page, { voices, late = 0, manner = 'waits' }: How): Promise<void> {
  await page.addInitScript(
    ([languages, wait, how]) => {
      const said: { text: string; lang: string; rate: number }[] = [];
      Object.assign(window, { said, manner: how, cancels: 0 });
      if (!languages) {
        Object.defineProperty(window, 'speechSynthesis', { value: undefined, configurable: true });
        return;
      }
      type Utterance = Record<string, unknown> & { text: string; lang: string; rate: number };
      class FakeUtterance {
        lang = '';
        rate = 1;
        constructor(readonly text: string) {}
      }
      class Engine extends EventTarget {
        speaking = false;
        pending = false;
        timers: number[] = [];
        all: object[] = [];
        getVoices = () => this.all;
        resume = () => undefined;
        pause = () => {
          throw new Error('pause() is broken on most engines');
        };
        speak(utterance: Utterance) {
          said.push({ text: utterance.text, lang: utterance.lang, rate: utterance.rate });
          const manners = (window as unknown as { manner: string }).manner;
          if (manners === 'silent') return;
          const event = (type: string, more = {}) =>
            (utterance[`on${type}`] as ((event: object) => void) | undefined)?.({ type, ...more });
          const after = (ms: number, act: () => void) => this.timers.push(window.setTimeout(act, ms));
          this.speaking = true;
          after(1, () => event('start'));
          after(2, () => event('boundary', { name: 'word', charIndex: 0 }));
          if (!manners.startsWith('reads')) return;
          after(10 + utterance.text.length * (manners === 'reads' ? 6 : 90), () => {
            this.speaking = false;
            event('end');
          });
        }
        cancel() {
          this.speaking = false;
          this.timers.forEach(clearTimeout);
          (window as unknown as { cancels: number }).cancels += 1;
        }
      }
      const engine = new Engine();
      window.setTimeout(() => {
        engine.all = languages.map((lang) => ({ lang, name: lang, localService: true, default: false }));
        engine.dispatchEvent(new Event('voiceschanged'));
      }, wait);
      Object.defineProperty(window, 'speechSynthesis', { value: engine, configurable: true });
      Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: FakeUtterance, configurable: true });
    },
    [voices, late, manner] as const,
  );
}

/** What was given to the voice so far. */
export async function said(page: Page): Promise<{ text: string; lang: string; rate: number }[]> {
  return page.evaluate(
    () => (window as unknown as { said: { text: string; lang: string; rate: number }[] }).said,
  );
}

/** From now on the voice behaves otherwise. */
export async function behave(page: Page, manner: NonNullable<How['manner']>): Promise<void> {
  await page.evaluate((value) => Object.assign(window, { manner: value }), manner);
}
