import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { type ExportFile, FORMAT } from '../../src/tally/export';
import { type BrowserProcess, killGroup } from './browser-process';
import { expect, open, SITE, test } from './device';
import { type KioskMachine, kioskMachine, whyNoKiosk } from './kiosk-machine';

const why = whyNoKiosk();
test.skip(why !== undefined, `the machine of kiosk/linux: ${why}`);

/** What a frame shows in the place of an address that the rules do not let through. */
const BLOCKED = 'chrome-error://chromewebdata/';

let machine: KioskMachine;
test.beforeEach(() => {
  machine = kioskMachine(SITE());
});
test.afterEach(() => machine.remove());

test('the unit’s command shows the site, and nobody can look into that browser', async () => {
  const browser = machine.start();
  try {
    // Only a page whose script runs has a worker registered.
    await expect
      .poll(() => existsSync(path.join(machine.profile, 'Default/Service Worker/Database')), {
        timeout: 60_000,
      })
      .toBe(true);
    expect(existsSync(path.join(machine.profile, 'DevToolsActivePort'))).toBe(false);
  } finally {
    const gone = once(browser, 'exit');
    killGroup(browser);
    await gone;
  }
});

test('Chromium knows each rule, and takes it as it is', async () => {
  await looking(['chrome://policy', 'chrome://resources'], async ({ page }) => {
    await page.goto('chrome://policy');
    const rules = () => page.evaluate(rulesShown);
    await expect.poll(async () => (await rules()).length, { timeout: 30_000 }).toBeGreaterThan(0);
    const shown = await rules();
    expect(shown.filter(({ state }) => state !== 'OK')).toEqual([]);
    const wanted = Object.keys(machine.policy).filter(
      (name) => !/^(DeveloperTools|RemoteDebugging)/.test(name),
    );
    expect(shown.map(({ name }) => name).sort()).toEqual(wanted.sort());
  });
});

test('nothing but the site opens, whichever way one asks', async () => {
  const elsewhere = await anotherSite();
  const { origin } = new URL(SITE());
  const addresses = [
    elsewhere.address,
    'https://example.org/',
    `${origin}/another-folder/`,
    `view-source:${SITE()}`,
    'file:///etc/passwd',
    'data:text/html,<h1>elsewhere</h1>',
    'chrome://settings/',
    'chrome://flags/',
    'chrome://version/',
    'chrome://downloads/',
    'chrome://history/',
    'chrome://inspect/',
    'chrome-untrusted://new-tab-page/',
    'devtools://devtools/bundled/inspector.html',
  ];
  await looking([], async ({ page }) => {
    await open(page, '');
    const opened: string[] = [];
    for (const address of addresses) {
      const tab = await page.context().newPage();
      const answer = await tab.goto(address).then(
        () => 'opened',
        ({ message }: Error) => message,
      );
      await tab.close();
      if (!answer.includes('ERR_BLOCKED_BY_ADMINISTRATOR')) opened.push(`${address}: ${answer}`);
    }
    expect(opened).toEqual([]);
    // The page's own rules would hold some of it back before the system is asked.
    const session = await orders(page);
    await session.send('Page.setBypassCSP', { enabled: true });
    for (const way of WAYS_TO) {
      await open(page, '');
      await session.send('Runtime.evaluate', {
        expression: `(${way})(${JSON.stringify(elsewhere.address)})`,
        userGesture: true,
      });
      await expect.poll(() => framesIn(page), { message: way.toString() }).toContain(BLOCKED);
      for (const other of page.context().pages()) if (other !== page) await other.close();
    }
    expect(elsewhere.asked()).toEqual([]);
    // And afterwards the site is as it was.
    await open(page, 'vneid/');
    await expect(page.locator('main')).toHaveAttribute('data-screen', 'cover');
  });
  elsewhere.close();
});

test('staff’s files come into one folder; programs, file dialogs and permissions do not come at all', async () => {
  await looking([], async ({ page }) => {
    // The driver would have files in a folder of its own.
    const browser = await page.context().browser()?.newBrowserCDPSession();
    await browser?.send('Browser.setDownloadBehavior', { behavior: 'default' });
    await open(page, 'staff/');
    const session = await orders(page);
    const ask = async (expression: string) =>
      (await session.send('Runtime.evaluate', { expression, userGesture: true, awaitPromise: true })).result
        .value;

    await ask(`(${saveFile})('a-program.sh')`);
    await page.locator('[data-action="export-json"]').click();
    const files = () => (existsSync(machine.exports) ? readdirSync(machine.exports) : []);
    await expect.poll(files, { timeout: 30_000 }).toEqual([expect.stringMatching(/^tung-buoc-.*\.json$/)]);
    const [name = ''] = files();
    const file = JSON.parse(readFileSync(path.join(machine.exports, name), 'utf8')) as ExportFile;
    expect(file.format).toBe(FORMAT);

    expect(await ask(`(${chooseFile})()`)).toBe('cancelled');
    expect(await ask('Notification.requestPermission()')).toBe('denied');
    expect(await ask(`(${whereAmI})()`)).toBe('denied');
    expect(await ask('showOpenFilePicker().then(() => "chosen", ({ name }) => name)')).toBe(
      'NotAllowedError',
    );
  });
});

async function looking(more: string[], look: (browser: BrowserProcess) => Promise<void>): Promise<void> {
  const browser = await machine.startToLook(more);
  try {
    await look(browser);
  } finally {
    browser.kill();
    await browser.gone;
  }
}

/** What each frame of each window shows. */
function framesIn(page: Page): string[] {
  return page
    .context()
    .pages()
    .flatMap((one) => one.frames())
    .map((frame) => frame.url());
}

function orders(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page);
}

/** A site that nobody at the kiosk should reach: it notes who asks. */
async function anotherSite() {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.end('elsewhere');
  });
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  const { port } = server.address() as AddressInfo;
  return { address: `http://localhost:${port}/`, asked: () => asked, close: () => server.close() };
}

/** Ways by which a page that has been touched could lead away; forms are held back by its own rules. They run in the page. */
const WAYS_TO = [
  (address: string) => location.assign(address),
  (address: string) => void window.open(address),
  (address: string) => Object.assign(document.createElement('a'), { href: address }).click(),
  (address: string) =>
    Object.assign(document.createElement('a'), { href: address, target: '_blank' }).click(),
  (address: string) =>
    document.body.append(Object.assign(document.createElement('iframe'), { src: address })),
];

// These run in the page, too.
function rulesShown(): { name: string; state: string }[] {
  const inside = (element: Element | null, selector: string) => [
    ...(element?.shadowRoot?.querySelectorAll(selector) ?? []),
  ];
  return [...document.querySelectorAll('policy-table')]
    .flatMap((table) => inside(table, 'policy-row'))
    .map((row) => {
      const text = (selector: string) => inside(row, selector)[0]?.textContent?.trim() ?? '';
      return { name: text('.name'), state: text('.messages') };
    })
    .filter(({ state }) => state !== 'Not set.');
}

function saveFile(name: string): void {
  Object.assign(document.createElement('a'), {
    href: URL.createObjectURL(new Blob(['true'])),
    download: name,
  }).click();
}

function chooseFile(): Promise<string> {
  return new Promise((answer) => {
    const input = Object.assign(document.createElement('input'), { type: 'file' });
    input.addEventListener('cancel', () => answer('cancelled'));
    input.addEventListener('change', () => answer('chosen'));
    document.body.append(input);
    input.click();
  });
}

function whereAmI(): Promise<string> {
  return new Promise((answer) => {
    navigator.geolocation.getCurrentPosition(
      () => answer('known'),
      ({ code }) => answer(code === 1 ? 'denied' : 'unknown'),
    );
  });
}
