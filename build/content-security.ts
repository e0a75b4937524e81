import { createHash } from 'node:crypto';

/** What a page carries in itself and may run or apply, as sources of a policy: `'sha256-…'`. */
export interface Inline {
  scripts: Set<string>;
  styles: Set<string>;
}

/** The one policy of src/device/trusted-address.ts. */
const TRUSTED = 'own-worker';

/**
 * What a page of the site may do: nothing, but what stands here. https://www.w3.org/TR/CSP3/,
 * https://www.w3.org/TR/trusted-types/
 */
export function contentSecurityPolicy({ scripts, styles }: Inline): string {
  return written({
    'default-src': ["'none'"],
    'script-src': ["'self'", ...scripts],
    // Its own files too, since what is shown later brings its style with it.
    'style-src': ["'self'", ...styles],
    ...STEADY,
  });
}

/**
 * What holds of every build alike. A host that keeps the headers of an older build would take away the style of a new one,
 * and an offline store would keep it so: where headers do not come together with the pages, they say this much.
 */
export function steadyPolicy(): string {
  return written({
    'script-src-attr': ["'none'"],
    'object-src': ["'none'"],
    'frame-src': ["'none'"],
    'font-src': ["'none'"],
    ...STEADY,
  });
}

type Directives = Record<string, string[]>;

const STEADY: Directives = {
  // The drawn hand on the phone is a picture in the style itself.
  'img-src': ["'self'", 'data:'],
  // A recording is played from this device's own copy.
  'media-src': ["'self'", 'blob:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': [TRUSTED],
};

function written(directives: Directives): string {
  return Object.entries(directives)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}

/** The page with its own policy, ahead of everything that it governs. */
export function withPolicy(html: string): string {
  const policy = contentSecurityPolicy(inlineOf([html]));
  const charset = '<meta charset="utf-8">';
  if (!html.includes(charset)) throw new Error(`a page without ${charset}: there is no place for its policy`);
  return html.replace(
    charset,
    `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
}

/** What these pages carry in themselves. They are our own, as the build has written them. */
export function inlineOf(pages: string[]): Inline {
  const all = (pattern: RegExp) =>
    new Set(
      pages.flatMap((html) => [...html.matchAll(pattern)].map(([, content = '']) => digest(content))).sort(),
    );
  return {
    scripts: all(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g),
    styles: all(/<style[^>]*>([\s\S]*?)<\/style>/g),
  };
}

function digest(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}
