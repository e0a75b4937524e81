import type { BrowserContext } from '@playwright/test';

/** How Chromium words it on the console; it says each one there, whether scripts run on the page or not. */
const SAID = /Content Security Policy|Permissions policy violation|requires 'Trusted/i;

/** What the pages of a context do that their policy forbids, from now on; joins a list where there is one. */
export function violationsIn(context: BrowserContext, violations: string[] = []): string[] {
  context.on('console', (message) => {
    if (message.type() === 'error' && SAID.test(message.text())) violations.push(message.text());
  });
  return violations;
}
