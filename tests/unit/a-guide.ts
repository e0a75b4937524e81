import { compileGuide } from '../../src/guide/compile';
import type { Guide } from '../../src/guide/guide';

const HEAD = `---
title: Một hướng dẫn
summary: Để thử
minutes: 10
order: 1
sources:
  - { url: "https://example.org/a", date: "2026-01", what: "mọi điều" }
---
`;

/** The text of a guide that compiles; `body` is its Markdown below the front matter. */
export function guideText(body: string, head = HEAD): string {
  return head + body;
}

/** Compiles Markdown below a sound front matter. */
export function compileBody(body: string) {
  return compileGuide('guides/thu/vi.md', 'thu', 'vi', guideText(body));
}

/** A compiled guide, for tests that need one; throws where the Markdown has an error. */
export function aGuide(body = BRANCHING): Guide {
  const { guide, problems } = compileBody(body);
  if (!guide) throw new Error(JSON.stringify(problems));
  return guide;
}

/** bring → which → (android | iphone) → otp → end */
export const BRANCHING = `Bìa.

## Chuẩn bị {#bring}

- [ ] Thẻ

## Máy nào? {#which}

- [Android](#android)
- [iPhone](#iphone)

## Cài trên Android {#android}

1. Mở \`CH Play\`.

[Tiếp tục](#otp)

## Cài trên iPhone {#iphone}

1. Mở \`App Store\`.

## Nhận mã {#otp}

1. Gõ **6 số**.
`;
