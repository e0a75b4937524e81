/** Hands a file to the person as a download. Answers whether the browser took it. */
export function download(name: string, content: Blob): boolean {
  try {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(content);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    // Freed late: a slow tablet may still be reading it for the download.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return true;
  } catch {
    return false;
  }
}
