import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { filesIn } from '../../build/stamp';
import { buildIn, copyInputs } from '../build-elsewhere';

const place = mkdtempSync(path.join(tmpdir(), 'same-bytes-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** So that nothing of the surroundings gets in that is not named here. */
const HERE = { PATH: process.env.PATH ?? '', SOURCE_DATE_EPOCH: '1790000000' };
const ANOTHER_MACHINE = {
  TZ: 'Pacific/Kiritimati',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  HOME: place,
  NODE_OPTIONS: `--import=${pathToFileURL(path.join(import.meta.dirname, 'another-machine.mjs'))}`,
};

it('gives the same bytes in another folder, on another day, in another zone and language, in another order of files', async () => {
  const [one, other] = await Promise.all([
    build(path.join(place, 'a'), {}),
    build(path.join(place, 'a-longer-name/below', 'b'), ANOTHER_MACHINE),
  ]);
  expect(Object.keys(one).length).toBeGreaterThan(100);
  expect(other).toEqual(one);
}, 240_000);

/** Builds from what `INPUTS` names and nothing else; answers each built file's SHA-256. */
async function build(folder: string, surroundings: Record<string, string>): Promise<Record<string, string>> {
  copyInputs(folder);
  await buildIn(folder, { ...HERE, ...surroundings });
  const dist = path.join(folder, 'dist');
  return Object.fromEntries(
    filesIn(dist).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(path.join(dist, file)))
        .digest('hex'),
    ]),
  );
}
