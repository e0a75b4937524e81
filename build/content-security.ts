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
  return Object.entries({
    'default-src': ["'none'"],
    'script-src': ["'self'", ...scripts],
    // Its own file, since what is shown later brings its style with it.
    'style-src': ["'self'", ...styles],
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
  })
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
