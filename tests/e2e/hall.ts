import { expect, type Tablet } from './tablet';

/** As staff set it, until they set it otherwise. */
export const QUIET = 60_000;
export const COUNTDOWN = 30_000;

/** Stands a tablet in a hall and touches the screen that invites; its clock is the test's. */
export async function standInHall(tablet: Tablet): Promise<void> {
  const { page } = tablet;
  await page.clock.install();
  await page.addInitScript(() => localStorage.setItem('tung-buoc:role', 'kiosk'));
  await tablet.open('');
  await tablet.wake();
}

/** Opens a guide from the home screen and begins it. */
export async function beginGuide(tablet: Tablet, guide: string): Promise<void> {
  await tablet.page.locator(`[data-open="${guide}"]`).click();
  await tablet.tap('start');
  await tablet.expectScreen('step');
}

/** Nobody touches for as long as it takes. */
export async function goAway(tablet: Tablet): Promise<void> {
  await tablet.page.clock.runFor(QUIET + COUNTDOWN + 1000);
  await tablet.expectScreen('attract');
}

/** "Are you still there?" */
export const question = ({ page }: Tablet) => page.locator('.still-here');

/** How often each thing was counted, as staff find it. */
export async function counted(tablet: Tablet): Promise<Record<string, number>> {
  await tablet.open('staff/');
  const counts: Record<string, number> = {};
  for (const { event, count } of await tablet.exportedRows()) counts[event] = (counts[event] ?? 0) + count;
  return counts;
}

/** All that the site has written down on the device, and all that the page shows. */
export async function everything({ page }: Tablet): Promise<Record<string, unknown>> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('tung-buoc'));
    const walks = await answer(database.transaction('walks').objectStore('walks').getAllKeys());
    database.close();
    return {
      address: location.href,
      open: walks.length,
      session: Object.keys(sessionStorage),
      settings: Object.keys(localStorage).sort(),
      shown: document.body.innerText,
      dialogs: document.querySelectorAll('dialog').length,
      scrolled: scrollY,
      focus: document.activeElement?.tagName,
      // What staff have set stays.
      look: Object.entries(document.documentElement.dataset).filter(([name]) => !name.startsWith('kiosk')),
      language: document.documentElement.lang,
      title: document.title,
      speaks: speechSynthesis.speaking,
    };
  });
}

/** Waits until the end of the walk before is on disk. */
export async function settled(tablet: Tablet): Promise<void> {
  await expect.poll(async () => (await everything(tablet)).open).toBe(0);
}
