import type { BrowserContext } from '@playwright/test';
import { CANARY } from './payloads';

/**
 * Notes whatever payloads do in any page or frame of a context, from the next page on: a call of `alert` and its like, a
 * dialog, a request to CANARY. It does not depend on any policy.
 */
export async function tripwire(context: BrowserContext): Promise<string[]> {
  const tripped: string[] = [];
  await context.exposeBinding('tripped', (_source, what: string) => void tripped.push(what));
  await context.addInitScript(() => {
    const { tripped } = window as unknown as { tripped(what: string): void };
    for (const name of ['alert', 'confirm', 'prompt', 'print'])
      Object.defineProperty(window, name, { value: (id: unknown) => tripped(`${id}`), writable: true });
  });
  context.on('dialog', (dialog) => {
    tripped.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await context.route(`${CANARY}**`, (route) => {
    tripped.push(new URL(route.request().url()).pathname.slice(1));
    return route.abort();
  });
  return tripped;
}
