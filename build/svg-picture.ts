/** What a drawing does not need, and what would run or be fetched when somebody opens the file by itself. */
const NOT_DRAWN: [what: RegExp, name: (found: string) => string][] = [
  [
    /<(?:[\w-]+:)?(script|foreignObject|iframe|object|embed|audio|video|handler|listener|set|animate\w*|a)\b/i,
    (element) => `<${element}>`,
  ],
  [/[\s"'/](on[a-z]+)\s*=/i, (handler) => `a handler (${handler})`],
  [/<!(ENTITY|DOCTYPE[^>]*\[)/i, () => 'an entity'],
  [/<\?(xml-stylesheet)/i, () => 'a style sheet from elsewhere'],
  [/(@import|url\(\s*["']?(?!["'#]))/i, () => 'a style from elsewhere'],
  // Of a part of the drawing, or of a picture in the file itself, but never of another file.
  [
    /\b(?:href|src)\s*=\s*["']?(?!["'#]|data:image\/(?:png|jpeg|webp);base64,)([^"'\s>]*)/i,
    (to) => `a link to "${to}"`,
  ],
];

/**
 * Why an SVG file may not stand beside a guide; undefined where it is a drawing and nothing else. The app shows it as a
 * picture, in which nothing runs; but it is also a page of the site, to whoever opens its address.
 */
export function svgProblem(content: string): string | undefined {
  for (const [pattern, name] of NOT_DRAWN) {
    const match = pattern.exec(content);
    if (match) return `holds ${name(match[1] ?? '')}; save it as a plain drawing, or as .webp`;
  }
  return undefined;
}
