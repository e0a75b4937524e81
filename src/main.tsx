import { hydrate, render } from 'preact';
import { App } from './app';
import { showCompany } from './device/company';
import { textSize } from './device/text-size';
import { registerServiceWorker } from './device/update';
import { addressOf, findAddress, pageOf } from './pages';
import { pathOf } from './screens/address';
import './ui/base.css';

async function start(): Promise<void> {
  const html = document.documentElement;
  const root = new URL(html.dataset.root ?? './', location.href).pathname;
  // Read early: they show as attributes that the style sheet goes by.
  textSize.get();
  showCompany();

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

void start();
