import { contentSecurityPolicy, type Inline, steadyPolicy } from './content-security';

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
 * The site's headers as files that hosts read, by file name. `_headers` is put in force together with the pages (Netlify,
 * Cloudflare Pages, and scripts/serve.mjs), so it names what they carry; `inline` is of all of them together. `.htaccess`
 * (Apache, LiteSpeed) and what nginx includes may be left from the build before. All hold for every file of the site, the
 * service worker too.
 */
export function headerFiles(inline: Inline): Record<string, string> {
  const lines = (policy: string, line: (name: string, value: string) => string) =>
    Object.entries(securityHeaders(policy))
      .map(([name, value]) => `${line(name, value)}\n`)
      .join('');
  const apache = lines(steadyPolicy(), (name, value) => `  Header always set ${name} "${value}"`);
  return {
    _headers: `/*\n${lines(contentSecurityPolicy(inline), (name, value) => `  ${name}: ${value}`)}`,
    '.htaccess': `<IfModule mod_headers.c>\n${apache}</IfModule>\n`,
    'nginx-headers.conf': lines(steadyPolicy(), (name, value) => `add_header ${name} "${value}" always;`),
  };
}

function securityHeaders(policy: string): Record<string, string> {
  return {
    'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
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
