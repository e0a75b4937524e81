/** What goes to somebody else: a page's address and what it is. */
export interface SharedLink {
  title: string;
  text: string;
  url: string;
}

/** Whether the device has a share sheet for links. */
export function canShareLink(): boolean {
  return typeof navigator.share === 'function';
}

/** Opens the share sheet. Whether it was used, closed again or refused makes no difference to anybody. */
export async function shareLink(link: SharedLink): Promise<void> {
  try {
    await navigator.share(link);
  } catch {
    // Closed without sending, or refused by the system: the page is as it was.
  }
}
