/**
 * A page of the site as the build has drawn it, by its address. Rejects where it does not come. Not by `fetch`: so the browser
 * reads it without running anything of it, and no string is made a page, which Trusted Types forbid.
 */
export function fetchPage(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onerror = () => reject(new Error(`${address} has not come`));
    request.onload = () => {
      const { status, responseXML: page } = request;
      if (status !== 200 || !page) reject(new Error(`${address} has come with ${status}`));
      else if (isOfThisVersion(page)) resolve(page);
      // The host has a newer one by now. The browser's address is that of the guide already: all of it is loaded anew.
      else location.reload();
    };
    request.send();
  });
}

function isOfThisVersion({ documentElement: { dataset } }: Document): boolean {
  return dataset.version === document.documentElement.dataset.version;
}
