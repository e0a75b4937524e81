/** The sentences of the section on screen, as a person would read them out: headings, actions, call-outs. */
export function sentencesOnScreen(): string[] {
  const section = document.querySelector(':target') ?? document.querySelector('.cover');
  const parts =
    section?.querySelectorAll<HTMLElement>('h1, h2, p, li > div, li label, .choices .button') ?? [];
  return Array.from(parts)
    .filter((part) => part.checkVisibility?.() ?? part.offsetParent !== null)
    .flatMap((part) => (part.innerText ?? '').split(/(?<sentence>[^.!?…]+[.!?…]*)\s*/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
