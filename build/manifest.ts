import type { Plugin } from 'vite';
import { cardsOf, type Library } from './compile-all';

/** The web app manifest: what makes the site installable, with a shortcut to each guide. */
export function webManifest(library: () => Promise<Library>): Plugin {
  const content = async () => JSON.stringify(manifest(cardsOf((await library()).guides, 'vi')), null, 2);
  return {
    name: 'tung-buoc:web-manifest',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: await content() });
    },
    configureServer(server) {
      server.middlewares.use('/manifest.webmanifest', (_request, response, next) => {
        content().then((text) => {
          response.setHeader('Content-Type', 'application/manifest+json');
          response.end(text);
        }, next);
      });
    },
  };
}

function manifest(cards: { id: string; title: string; summary: string }[]) {
  const icon = (size: number, purpose: string) => ({
    src: purpose === 'maskable' ? `icon-maskable-${size}.png` : `icon-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return {
    id: './',
    name: 'Từng Bước',
    short_name: 'Từng Bước',
    description: 'Hướng dẫn từng bước, chữ lớn, dùng được khi không có mạng.',
    lang: 'vi',
    dir: 'ltr',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#fffdf8',
    theme_color: '#0a5a3c',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(192, 'maskable'), icon(512, 'maskable')],
    shortcuts: cards.map(({ id, title, summary }) => ({
      name: title,
      description: summary,
      url: `./${id}/`,
    })),
  };
}
