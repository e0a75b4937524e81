import type { Compiled } from './compile';
import { passagesOf } from './passages';
import { warn } from './text';

/** "bạn" as in "you"; not as in friend, customer, or a young person spoken of. */
const YOU =
  /(?<!\p{L})(?<!(người|các|kết|một|mấy) )bạn(?!\p{L})(?! (bè|hàng|đời|già|thân|ấy|trẻ|Đoàn|đi cùng|hướng dẫn))/iu;

/**
 * Warns where a Vietnamese guide calls its reader "bạn" instead of "bác". A note speaks to the volunteer, and the
 * words of an app are its own.
 */
export function checkFormOfAddress({ draft, source, headings }: Compiled): void {
  if (!draft) return;
  const message = 'the reader is "bác"; write "bác" instead of "bạn"';
  for (const text of [draft.title, draft.summary]) {
    if (YOU.test(text)) warn(source, source.text.indexOf(text), 'address', message);
  }
  for (const step of [{ id: '', title: '', blocks: draft.cover, trouble: [] }, ...draft.steps]) {
    const titles = [step.title, ...step.trouble.map((entry) => entry.title)];
    if (titles.some((title) => YOU.test(title))) warn(source, headings.get(step.id) ?? 0, 'address', message);
    for (const { own, part, at } of passagesOf(source, step)) {
      if (part !== 'note' && YOU.test(own)) warn(source, at, 'address', message);
    }
  }
}
