import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const kiosk = path.join(import.meta.dirname, '../../kiosk/linux');
const place = mkdtempSync(path.join(tmpdir(), 'linux-kiosk-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const install = (address: string, folder: string) =>
  spawnSync(path.join(kiosk, 'install.sh'), [address], {
    env: { PATH: process.env.PATH ?? '', DESTDIR: folder },
    encoding: 'utf8',
  });
const ADDRESS = 'https://example.org/tung-buoc/';
const done = install(ADDRESS, place);
const read = (file: string) => readFileSync(path.join(place, file), 'utf8');

it('installs with the address in its place, and in no other way', () => {
  expect(done).toMatchObject({ status: 0, stderr: '' });
  const policy = JSON.parse(read('etc/chromium/policies/managed/tung-buoc.json')) as Record<string, unknown>;
  expect(policy.URLAllowlist).toEqual([ADDRESS]);
  expect(policy.HomepageLocation).toBe(ADDRESS);
  for (const file of [
    'etc/systemd/system/tung-buoc-kiosk.service',
    'etc/chromium/policies/managed/tung-buoc.json',
  ])
    expect(read(file)).not.toMatch(/@[A-Z]+@/);
});

it.each([
  '',
  'example.org',
  'http://example.org/',
  'https://example.org',
  'file:///etc/',
  'https://example.org/|e id;/',
  'https://example.org/%20/',
  'https://example.org/ --no-sandbox/',
  'https://example.org/"],"URLBlocklist":["/',
])('writes nothing for what is no address: %s', (address) => {
  const nowhere = path.join(place, 'nowhere');
  expect(install(address, nowhere).status).not.toBe(0);
  expect(() => readFileSync(path.join(nowhere, 'etc'))).toThrow('ENOENT');
});

describe('the rules', () => {
  const policy = JSON.parse(read('etc/chromium/policies/managed/tung-buoc.json')) as Record<string, unknown>;

  it('delete nothing: the counts lie in the profile', () => {
    const forgetful =
      /^(ClearBrowsingDataOnExitList|BrowsingDataLifetime|ForceEphemeralProfiles|ClearSiteDataOnExit|DefaultCookiesSetting|CookiesSessionOnlyForUrls|CookiesBlockedForUrls)$/;
    expect(Object.keys(policy).filter((name) => forgetful.test(name))).toEqual([]);
    // 2 would have every window forget.
    expect(policy.IncognitoModeAvailability).toBe(1);
  });

  it('let staff save their files without a dialog, and only where they belong', () => {
    expect(policy).toMatchObject({
      AllowFileSelectionDialogs: false,
      PromptForDownloadLocation: false,
      DownloadDirectory: path.join(place, 'var/lib/tung-buoc-kiosk/exports'),
    });
    expect(policy.DownloadRestrictions).not.toBe(3);
  });
});

describe('the unit', () => {
  const unit = read('etc/systemd/system/tung-buoc-kiosk.service');
  const setting = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1];

  it('keeps the profile, comes back always, and is nobody who may do more', () => {
    expect(setting('User')).toBe('tung-buoc-kiosk');
    expect(setting('Restart')).toBe('always');
    expect(setting('StartLimitIntervalSec')).toBe('0');
    expect(setting('NoNewPrivileges')).toBe('yes');
    expect(unit).toMatch(/--kiosk \\$/m);
    expect(unit).toContain('--user-data-dir=/var/lib/tung-buoc-kiosk/profile');
    expect(unit).not.toMatch(
      /--(incognito|guest|no-sandbox|disable-web-security|remote-debugging|temp-profile)/,
    );
    // It would hide /run/user, without which there is no screen.
    expect(setting('ProtectHome')).toBeUndefined();
  });

  const there = spawnSync('systemd-analyze', ['--version']).status === 0;
  it.skipIf(!there)('is one that systemd understands to the last word (needs systemd-analyze)', () => {
    const file = path.join(place, 'tung-buoc-kiosk.service');
    writeFileSync(file, unit.replaceAll('/usr/bin/cage', process.execPath));
    const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' });
    // It also reads those that come before ours.
    expect(stderr.split('\n').filter((line) => line.includes('tung-buoc-kiosk'))).toEqual([]);
  });
});
