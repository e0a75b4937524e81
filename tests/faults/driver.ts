/** How a walk goes: so many steps by the app's own controls, then to the question at the end, and its answer. */
export interface Way {
  steps: number;
  end: 'completed' | 'stopped';
}

/** How a walk began: afresh, in the place of an interrupted one, or taken up where it was. */
export type Begun = 'afresh' | 'replaced' | 'resumed';

/** Hands inside of the page: quicker than any from outside, and they use nothing but what the page promises. */
interface Driver {
  /** From the cover to the first step on screen. */
  begin(how: 'start' | 'resume'): Promise<Begun>;
  /** So many steps onward; fewer where the guide ends before. */
  go(steps: number): Promise<void>;
  /** From wherever it is to the last screen; answers what that says of the count. */
  end(how: Way['end']): Promise<string>;
  /** From the last screen to the cover. */
  cover(): Promise<void>;
  /** All of it. */
  walk(way: Way): Promise<string>;
  /** Whether a control comes into sight within so many milliseconds. */
  offered(action: string, ms: number): Promise<boolean>;
}

declare global {
  interface Window {
    driver: Driver;
  }
}

/** Init script: runs in the page, so that it knows nothing from outside of itself. */
export function installDriver(): void {
  const PATIENCE_MS = 30_000;
  const main = () => document.querySelector<HTMLElement>('main');
  const seen = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].find((one) => one.getClientRects().length > 0);

  /** Waits until something is there. Goes by changes of the page, as timers are slow in a tab behind another. */
  const until = <T>(look: () => T | undefined | false, what: string, ms = PATIENCE_MS) =>
    new Promise<T>((resolve, reject) => {
      const check = () => {
        const found = look();
        if (!found) return;
        stop();
        resolve(found);
      };
      const observer = new MutationObserver(check);
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      const again = setInterval(check, 50);
      const timer = setTimeout(() => {
        stop();
        const where = `${main()?.dataset.screen} ${main()?.dataset.step} ${location.hash}`;
        reject(new Error(`waited in vain for ${what}, at ${where}: ${main()?.innerText.slice(0, 80)}`));
      }, ms);
      const stop = () => {
        observer.disconnect();
        clearInterval(again);
        clearTimeout(timer);
      };
      check();
    });

  /** A screen that shows nothing is no screen. */
  const screen = (name: string) =>
    until(() => main()?.dataset.screen === name && main()?.innerText.trim() !== '', `screen ${name}`);
  const tap = async (selector: string) => (await until(() => seen(selector), selector)).click();

  const driver: Driver = {
    async begin(how) {
      await screen('cover');
      const control = await until(() => seen(`[data-action="${how}"]`), how);
      const interrupted = seen('[data-action="resume"]') !== undefined;
      control.click();
      await screen('step');
      if (how === 'resume') return 'resumed';
      return interrupted ? 'replaced' : 'afresh';
    },
    async go(steps) {
      for (let i = 0; i < steps && main()?.dataset.screen === 'step'; i += 1) {
        const step = main()?.dataset.step;
        await tap('[data-action="next"], [data-action="finish"], [data-choice]');
        await until(() => main()?.dataset.step !== step, 'another step');
      }
    },
    async end(how) {
      if (main()?.dataset.screen !== 'finish') location.hash = '#end';
      await screen('finish');
      await tap(how === 'completed' ? '[data-action="completed"]' : '[data-action="not-completed"]');
      if (how === 'stopped') await tap('[data-reason="unsure"]');
      await screen('done');
      return until(() => seen('.counted')?.innerText.trim(), 'what was counted');
    },
    async cover() {
      location.hash = '#cover';
      await screen('cover');
    },
    async walk({ steps, end }) {
      await driver.begin('start');
      await driver.go(steps);
      const said = await driver.end(end);
      await driver.cover();
      return said;
    },
    offered: (action, ms) =>
      until(() => seen(`[data-action="${action}"]`), action, ms).then(
        () => true,
        () => false,
      ),
  };
  window.driver = driver;
}
