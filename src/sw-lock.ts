/** One at a time fetches files of a version or sweeps them away. Where the browser knows no locks the work is just done. */
export function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request(name, work) : work();
}

/** Does the work only if nobody is at it; answers whether it was done. */
export async function ifFree(name: string, work: () => Promise<void>): Promise<boolean> {
  const done = () => work().then(() => true);
  return navigator.locks
    ? navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? done() : false))
    : done();
}
