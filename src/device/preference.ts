/** A setting of this device that survives a reload; where storage is refused it lasts as long as the page. */
export interface Preference<T extends string> {
  get(): T;
  set(value: T): void;
  /** Back to the default, with nothing left in the storage. */
  forget(): void;
}

/** One setting with a closed list of values, the first being the default. It also shows as `data-<name>` on <html>. */
export function preference<T extends string>(name: string, values: readonly [T, ...T[]]): Preference<T> {
  const key = `tung-buoc:${name}`;
  let current: T | undefined;
  const show = (value: T) => {
    current = value;
    document.documentElement.setAttribute(`data-${name}`, value);
  };
  const read = (): T => {
    try {
      const stored = localStorage.getItem(key);
      return values.find((value) => value === stored) ?? values[0];
    } catch {
      return values[0];
    }
  };
  return {
    get() {
      if (current === undefined) show(read());
      return current ?? values[0];
    },
    set(value) {
      show(value);
      try {
        localStorage.setItem(key, value);
      } catch {
        // Storage is refused: the choice holds until the page is closed.
      }
    },
    forget() {
      show(values[0]);
      try {
        localStorage.removeItem(key);
      } catch {
        // Storage is refused: nothing was kept there.
      }
    },
  };
}
