/** Put into each page before anything of its own, so that it can say when a person would see what. */
export interface Probe {
  /** Milliseconds since the page was asked for, until this element's first words are on screen. */
  shown(id: string): Promise<number>;
  /** Presses this link and answers milliseconds from then until the element that it leads to is on screen. */
  press(link: HTMLElement): Promise<number>;
  /** The way on from the step on screen: "next", or the first of its choices. */
  wayOn(): HTMLAnchorElement | null;
  /** Milliseconds since the page was asked for, when its script has said that it answers. */
  ready(): Promise<number>;
  firstPaint(): number;
  /** Milliseconds beyond 50 of each task that kept the page from answering. */
  blocked(): number;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Runs in the page; must not use anything outside of itself. */
export function installProbe(): void {
  let blocked = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) blocked += Math.max(0, duration - 50);
  }).observe({ type: 'longtask', buffered: true });

  /** In the frame that is being made; not what is only laid out for later. */
  const isInSight = (element: Element) =>
    element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true });
  const isSeen = (id: string) => {
    const heading = document.getElementById(id)?.querySelector('h1');
    return heading !== null && heading !== undefined && isInSight(heading);
  };
  /** When the frame that is being made has been handed to the screen. */
  const painted = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(undefined);
      });
    });
  const shown = (id: string) =>
    new Promise<number>((resolve) => {
      const look = () => {
        if (isSeen(id)) void painted().then(resolve);
        else requestAnimationFrame(look);
      };
      look();
    });
  window.probe = {
    shown,
    async press(link) {
      const id = decodeURIComponent(new URL((link as HTMLAnchorElement).href).hash.slice(1));
      const start = performance.now();
      link.click();
      return (await shown(id)) - start;
    },
    wayOn() {
      const links = document.querySelectorAll<HTMLAnchorElement>(
        '[data-action="next"][href], [data-choice][href]',
      );
      return [...links].find(isInSight) ?? null;
    },
    ready: () =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!('ready' in document.documentElement.dataset)) return;
          observer.disconnect();
          resolve(performance.now());
        };
        const observer = new MutationObserver(look);
        observer.observe(document.documentElement, { attributes: true });
        look();
      }),
    firstPaint: () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    blocked: () => blocked,
  };
}
