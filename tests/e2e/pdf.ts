import { getDocumentProxy } from 'unpdf';

/** A run of words on a printed page; `size` in points. */
export interface PrintedText {
  text: string;
  size: number;
}

/** What stands on each page of a PDF file, in the order of the page. */
export async function readPdf(file: Buffer): Promise<PrintedText[][]> {
  const pdf = await getDocumentProxy(new Uint8Array(file));
  const pages: PrintedText[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [, , across = 0, up = 0] = item.transform as number[];
        return [{ text: item.str, size: Math.hypot(across, up) }];
      }),
    );
  }
  return pages;
}

/** Words without the spaces between them: where a line ends, a page says nothing of the space that stood there. */
export function close(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, '');
}
