import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compileAll } from '../../build/compile-all';
import { guideText } from './a-guide';

/** The start of each kind of file; what follows is not looked at. */
const MP3 = Buffer.concat([Buffer.from('ID3'), Buffer.alloc(100)]);
const M4A = Buffer.concat([Buffer.alloc(4), Buffer.from('ftypM4A '), Buffer.alloc(100)]);

let root = '';
const put = async (file: string, content: string | Buffer) => {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), content);
};
const errors = async () =>
  (await compileAll(root)).problems
    .filter(({ severity }) => severity === 'error')
    .map(({ file, line, col, message }) => `${file}:${line}:${col} ${message}`);

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'tung-buoc-audio-'));
  await put('guides/thu/vi.md', guideText('## Một {#one}\n\nBác đợi.\n\n## Hai {#two}\n\nBác đợi.\n'));
});
afterEach(() => rm(root, { recursive: true }));

it('a recording belongs to a step of one language, at an address that changes with what is in it', async () => {
  await put('guides/thu/audio/vi/one.mp3', MP3);
  await put('guides/thu/audio/vi/two.m4a', M4A);
  const { guides, recordings, problems } = await compileAll(root);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(recordings).toEqual(['thu/audio/vi/one.mp3', 'thu/audio/vi/two.m4a']);
  const first = guides[0]?.recordings;
  expect(first).toEqual({
    one: expect.stringMatching(/^audio\/vi\/one\.mp3\?[0-9a-f]{8}$/),
    two: expect.stringMatching(/^audio\/vi\/two\.m4a\?[0-9a-f]{8}$/),
  });
  await put('guides/thu/audio/vi/one.mp3', Buffer.concat([MP3, MP3]));
  const second = (await compileAll(root)).guides[0]?.recordings;
  expect(second?.one).not.toBe(first?.one);
  expect(second?.two).toBe(first?.two);
});

it('a guide without recordings carries no list, and a recording does not change its revision', async () => {
  const before = (await compileAll(root)).guides[0];
  expect(before).not.toHaveProperty('recordings');
  await put('guides/thu/audio/vi/one.mp3', MP3);
  expect((await compileAll(root)).guides[0]?.revision).toBe(before?.revision);
});

it('what does not fit is named with its place: an unknown step, a wrong ending, what is no sound, two for a step', async () => {
  await put('guides/thu/audio/vi/three.mp3', MP3);
  await put('guides/thu/audio/vi/one.wav', MP3);
  await put('guides/thu/audio/vi/two.mp3', '<html>');
  await put('guides/thu/audio/vi/one.m4a', M4A);
  await put('guides/thu/audio/vi/one.mp3', MP3);
  await put('guides/thu/audio/one.mp3', MP3);
  expect(await errors()).toEqual([
    'guides/thu/audio/one.mp3:1:1 recordings lie in audio/vi/ or audio/en/',
    'guides/thu/audio/vi/one.mp3:1:1 the step has two recordings; keep one',
    'guides/thu/audio/vi/one.wav:1:1 a recording ends in .mp3 or .m4a',
    'guides/thu/audio/vi/three.mp3:1:1 there is no step "three"; the steps are one, two',
    'guides/thu/audio/vi/two.mp3:1:1 what is inside is no .mp3; save it as one',
  ]);
});

it('one that is too large for a slow line says how to make it smaller', async () => {
  await put('guides/thu/audio/vi/one.mp3', Buffer.concat([MP3, Buffer.alloc(1_000_000)]));
  expect(await errors()).toEqual([
    'guides/thu/audio/vi/one.mp3:1:1 1001 kB; at most 1000 kB: save it in one channel, 64 kbit/s or less',
  ]);
});

it('a dictionary of spoken words that is not whole stops a build at its line', async () => {
  await put('guides/spoken-words.yaml', 'vi:\n  digits: [a, b]\n  words: { OTP: 3 }\n  ofs: x\nfr: {}\n');
  const found = await errors();
  expect(found).toContain('guides/spoken-words.yaml:2:11 "digits" is a list of 10 words');
  expect(found).toContain('guides/spoken-words.yaml:3:17 say "OTP" in words; put them in quotation marks');
  expect(found.join('\n')).toMatch(/:4:\d+ unknown key "ofs"/);
  expect(found.join('\n')).toMatch(/:5:\d+ "fr" is no language of the guides/);
  await put('guides/spoken-words.yaml', 'vi: [\n');
  expect((await errors())[0]).toMatch(/^guides\/spoken-words\.yaml:/);
});
