/** The section that the address names; none on the cover as one comes to it. Not `:target`, for which the browser would look through all. */
export function sectionHere(): HTMLElement | null {
  return document.getElementById(location.hash.slice(1));
}
