import type { Page } from '@playwright/test';

/** Init script: a clock that can be set wrong, in milliseconds off the real one. Read at each look: all tabs have the same. */
export function installClock(): void {
  const RealDate = Date;
  const now = () => RealDate.now() + Number(localStorage.getItem('trial:clock') ?? 0);
  class ShiftedDate extends RealDate {
    static override now = now;
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [now()] : args) as [number]));
    }
  }
  window.Date = ShiftedDate as DateConstructor;
}

/** Sets the clock of all pages of the site, as from a page of it. */
export async function setClock(page: Page, offset: number): Promise<void> {
  await page.evaluate(keepOffset, offset);
}

/** Init script, or in the page. */
export function keepOffset(offset: number): void {
  localStorage.setItem('trial:clock', String(offset));
}
