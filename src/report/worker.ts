import type { Period } from '../tally/export';
import { isRefusal, LARGEST_BYTES, readFile } from './read-file';
import { type RefusedFile, type Report, reportOf } from './report';
import { Union } from './union';

/** What the page asks of the worker. */
export type Request =
  /** Reads more files into the union. */
  | { kind: 'read'; files: File[] }
  /** Stops reading; what was read stays. */
  | { kind: 'cancel' }
  /** The report on a period; on all days without one. */
  | { kind: 'show'; period: Period | undefined };

/** What the worker tells the page. */
export type Reply =
  | { kind: 'progress'; done: number; of: number }
  /** `cancelled`: files that were not looked at. */
  | { kind: 'report'; report: Report; cancelled: number };

/** Files read at a time: while one is parsed, others are fetched and their digests computed. */
const AT_A_TIME = 6;
const PROGRESS_EVERY_MS = 100;

const union = new Union();
const refused: RefusedFile[] = [];
let waiting: File[] = [];
let of = 0;
let done = 0;
let cancelled = 0;
let running = 0;
let period: Period | undefined;
let lastProgress = 0;

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  switch (data.kind) {
    case 'read':
      waiting.push(...data.files);
      of += data.files.length;
      while (running < AT_A_TIME && running < of - done) void run();
      if (data.files.length === 0) tellReport();
      return;
    case 'cancel':
      cancelled += waiting.length;
      of -= waiting.length;
      waiting = [];
      return;
    case 'show':
      period = data.period;
      if (running === 0) tellReport();
      return;
    default:
      data satisfies never;
  }
});

/** Reads what waits, one file after the other; the last one to finish shows the report. */
async function run(): Promise<void> {
  running += 1;
  for (let file = waiting.shift(); file; file = waiting.shift()) {
    await take(file);
    done += 1;
    tellProgress();
  }
  running -= 1;
  if (running > 0) return;
  tellReport();
  [of, done, cancelled] = [0, 0, 0];
}

async function take(file: File): Promise<void> {
  const result =
    file.size > LARGEST_BYTES
      ? ({ reason: 'too-large' } as const)
      : await file.arrayBuffer().then(
          (content) => readFile(new Uint8Array(content), union.table),
          // A stick that was pulled, a file that was moved meanwhile.
          () => ({ reason: 'unreadable' }) as const,
        );
  if (isRefusal(result)) refused.push({ name: file.name, refusal: result });
  else union.add(result);
}

function tellProgress(): void {
  const now = performance.now();
  if (now - lastProgress < PROGRESS_EVERY_MS) return;
  lastProgress = now;
  tell({ kind: 'progress', done, of });
}

function tellReport(): void {
  tell({ kind: 'report', report: reportOf(union, refused, period), cancelled });
}

function tell(reply: Reply): void {
  postMessage(reply);
}
