import { mayPress } from './allowed-keys';

/** Menus, marking, dragging, dropping, and a browser's own zooming. */
const NEVER = [
  ...['contextmenu', 'dragstart', 'dragover', 'drop', 'auxclick'],
  ...['gesturestart', 'gesturechange', 'gestureend'],
];
const ONLY_IN_FIELDS = ['selectstart', 'copy', 'cut', 'paste'];

/**
 * Holds back all that a web page can hold back of the ways out of it: keys, menus, links, new windows, printing, dragging and
 * zooming; `home` is the path below which all of the app lies. Answers how to let go again. What it cannot hold back (the
 * system's own buttons and gestures) is held by the system, see docs/kiosk.md.
 */
export function noWayOut(home: string): () => void {
  const { open, print } = window;
  window.open = () => null;
  window.print = () => undefined;
  const refuse = (event: Event) => event.preventDefault();
  const refuseOutsideFields = (event: Event) => {
    if (!isField(event.target)) event.preventDefault();
  };
  const key = (event: KeyboardEvent) => {
    if (!mayPress(event, isField(event.target))) event.preventDefault();
  };
  const wheel = (event: WheelEvent) => {
    // Ctrl and the wheel, and two fingers on a touchpad, zoom the page.
    if (event.ctrlKey) event.preventDefault();
  };
  const press = (event: MouseEvent) => {
    // The middle button scrolls by itself, the side buttons go through the history.
    if (event.button > 0) event.preventDefault();
  };
  const click = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || staysInside(link, event, home)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const listeners: [string, (event: never) => void][] = [
    ...NEVER.map((type): [string, (event: Event) => void] => [type, refuse]),
    ...ONLY_IN_FIELDS.map((type): [string, (event: Event) => void] => [type, refuseOutsideFields]),
    ['keydown', key],
    ['wheel', wheel],
    ['mousedown', press],
    ['mouseup', press],
    ['click', click],
  ];
  const options = { capture: true, passive: false };
  for (const [type, listener] of listeners) addEventListener(type, listener as EventListener, options);
  return () => {
    window.open = open;
    window.print = print;
    for (const [type, listener] of listeners) removeEventListener(type, listener as EventListener, options);
  };
}

/** Only staff have fields. */
function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select');
}

/** Files that staff export are addresses of the page's own memory, and clicked by the program. */
function staysInside(link: HTMLAnchorElement, event: MouseEvent, home: string): boolean {
  if (!event.isTrusted && link.protocol === 'blob:') return true;
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  const here = link.target === '' && !link.hasAttribute('download');
  return plain && here && link.origin === location.origin && link.pathname.startsWith(home);
}
