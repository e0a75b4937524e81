import { useEffect, useRef, useState } from 'preact/hooks';
import { trustedAddress } from '../../device/trusted-address';
import type { Report } from '../../report/report';
import type { Reply, Request } from '../../report/worker';
import workerAddress from '../../report/worker?worker&url';
import type { Period } from '../../tally/export';

/** What the worker is doing. */
export type Reading =
  | { kind: 'idle' }
  | { kind: 'reading'; done: number; of: number }
  /** `left` files were not looked at. */
  | { kind: 'cancelled'; left: number }
  /** This browser runs no such worker. */
  | { kind: 'broken' };

/** Files united in a worker, and the report on them. Nothing is kept: closing the page forgets it all. */
export interface ReportFlow {
  report: Report | undefined;
  reading: Reading;
  read(files: File[]): void;
  cancel(): void;
  show(period: Period | undefined): void;
}

/** The report of the page; its worker starts with the page and ends with it. */
export function useReport(): ReportFlow {
  const worker = useRef<Worker>(undefined);
  const [report, setReport] = useState<Report>();
  const [reading, setReading] = useState<Reading>({ kind: 'idle' });

  useEffect(() => {
    const ask = startWorker();
    if (!ask) {
      setReading({ kind: 'broken' });
      return undefined;
    }
    worker.current = ask;
    ask.addEventListener('error', () => setReading({ kind: 'broken' }));
    ask.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if (data.kind === 'progress') {
        setReading({ kind: 'reading', done: data.done, of: data.of });
        return;
      }
      setReport(data.report);
      setReading(data.cancelled > 0 ? { kind: 'cancelled', left: data.cancelled } : { kind: 'idle' });
    });
    return () => ask.terminate();
  }, []);

  const tell = (request: Request) => worker.current?.postMessage(request);
  return {
    report,
    reading,
    read: (files) => {
      if (files.length === 0) return;
      setReading((now) => (now.kind === 'broken' ? now : { kind: 'reading', done: 0, of: files.length }));
      tell({ kind: 'read', files });
    },
    cancel: () => tell({ kind: 'cancel' }),
    show: (period) => tell({ kind: 'show', period }),
  };
}

function startWorker(): Worker | undefined {
  try {
    return new Worker(trustedAddress(workerAddress), { type: 'module' });
  } catch {
    return undefined;
  }
}
