import { download } from './download';

/** Whether a file came into somebody's hands. */
export type HandedOver = 'handed-over' | 'cancelled' | 'failed';

/** Hands a file over: through the device's share sheet where it takes such files, else as a download. */
export async function handOver(name: string, content: Blob): Promise<HandedOver> {
  const file = new File([content], name, { type: content.type });
  try {
    if (navigator.canShare?.({ files: [file] })) {
      await navigator.share({ files: [file], title: name });
      return 'handed-over';
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return 'cancelled';
    // The sheet could not be opened: a download still can.
  }
  return download(name, content) ? 'handed-over' : 'failed';
}
