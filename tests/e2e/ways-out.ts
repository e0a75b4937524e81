import type { Page } from '@playwright/test';

/** A way out of the page, tried with the browser's own input. */
export interface WayOut {
  name: string;
  try(page: Page): Promise<unknown>;
  /** Whether a device of a team, where nothing is held back, shows that the trial can see it. */
  seen: boolean;
}

const key = (combination: string, seen = true): WayOut => ({
  name: combination,
  try: (page) => page.keyboard.press(combination),
  seen,
});

const CARD = '[data-open="vneid"]';

const LINKS: WayOut[] = [
  {
    name: 'a middle click on a link',
    try: (page) => page.locator(CARD).click({ button: 'middle' }),
    seen: true,
  },
  ...(['Control', 'Shift', 'Meta', 'Alt'] as const).map((modifier) => ({
    name: `a click on a link with ${modifier}`,
    try: (page: Page) => page.locator(CARD).click({ modifiers: [modifier] }),
    // Chromium on Linux makes nothing special of the ⌘ key.
    seen: modifier !== 'Meta',
  })),
  ...(
    [
      ['a link to another site', 'https://example.org/', ''],
      ['a link to another site in a new window', 'https://example.org/', '_blank'],
      ['a link to a page of the same server', '/elsewhere', ''],
      ['a link of ours in a new window', 'vneid/', '_blank'],
      ['a telephone number', 'tel:19000368', ''],
      ['a mail address', 'mailto:a@example.org', ''],
      ['an Android intent', 'intent://scan/#Intent;scheme=zxing;end', ''],
      ['a file to download', 'manifest.webmanifest', 'download'],
    ] as const
  ).map(([name, href, target]) => ({ name, try: (page: Page) => clickLink(page, href, target), seen: true })),
];

const POINTERS: WayOut[] = [
  { name: 'the context menu', try: (page) => page.locator(CARD).click({ button: 'right' }), seen: true },
  {
    name: 'a long press on a card, which opens it',
    async try(page) {
      await longPress(page, CARD);
      await page.locator('[data-screen="cover"]').waitFor();
    },
    seen: false,
  },
  { name: 'a long press on text', try: (page) => longPress(page, 'h1'), seen: false },
  { name: 'marking text by a double click', try: (page) => page.locator('h1').dblclick(), seen: true },
  // No device lets its links be dragged; text that was marked is.
  { name: 'dragging a link away', try: (page) => drag(page, CARD), seen: false },
  { name: 'marking text by drawing over it', try: (page) => drag(page, 'h1'), seen: true },
  { name: 'a file that is dropped', try: (page) => drop(page, 'Files'), seen: true },
  { name: 'an address that is dropped', try: (page) => drop(page, 'text/uri-list'), seen: true },
  { name: 'zooming by Ctrl and the wheel', try: (page) => zoomByWheel(page), seen: true },
  { name: 'pinching', try: (page) => pinch(page), seen: true },
  { name: 'the button “back” of a mouse', try: (page) => sideButton(page, 'back'), seen: true },
  { name: 'the button “forward” of a mouse', try: (page) => sideButton(page, 'forward'), seen: true },
];

const PROGRAMS: WayOut[] = [
  { name: 'window.open', try: (page) => page.evaluate(() => void window.open('about:blank')), seen: true },
  { name: 'window.print', try: (page) => page.evaluate(() => window.print()), seen: true },
  {
    name: 'a change of the hash',
    try: (page) =>
      page.evaluate(() => {
        location.hash = '#nowhere';
      }),
    seen: false,
  },
  { name: 'the back button, pressed ten times', try: (page) => go(page, 'back'), seen: true },
  { name: 'the forward button, pressed ten times', try: (page) => go(page, 'forward'), seen: false },
  { name: 'pasting', try: (page) => clipboard(page, 'paste'), seen: true },
  { name: 'copying', try: (page) => clipboard(page, 'copy'), seen: true },
];

const KEYS: WayOut[] = [
  ...['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Shift+F10', 'ContextMenu', 'Backspace'].map((one) =>
    key(one),
  ),
  ...[...'pPsounNtwTjhlfgdrbeak+-0'].map((letter) => key(`Control+${letter}`)),
  ...['Control+Shift+I', 'Control+Shift+J', 'Control+Shift+C', 'Control+Shift+Delete', 'Control+Tab'].map(
    (one) => key(one),
  ),
  ...['Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+Home', 'Alt+d', 'Alt+F4', 'Alt+Enter'].map((one) => key(one)),
  ...['Meta+l', 'Meta+h', 'Meta+q', '/', "'"].map((one) => key(one)),
];

/** All that is tried. */
export const WAYS_OUT: WayOut[] = [...LINKS, ...POINTERS, ...PROGRAMS, ...KEYS];

async function clickLink(page: Page, href: string, target: string): Promise<void> {
  await page.evaluate(
    ([to, how]) => {
      const link = document.createElement('a');
      link.id = 'way-out';
      link.textContent = to;
      link.setAttribute('href', to);
      if (how === 'download') link.download = 'file';
      else if (how) link.target = how;
      Object.assign(link.style, { position: 'fixed', inset: '300px auto auto 100px', zIndex: '99' });
      document.querySelector('main')?.append(link);
    },
    [href, target] as const,
  );
  await page.locator('#way-out').click({ noWaitAfter: true });
}

async function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not there`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function longPress(page: Page, selector: string): Promise<void> {
  const { x, y } = await middleOf(page, selector);
  const session = await page.context().newCDPSession(page);
  await session.send('Input.synthesizeTapGesture', {
    x,
    y,
    duration: 1200,
    tapCount: 1,
    gestureSourceType: 'touch',
  });
  await session.detach();
}

async function drag(page: Page, selector: string): Promise<void> {
  const { x, y } = await middleOf(page, selector);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 60, { steps: 5 });
  await page.mouse.move(20, 5, { steps: 5 });
  await page.mouse.up();
}

/** The browser's own drop: what a page does not refuse it opens. */
async function drop(page: Page, kind: 'Files' | 'text/uri-list'): Promise<void> {
  await page.evaluate((type) => {
    const data = new DataTransfer();
    if (type === 'Files') data.items.add(new File(['x'], 'x.html', { type: 'text/html' }));
    else data.setData(type, 'https://example.org/');
    const options = { bubbles: true, cancelable: true, dataTransfer: data };
    const taken = ['dragover', 'drop'].map((one) =>
      document.querySelector('h1')?.dispatchEvent(new DragEvent(one, options)),
    );
    // Not refused: the browser goes where the file or the address leads.
    if (taken.some(Boolean)) location.href = 'about:blank#dropped';
  }, kind);
}

async function zoomByWheel(page: Page): Promise<void> {
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
}

async function pinch(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.synthesizePinchGesture', { x: 400, y: 600, scaleFactor: 2.5 });
  await session.detach();
}

async function sideButton(page: Page, button: 'back' | 'forward'): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const type of ['mousePressed', 'mouseReleased'] as const) {
    await session.send('Input.dispatchMouseEvent', { type, x: 400, y: 900, button, clickCount: 1 });
  }
  await session.detach();
}

async function go(page: Page, way: 'back' | 'forward'): Promise<void> {
  for (let i = 0; i < 10; i += 1) {
    await page
      .evaluate(async (to) => {
        history[to]();
        // It takes a moment, and where there is nothing to go to nothing tells of it.
        for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      }, way)
      .catch(() => undefined);
  }
}

function clipboard(page: Page, type: 'paste' | 'copy'): Promise<unknown> {
  return page.locator('h1').evaluate((title, kind) => {
    const event = new ClipboardEvent(kind, {
      bubbles: true,
      cancelable: true,
      clipboardData: new DataTransfer(),
    });
    if (title.dispatchEvent(event)) document.documentElement.dataset.escaped = kind;
  }, type);
}
