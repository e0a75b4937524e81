import { hydrate, render } from 'preact';
import { App } from './app';
import { showCompany } from './device/company';
import { onRole, role } from './device/role';
import { tabWalk } from './device/tab-walk';
import { textSize } from './device/text-size';
import { theme } from './device/theme';
import { guardTouches } from './device/touch-guard';
import { registerServiceWorker } from './device/update';
import { loadCards, loadDrawnSteps } from './guides-known';
import { existingAddress, homeOf, makeContentBy, pageOf } from './pages';
import { CONTENT, pathOf } from './screens/address';
import { forgetReader } from './screens/forget-reader';
import type { Content } from './screens/guide/content';
import type { Stage } from './screens/kiosk/kiosk';
import './ui/base.css';

async function start(): Promise<void> {
  await parsed();
  // What the store keeps of a page has no style: whoever opens it by its address is led to the page.
  if (location.pathname.endsWith(`/${CONTENT}`)) return location.replace('./');
  const html = document.documentElement;
  const root = new URL(html.dataset.root ?? './', location.href).pathname;
  // Read early: they show as attributes that the style sheet goes by.
  textSize.get();
  theme.get();
  // Nobody was in the middle of a walk here: whoever comes is somebody else.
  if (tabWalk() === undefined) forgetReader();
  showCompany();
  guardTouches(isForResidents);

  const target = document.getElementById('app');
  if (!target) return;
  if (import.meta.env.DEV && location.pathname === '/gallery/') {
    await (await import('./gallery/open-gallery')).openGallery(target);
    return;
  }
  if (import.meta.env.DEV) (await import('./drawn-pages')).drawPages();
  else makeContentBy((address, stands) => contentAt(root + pathOf(address) + CONTENT, stands));
  const path = location.pathname.slice(root.length);
  const found = await existingAddress(path);
  const address = found ?? homeOf(path);
  // An address that does not exist becomes home, so that a reload stays there.
  if (!found) history.replaceState(null, '', root + pathOf(address));
  const prerendered = target.firstElementChild !== null;
  await pageOf(address, { prerendered }).preload();

  const app = <App site={{ root }} />;
  if (prerendered) hydrate(app, target);
  else render(app, target);
  html.dataset.ready = '';
  keepIcons();
  followRole({
    home: root,
    draw: (view) => render(view, target),
    async app() {
      await pageOf({ screen: 'home', locale: 'vi' }).preload();
      return <App site={{ root }} />;
    },
    cards: () => loadCards('vi'),
    drawn: (id) => loadDrawnSteps(id, 'vi'),
  });
  if (import.meta.env.DEV) void import('./writing').then(({ followWriting }) => followWriting(address));
  if (import.meta.env.PROD) void registerServiceWorker(`${root}sw.js`, root);
}

/**
 * The page's script is async, and may be here before the end of the page. Were it deferred, a browser would take the page for
 * unfinished until it has come and run, and would show no `#step` before.
 */
function parsed(): Promise<unknown> | undefined {
  if (document.readyState !== 'loading') return undefined;
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

async function contentAt(address: string, prerendered: boolean): Promise<Content> {
  const { adoptedContent } = await import('./screens/guide/GuideScreen');
  return adoptedContent(address, prerendered);
}

/** They are relative to the page that came, and would be looked for elsewhere as soon as the app moves to another address. */
function keepIcons(): void {
  const links = document.head.querySelectorAll<HTMLLinkElement>(
    'link:is([rel="icon"], [rel="apple-touch-icon"], [rel="manifest"])',
  );
  for (const link of links) link.setAttribute('href', link.href);
}

/** What a kiosk does by itself is fetched by kiosks alone; staff can make any device one, and undo it. */
function followRole(stage: Stage): void {
  let stop: Promise<(() => void) | undefined> | undefined;
  const follow = () => {
    if (role.get() === 'kiosk') {
      stop ??= import('./screens/kiosk/kiosk').then(
        ({ startKiosk }) => startKiosk(stage),
        () => undefined,
      );
    } else {
      void stop?.then((end) => end?.());
      stop = undefined;
    }
  };
  onRole(follow);
  follow();
}

/** Staff have steady hands, and figures to type. */
function isForResidents(): boolean {
  const screen = document.querySelector<HTMLElement>('main')?.dataset.screen ?? '';
  return ['home', 'cover', 'step', 'finish', 'done', 'privacy', 'helping', 'attract'].includes(screen);
}

void start();
