import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Block, type Guide, type Inline, type Next, type Step, ways } from '../../src/guide/guide';
import { type PhonePart, tapped } from '../../src/guide/phone-part';

/** A file of the floor's site, by its address. */
export type Files = Map<string, Buffer>;

/**
 * What nobody can beat by much: all guides of a language as one page that somebody wrote by hand, with its style inside, sixty
 * lines of script and the smallest worker that makes it work offline. Step ids are `<guide>--<step>`.
 */
export function floor(guides: Guide[]): Files {
  const part = (name: string) => readFileSync(path.join(import.meta.dirname, 'floor', name), 'utf8');
  const sections = guides.flatMap((guide) => [
    cover(guide),
    ...guide.steps.map((step) => section(guide, step)),
  ]);
  const page = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Hướng dẫn</title><style>${part('page.css')}</style><main>${sections.join('\n')}</main><script>${part('page.js')}</script></html>`;
  return new Map([
    ['/index.html', Buffer.from(page)],
    ['/sw.js', Buffer.from(part('sw.js'))],
  ]);
}

/** The address of a step within the floor's page. */
export function floorId(guide: string, step: string): string {
  return `${guide}--${step}`;
}

function cover(guide: Guide): string {
  const first = floorId(guide.id, guide.steps[0].id);
  return `<section class="cover" id="${guide.id}"><h1 tabindex="-1">${text(guide.title)}</h1><p>${text(guide.summary)}</p>${guide.cover.map(block).join('')}<nav><span></span><a class="next" data-action="next" href="#${first}">Bắt đầu</a></nav></section>`;
}

function section(guide: Guide, step: Step): string {
  const help = step.trouble
    .map(
      ({ title, blocks }) =>
        `<details><summary>${text(title)}</summary>${blocks.map(block).join('')}</details>`,
    )
    .join('');
  return `<section id="${floorId(guide.id, step.id)}"><h1 tabindex="-1">${text(step.title)}</h1>${step.blocks.map(block).join('')}${help}${onward(guide, step.next)}</section>`;
}

function onward(guide: Guide, next: Next): string {
  const back = '<a class="back" data-action="back" href="#">Quay lại</a>';
  const href = (step: string) => (step === 'end' ? `#${guide.id}` : `#${floorId(guide.id, step)}`);
  if (next.kind === 'choice') {
    const options = next.options.map(
      ({ label, step }) => `<a data-choice="${step}" href="${href(step)}">${text(label)}</a>`,
    );
    return `<div class="choices">${options.join('')}</div><nav>${back}</nav>`;
  }
  return `<nav>${back}<a class="next" data-action="next" href="${href(ways(next)[0] ?? 'end')}">Tiếp theo</a></nav>`;
}

function block(one: Block): string {
  switch (one.kind) {
    case 'paragraph':
      return `<p>${inline(one.text)}</p>`;
    case 'actions':
      return `<ol>${items(one.items)}</ol>`;
    case 'list':
    case 'checklist':
      return `<ul>${items(one.items)}</ul>`;
    case 'callout':
      return `<aside class="${one.tone}">${one.blocks.map(block).join('')}</aside>`;
    case 'phone':
      return `<div class="phone">${one.parts.map(phonePart).join('')}</div>`;
    case 'picture':
      return `<p>${text(one.alt)}</p>`;
    case 'link':
      return `<p><a href="${text(one.href)}">${text(one.text)}</a></p>`;
    case 'table':
      return `<table>${[one.head, ...one.rows].map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
    default:
      return one satisfies never;
  }
}

/** A line of words; which kind of thing they stand on, nobody draws in an afternoon. */
function phonePart(part: PhonePart): string {
  const words = Object.entries(part).flatMap(([key, value]) =>
    key !== 'kind' && (typeof value === 'string' || Array.isArray(value)) ? value : [],
  );
  return words.length === 0
    ? ''
    : `<p${tapped(part) === undefined ? '' : ' class="tap"'}>${text(words.join(' · '))}</p>`;
}

function items(list: Inline[][]): string {
  return list.map((item) => `<li>${inline(item)}</li>`).join('');
}

function inline(parts: Inline[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return text(part);
      switch (part.kind) {
        case 'strong':
          return `<b>${inline(part.text)}</b>`;
        case 'em':
          return `<i>${inline(part.text)}</i>`;
        case 'label':
          return `<b>“${text(part.text)}”</b>`;
        case 'link':
          return `<a href="${text(part.href)}">${inline(part.text)}</a>`;
        case 'break':
          return '<br>';
        default:
          return part satisfies never;
      }
    })
    .join('');
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
