import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inlineOf } from '../../build/content-security';
import { pageOf } from '../../build/page-content';

const dist = path.join(import.meta.dirname, '../../dist');
const read = (file: string) => readFileSync(path.join(dist, file), 'utf8');
/** What is stored of a page has the page's policy, and is the page once its style is put in: sw-page.test.ts. */
const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.html') && pageOf(file) === undefined,
);
const digest = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/** Tags with their attributes, and what stands in them; not as the build finds them. */
function inlineIn(html: string, tag: string): string[] {
  return html
    .split(`<${tag}`)
    .slice(1)
    .flatMap((rest) => {
      const [attributes = '', ...content] = rest.split('>');
      return /\ssrc=/.test(attributes) ? [] : [content.join('>').split(`</${tag}`, 1)[0] ?? ''];
    });
}

function policyOf(text: string): Map<string, string[]> {
  return new Map(
    text.split('; ').map((line) => {
      const [directive = '', ...sources] = line.split(' ');
      return [directive, sources];
    }),
  );
}

const hashesIn = (sources: string[] = []) => sources.filter((source) => source.startsWith("'sha256-")).sort();
const metaPolicy = (html: string) =>
  policyOf(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1] ?? '');
const headerPolicy = policyOf(/^ {2}Content-Security-Policy: (.*)$/m.exec(read('_headers'))?.[1] ?? '');

describe.each(pages)('%s', (page) => {
  const html = read(page);
  const policy = metaPolicy(html);

  it('carries its policy ahead of all that it governs', () => {
    const before = html.slice(0, html.indexOf('<meta http-equiv'));
    expect(before).not.toMatch(/<(script|style|link|base|img)\b/);
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(html).toContain('<meta name="referrer" content="no-referrer">');
  });

  it('lets through exactly the scripts and styles that are in it', () => {
    expect(hashesIn(policy.get('script-src'))).toEqual(
      [...new Set(inlineIn(html, 'script').map(digest))].sort(),
    );
    expect(hashesIn(policy.get('style-src'))).toEqual(
      [...new Set(inlineIn(html, 'style').map(digest))].sort(),
    );
    expect(hashesIn(policy.get('script-src'))).toHaveLength(2);
  });

  it('has no handler, no style and no script in an attribute', () => {
    const tags = html.replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, '').match(/<[a-z][^>]*>/gi) ?? [];
    expect(tags.filter((tag) => /\s(on[a-z]+|style|srcdoc|formaction)\s*=|javascript:/i.test(tag))).toEqual(
      [],
    );
  });

  it('may run under the headers of the host too', () => {
    for (const [directive, sources] of policy)
      expect(headerPolicy.get(directive)).toEqual(expect.arrayContaining(sources));
  });
});

it('a policy loosens nothing, and names no host', () => {
  for (const policy of [headerPolicy, ...pages.map((page) => metaPolicy(read(page)))]) {
    const sources = [...policy.values()].flat();
    expect(sources.filter((source) => /unsafe|\*|^https?:|strict-dynamic|wasm/.test(source))).toEqual([]);
    expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(policy.get('trusted-types')).toEqual(['own-worker']);
  }
});

describe('the headers for hosts', () => {
  const names = (text: string, line: RegExp) =>
    [...text.matchAll(line)].map(([, name, value]) => [name, value]);
  const headers = names(read('_headers'), /^ {2}([\w-]+): (.*)$/gm);

  const apache = names(read('.htaccess'), /Header always set ([\w-]+) "(.*)"$/gm);

  it('are the same in each file, but for what a build carries in its pages', () => {
    expect(headers.length).toBeGreaterThanOrEqual(7);
    expect(apache.slice(1)).toEqual(headers.slice(1));
    expect(names(read('nginx-headers.conf'), /^add_header ([\w-]+) "(.*)" always;$/gm)).toEqual(apache);
  });

  it('that may be left from the build before fit every build', () => {
    const [[name, value = ''] = []] = apache;
    expect(name).toBe('Content-Security-Policy');
    expect(value).not.toMatch(/sha256|default-src|script-src |style-src/);
    for (const [directive, sources] of policyOf(value)) {
      const none = ['script-src-attr', 'object-src', 'frame-src', 'font-src'].includes(directive);
      expect(sources).toEqual(none ? ["'none'"] : headerPolicy.get(directive));
    }
  });

  it('say what a page cannot say of itself', () => {
    expect(headerPolicy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Permissions-Policy': expect.stringMatching(/camera=\(self\).*geolocation=\(\).*microphone=\(\)/),
    });
  });

  it('let through nothing that is in no page', () => {
    const { scripts, styles } = inlineOf(pages.map(read));
    expect(hashesIn(headerPolicy.get('script-src'))).toEqual([...scripts].sort());
    expect(hashesIn(headerPolicy.get('style-src'))).toEqual([...styles].sort());
  });

  // https://developers.cloudflare.com/pages/configuration/headers/
  it('have no line longer than hosts read', () => {
    expect(
      Math.max(
        ...read('_headers')
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(2_000);
  });
});

it('there are pages to look at', () => {
  expect(pages.length).toBeGreaterThanOrEqual(24);
  expect(pages).toEqual(
    expect.arrayContaining(['404.html', 'index.html', 'en/report/index.html', 'vneid/index.html']),
  );
});
