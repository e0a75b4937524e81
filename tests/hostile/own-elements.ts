/** What a page of ours is made of. Regular expressions travel as text, since this is looked at inside of a page. */
export interface OwnElements {
  /** Attributes that any element may have. */
  anywhere: string[];
  /** Elements, each with the attributes that it may have beside those. */
  elements: Record<string, string>;
  /** Where a browser would act on the value of an attribute: all that it may be. */
  values: Record<string, string>;
}

/** Written from the components, not from what a page was seen to hold. */
export const OWN: OwnElements = {
  anywhere: ['class', 'id', 'role', 'tabindex', 'lang', 'hidden', 'aria-hidden', 'aria-label', 'aria-live'],
  elements: {
    html: 'data-mode data-more-below data-reading-speed data-ready data-role data-root data-text-size data-theme data-version data-voice-vi data-voice-en',
    head: '',
    meta: 'charset content http-equiv name',
    title: '',
    link: 'crossorigin data-outline disabled href hreflang rel type',
    script: 'async crossorigin src type',
    style: 'data-files',
    noscript: '',
    body: '',
    header: '',
    main: 'data-audience data-guide data-mode data-screen data-state data-step',
    nav: 'data-more',
    section:
      'data-ahead data-due data-pin data-readiness data-table data-voice data-off-path data-version-state data-look',
    aside: '',
    search: '',
    div: 'data-total data-value data-practice data-verified',
    h1: '',
    h2: '',
    h3: '',
    p: 'data-export data-said',
    a: 'data-action data-choice data-open data-reason data-to href hreflang aria-current',
    button:
      'type data-action data-speed data-key data-tap data-reached aria-haspopup aria-checked aria-expanded aria-pressed disabled',
    details: 'open',
    summary: 'data-action',
    dialog: 'open aria-labelledby',
    form: 'data-public-address',
    fieldset: 'disabled',
    legend: '',
    label: 'for',
    input:
      'accept aria-describedby aria-invalid autocapitalize autocomplete checked data-import data-import-folder data-import-teams enterkeyhint inputmode maxlength max min multiple name placeholder spellcheck type value webkitdirectory',
    select: 'name',
    option: 'value',
    ul: '',
    ol: '',
    li: 'data-refused',
    dl: '',
    dt: '',
    dd: '',
    figure: '',
    img: 'src alt',
    table: '',
    caption: '',
    thead: '',
    tbody: '',
    tfoot: '',
    tr: '',
    th: 'scope colspan',
    td: 'colspan',
    b: '',
    i: '',
    em: '',
    strong: '',
    small: '',
    br: '',
    span: 'data-tap',
    progress: 'value max',
    svg: 'viewBox width height preserveAspectRatio',
    path: 'd',
    line: 'x2 y1 y2',
    rect: 'x y width height rx',
    circle: 'cx cy r',
    text: 'x y',
  },
  values: {
    id: '[a-zA-Z0-9-]+',
    for: '[a-zA-Z0-9-]+',
    href: String.raw`#[a-z0-9-]*|https://[\p{L}\p{N}.-]+(/[^\s<>"\\]*)?|tel:\d+|((http://localhost:\d+)?/tung-buoc/|(\.{1,2}/)*)([a-z0-9-]+/)*([\w.-]+)?(#[a-z0-9-]*)?`,
    src: String.raw`(/tung-buoc/|(\.{1,2}/)*)([a-z0-9-]+/)*[\w.-]+`,
    content: "width=device-width, initial-scale=1|#[0-9a-f]{6}|no-referrer|default-src 'none'; script-src .*",
    'http-equiv': 'Content-Security-Policy',
    rel: 'license|manifest|icon|apple-touch-icon|alternate|modulepreload|stylesheet',
  },
};

/**
 * Runs in a page: what stands in a document and is none of ours: `element`, `element[attribute]`, or one with a value that
 * a browser would act on.
 */
export function strangersIn({ anywhere, elements, values }: OwnElements): string[] {
  const strange = new Set<string>();
  for (const element of document.querySelectorAll('*')) {
    const tag = element.localName;
    const known = elements[tag]?.split(' ');
    if (!known) strange.add(tag);
    const described = element.getAttribute('name') === 'description';
    for (const { name, value } of element.attributes) {
      const allowed = values[name];
      if (!known?.includes(name) && !anywhere.includes(name)) strange.add(`${tag}[${name}]`);
      else if (allowed && !described && !new RegExp(`^(${allowed})$`, 'u').test(value))
        strange.add(`${tag}[${name}="${value}"]`);
    }
  }
  return [...strange];
}
