/** A setting of this device that survives a reload; where storage is refused it lasts as long as the page. */
export interface Preference<T extends string> {
  get(): T;
  set(value: T): void;
}

/** One setting with a closed list of values, the first being the default. It also shows as `data-<name>` on <html>. */
export function preference<T extends string>(name: string, values: readonly [T, ...T[]]): Preference<T> {
  let current: T | undefined;
  const show = (value: T) => document.documentElement.setAttribute(`data-${name}`, value);
  const read = (): T => {
    try {
      const stored = localStorage.getItem(`tung-buoc:${name}`);
      return values.find((value) => value === stored) ?? values[0];
    } catch {
      return values[0];
    }
  };
  return {
    get() {
      if (current === undefined) {
        current = read();
        show(current);
      }
      return current;
    },
    set(value) {
      current = value;
      show(value);
      try {
        localStorage.setItem(`tung-buoc:${name}`, value);
      } catch {
        // Storage is refused: the choice holds until the page is closed.
      }
    },
  };
}
