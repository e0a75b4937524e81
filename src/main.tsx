import { hydrate, render } from 'preact';
import { App } from './app';
import { showCompany } from './device/company';
import { tabWalk } from './device/tab-walk';
import { textSize } from './device/text-size';
import { theme } from './device/theme';
import { guardTouches } from './device/touch-guard';
import { registerServiceWorker } from './device/update';
import { addressOf, findAddress, pageOf } from './pages';
import { pathOf } from './screens/address';
import { forgetReader } from './screens/forget-reader';
import './ui/base.css';

async function start(): Promise<void> {
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
  const path = location.pathname.slice(root.length);
  const address = addressOf(path);
  // An address that does not exist becomes home, so that a reload stays there.
  if (!findAddress(path)) history.replaceState(null, '', root + pathOf(address));
  const prerendered = target.firstElementChild !== null;
  await pageOf(address, { prerendered }).preload();

  const app = <App site={{ root }} />;
  if (prerendered) hydrate(app, target);
  else render(app, target);
  html.dataset.ready = '';
  if (import.meta.env.DEV) void import('./writing').then(({ followWriting }) => followWriting(address));
  if (import.meta.env.PROD) void registerServiceWorker(`${root}sw.js`, root);
}

/** Staff have steady hands, and figures to type. */
function isForResidents(): boolean {
  const screen = document.querySelector<HTMLElement>('main')?.dataset.screen ?? '';
  return ['home', 'cover', 'step', 'finish', 'done'].includes(screen);
}

void start();
