/** The id of the version that this page is of; the build writes it into the page. Empty in development. */
export function ownId(): string {
  return document.documentElement.dataset.version ?? '';
}
