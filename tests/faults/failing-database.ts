import type { Call, Failing, Fault } from './fault';

/** Init script: has one call of the page's database fail as the standard lets it. Knows nothing from outside of itself. */
export function failDatabase(fault: Fault | undefined): void {
  const failing: Failing = { calls: {}, failed: false };
  window.failing = failing;
  /** Listeners of transactions for `error`, which a request's event would come to. */
  const listeners = new WeakMap<IDBTransaction, EventListener[]>();
  /** How many requests were made in a transaction. */
  const made = new WeakMap<IDBTransaction, number>();
  /** What is to happen after a transaction's first request. */
  const cutOff = new WeakSet<IDBTransaction>();
  const count = IDBObjectStore.prototype.count;

  /** Counts a call; answers whether it is the one. */
  const isDue = (call: Call): boolean => {
    const nth = (failing.calls[call] ?? 0) + 1;
    failing.calls[call] = nth;
    const due = fault?.call === call && fault.nth === nth;
    failing.failed ||= due;
    return due;
  };
  const error = () => new DOMException('as if', fault && 'error' in fault ? fault.error : 'UnknownError');
  const throwsAtOnce = fault && 'error' in fault && fault.error === 'InvalidStateError';
  const set = (on: object, name: string, value: unknown) =>
    Object.defineProperty(on, name, { configurable: true, get: () => value });

  /** Has a request that will succeed show as one that failed. */
  const disguise = <T extends IDBRequest>(request: T): T => {
    const failure = error();
    const own = new EventTarget();
    const handlers: { onerror?: EventListener } = {};
    const native = request.addEventListener.bind(request);
    native('success', () => {
      set(request, 'error', failure);
      const event = new Event('error', { bubbles: true, cancelable: true });
      set(event, 'target', request);
      own.dispatchEvent(event);
      handlers.onerror?.call(request, event);
      const { transaction } = request;
      if (!transaction) return;
      for (const listener of listeners.get(transaction) ?? []) listener.call(transaction, event);
      if (!event.defaultPrevented) abort(transaction, failure);
    });
    Object.defineProperties(request, {
      addEventListener: { value: own.addEventListener.bind(own) },
      removeEventListener: { value: own.removeEventListener.bind(own) },
      onsuccess: { set: () => undefined },
      onerror: {
        set: (handler: EventListener) => {
          handlers.onerror = handler;
        },
      },
    });
    return request;
  };
  const abort = (transaction: IDBTransaction, failure: DOMException) => {
    // The standard has none where a script asked for it.
    set(transaction, 'error', failure.name === 'AbortError' ? null : failure);
    transaction.abort();
  };
  const close = (database: IDBDatabase) => {
    database.close();
    setTimeout(() => database.dispatchEvent(new Event('close')), 0);
  };

  /** Aborts a transaction once its owner asks nothing more of it, as when writing it to disk fails. */
  const failAtCommit = (transaction: IDBTransaction) => {
    const PATIENCE = 3;
    const [name = ''] = transaction.objectStoreNames;
    const store = storeOf.call(transaction, name);
    let before = -1;
    let idle = 0;
    const look = () => {
      count.call(store).onsuccess = () => {
        const now = made.get(transaction) ?? 0;
        idle = now === before ? idle + 1 : 0;
        before = now;
        if (idle < PATIENCE) look();
        else abort(transaction, error());
      };
    };
    look();
    set(transaction, 'commit', () => undefined);
  };

  const openIt = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...args) {
    if (!isDue('open')) return openIt.apply(this, args);
    if (throwsAtOnce) throw error();
    return disguise(this.deleteDatabase('no such database'));
  };

  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...args) {
    const due = isDue('transaction');
    if (due && fault && 'error' in fault) throw error();
    if (due && fault && 'closes' in fault && fault.closes === 'before') close(this);
    const transaction = begin.apply(this, args);
    if (due) cutOff.add(transaction);
    if (isDue('commit')) failAtCommit(transaction);
    return transaction;
  };
  const storeOf = IDBTransaction.prototype.objectStore;
  IDBTransaction.prototype.objectStore = function (name) {
    if (isDue('objectStore')) throw error();
    return storeOf.call(this, name);
  };
  const listen = IDBTransaction.prototype.addEventListener;
  IDBTransaction.prototype.addEventListener = function (
    this: IDBTransaction,
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ) {
    if (type === 'error' && typeof listener === 'function') {
      listeners.set(this, [...(listeners.get(this) ?? []), listener]);
    }
    listen.call(this, type, listener as EventListener, options);
  };

  for (const call of ['get', 'getAll', 'getKey', 'getAllKeys', 'count', 'put', 'add', 'delete'] as const) {
    const request = IDBObjectStore.prototype[call] as (...args: unknown[]) => IDBRequest;
    Object.defineProperty(IDBObjectStore.prototype, call, {
      value(this: IDBObjectStore, ...args: unknown[]): IDBRequest {
        const { transaction } = this;
        made.set(transaction, (made.get(transaction) ?? 0) + 1);
        if (isDue(call)) {
          if (throwsAtOnce) throw error();
          return disguise(count.call(this));
        }
        const result = request.apply(this, args);
        if (cutOff.delete(transaction)) {
          result.addEventListener('success', () => {
            transaction.abort();
            close(transaction.db);
          });
        }
        return result;
      },
    });
  }
}
