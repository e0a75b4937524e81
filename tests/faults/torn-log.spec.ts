import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startBrowser } from './browser-process';
import { ended, expect, exported, GUIDE, open, test, totalsIn, walk } from './device';
import { installDriver } from './driver';
import { say } from './size';

const WALKS = Array.from({ length: 2 }, () => ({ steps: 1, end: 'completed' as const }));
/** The head of a record of 200 bytes whose rest never came: checksum, length, kind (LevelDB's log format). */
const TORN = Uint8Array.of(0x11, 0x22, 0x33, 0x44, 0xc8, 0x00, 0x01);

test('a power cut that tore the database’s log: what was counted before and after is there at the next start', async () => {
  const profile = mkdtempSync(path.join(tmpdir(), 'tung-buoc-torn-'));
  try {
    await life(profile);
    const logs = databaseLogs(profile);
    test.skip(logs.length === 0, 'this browser keeps its databases in another way');
    for (const log of logs) appendFileSync(log, TORN);
    // The browser does not notice yet, and writes on behind the tear.
    await life(profile);
    // Now it does, and drops the database.
    const { page, kill, gone } = await startBrowser(profile);
    const file = await exported(page);
    kill();
    await gone;
    say('a torn log', { counted: ended(totalsIn(file)), missed: file.notCounted });
    expect(totalsIn(file)).toEqual({ started: 4, completed: 4, stopped: 0, left: 0 });
    expect(file.notCounted).toBe(0);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Some walks that the screen says were counted; then the browser is killed. */
async function life(profile: string): Promise<void> {
  const { page, kill, gone } = await startBrowser(profile);
  try {
    await page.addInitScript(installDriver);
    await open(page, `${GUIDE}/`);
    expect(await walk(page, WALKS)).toBe(WALKS.length);
  } finally {
    kill();
    await gone;
  }
}

function databaseLogs(profile: string): string[] {
  return readdirSync(profile, { recursive: true, encoding: 'utf8' })
    .filter((file) => /IndexedDB.*\.leveldb[\\/]\d+\.log$/.test(file))
    .map((file) => path.join(profile, file));
}
