import { serve } from '../../scripts/serve.mjs';
import { expect, test } from './tablet';

/** Done in the page by somebody who got in; each is to fail by the policy that is named. */
const ATTEMPTS: Record<string, { directive: string; attempt: () => unknown }> = {
  'a script of its own': {
    directive: 'require-trusted-types-for',
    attempt: () => {
      const script = document.createElement('script');
      script.append('window.got = true');
      document.body.append(script);
    },
  },
  'a script from elsewhere': {
    directive: 'script-src-elem',
    // Not through the bundler of the tests.
    attempt: () => import(['https://elsewhere.example', 'x.js'].join('/')).catch(() => undefined),
  },
  'a handler in an attribute': {
    directive: 'require-trusted-types-for',
    attempt: () => document.body.setAttribute('onclick', 'window.got = true'),
  },
  'a link that is a script': {
    directive: 'script-src-elem',
    attempt: () => {
      const link = document.createElement('a');
      link.href = 'javascript:void(window.got = true)';
      link.click();
    },
  },
  'text as markup': {
    directive: 'require-trusted-types-for',
    attempt: () => {
      document.createElement('div').innerHTML = '<b>x</b>';
    },
  },
  'text as script': {
    directive: 'require-trusted-types-for',
    attempt: () => setTimeout('window.got = true'),
  },
  'another policy': {
    directive: 'trusted-types',
    attempt: () =>
      (
        window as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } }
      ).trustedTypes?.createPolicy('default', {}),
  },
  'a worker by text': { directive: 'require-trusted-types-for', attempt: () => new Worker('sw.js') },
  'a request elsewhere': {
    directive: 'connect-src',
    attempt: () => fetch('https://elsewhere.example/').catch(() => undefined),
  },
  'a picture from elsewhere': {
    directive: 'img-src',
    attempt: () => {
      new Image().src = 'https://elsewhere.example/x.png';
    },
  },
  'a frame': {
    directive: 'frame-src',
    attempt: () => {
      const frame = document.createElement('iframe');
      frame.src = 'https://elsewhere.example/';
      document.body.append(frame);
    },
  },
  'a style in an attribute': {
    directive: 'style-src-attr',
    attempt: () => document.body.setAttribute('style', 'opacity: 0'),
  },
  'another base': {
    directive: 'base-uri',
    attempt: () => {
      const base = document.createElement('base');
      base.href = 'https://elsewhere.example/';
      document.head.append(base);
    },
  },
  'a form sent off': {
    directive: 'form-action',
    attempt: () => {
      const form = document.createElement('form');
      form.action = 'https://elsewhere.example/';
      document.body.append(form);
      form.submit();
    },
  },
};

for (const [name, headers] of [
  ['by the page alone, as on GitHub Pages', false],
  ['by page and host', true],
] as const) {
  test(`what is not the app’s own is refused ${name}`, async ({ page, violations }) => {
    const { address, close } = await serve({ port: 4260, headers });
    try {
      const response = await page.goto(address);
      expect('content-security-policy' in (response?.headers() ?? {})).toBe(headers);
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      await page.evaluate(() => {
        addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
          (window as Spied).seen?.push(effectiveDirective),
        );
      });
      for (const [what, { directive, attempt }] of Object.entries(ATTEMPTS)) {
        await page.evaluate(() => {
          (window as Spied).seen = [];
        });
        // Some throw, as they should.
        await page.evaluate(attempt).catch(() => undefined);
        // The page's policy and the host's each say so.
        const said = Array.from({ length: headers ? 2 : 1 }, () => directive);
        await expect.poll(() => page.evaluate(() => (window as Spied).seen), what).toEqual(said);
      }
      expect(await page.evaluate(() => 'got' in window)).toBe(false);
    } finally {
      close();
    }
    // They are seen by what watches over all other tests.
    expect(violations.length).toBeGreaterThanOrEqual(Object.keys(ATTEMPTS).length);
    violations.length = 0;
  });
}

interface Spied extends Window {
  seen?: string[];
}
