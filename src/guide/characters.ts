import { hiddenIn } from './hidden';
import { lookAlikesIn, named } from './look-alike';
import { report, type Text, warn } from './text';

/** What no text of a guide may hold, wherever it stands, since it is not seen; and what only looks like a letter. */
export function checkCharacters(source: Text): void {
  let end = -1;
  for (const { at, code, turns } of hiddenIn(source.text)) {
    // One message for a row of them.
    const goesOn = at === end;
    end = at + (Number.parseInt(code.slice(2), 16) > 0xffff ? 2 : 1);
    if (goesOn) continue;
    const what = turns ? 'turns the direction of the text' : 'cannot be seen';
    report(source, at, `a character that ${what} (${code}); take it out, or type the word anew`);
  }
  for (const { word, at, letters } of lookAlikesIn(source.text)) {
    const which = letters.length === 1 ? 'a letter that only looks' : 'letters that only look';
    warn(
      source,
      at,
      'look-alike',
      `"${word}" has ${which} like another (${named(letters)}); type the word anew`,
    );
  }
}
