import { contentSecurityPolicy, type Inline } from './content-security';

/** What the app asks the browser for; everything else of the list below is off. */
const USED = ['autoplay', 'camera', 'fullscreen', 'screen-wake-lock', 'web-share'];
const UNUSED = [
  'accelerometer',
  'bluetooth',
  'browsing-topics',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/**
 * The site's headers as files that hosts read, by file name: `_headers` (Netlify, Cloudflare Pages, and
 * scripts/serve.mjs), `.htaccess` (Apache, LiteSpeed), and lines for nginx to include. They hold for every file of the
 * site, the service worker too; `inline` is of all pages together.
 */
export function headerFiles(inline: Inline): Record<string, string> {
  const headers = Object.entries(securityHeaders(inline));
  const lines = (line: (name: string, value: string) => string) =>
    headers.map(([name, value]) => `${line(name, value)}\n`).join('');
  return {
    _headers: `/*\n${lines((name, value) => `  ${name}: ${value}`)}`,
    '.htaccess': `<IfModule mod_headers.c>\n${lines((name, value) => `  Header always set ${name} "${value}"`)}</IfModule>\n`,
    'nginx-headers.conf': lines((name, value) => `add_header ${name} "${value}" always;`),
  };
}

function securityHeaders(inline: Inline): Record<string, string> {
  return {
    'Content-Security-Policy': `${contentSecurityPolicy(inline)}; frame-ancestors 'none'`,
    // For browsers that do not know frame-ancestors.
    'X-Frame-Options': 'DENY',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': [
      ...USED.map((name) => `${name}=(self)`),
      ...UNUSED.map((name) => `${name}=()`),
    ].join(', '),
  };
}
