import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/install.mjs';
import { type BrowserProcess, killGroup, startProgram } from './browser-process';

/** Where Debian's Chromium looks for rules that nobody at the machine can change. */
const RULES = '/etc/chromium';
const UNIT = 'etc/systemd/system/tung-buoc-kiosk.service';
const POLICY = 'etc/chromium/policies/managed/tung-buoc.json';
/** What keeps everybody from looking into the browser, a test too. */
const NO_LOOKING = ['DeveloperToolsAvailability', 'RemoteDebuggingAllowed'];

type Policy = Record<string, unknown> & { URLAllowlist: string[] };

/** A machine as `kiosk/linux/install.sh` leaves it, in a folder of its own. */
export interface KioskMachine {
  policy: Policy;
  profile: string;
  /** Where the files lie that staff exported. */
  exports: string;
  /** As the unit starts it, by the rules as they are; nobody can look into it. */
  start(): ChildProcess;
  /** The same, but for the two rules against looking; `more` may be opened besides the site. */
  startToLook(more?: string[]): Promise<BrowserProcess>;
  remove(): void;
}

/** Why there can be no such machine here; undefined where there can. */
export function whyNoKiosk(): string | undefined {
  if (!existsSync('/usr/bin/chromium') || !existsSync(RULES)) return 'needs Debian’s Chromium';
  const alone = spawnSync('unshare', ['--mount', 'mount', '--bind', RULES, RULES]);
  return alone.status === 0 ? undefined : 'needs the right to a mount namespace (root)';
}

export function kioskMachine(address: string): KioskMachine {
  const folder = mkdtempSync(path.join(tmpdir(), 'tung-buoc-kiosk-'));
  const file = (name: string) => path.join(folder, name);
  execFileSync(path.join(root, 'kiosk/linux/install.sh'), [address], {
    env: { ...process.env, DESTDIR: folder },
  });
  const policy = JSON.parse(readFileSync(file(POLICY), 'utf8')) as Policy;
  const profile = file('profile');
  const command = inNamespace(file(RULES), browserOf(readFileSync(file(UNIT), 'utf8'), profile));
  return {
    policy,
    profile,
    exports: String(policy.DownloadDirectory),
    start: () => {
      const [program = '', ...args] = command;
      const child = spawn(program, args, { detached: true, stdio: 'ignore' });
      process.once('exit', () => killGroup(child));
      return child;
    },
    startToLook: (more = []) => {
      const rules = Object.entries(policy).filter(([name]) => !NO_LOOKING.includes(name));
      const looking = { ...Object.fromEntries(rules), URLAllowlist: [...policy.URLAllowlist, ...more] };
      writeFileSync(file(POLICY), JSON.stringify(looking));
      const [program = '', ...args] = command;
      return startProgram(program, args);
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** What the unit has Cage start, as it stands there, but for what a machine without a screen and a user cannot have. */
function browserOf(unit: string, profile: string): string[] {
  const line = /^ExecStart=\/usr\/bin\/cage -- ((?:.*\\\n)*.*)$/m.exec(unit)?.[1] ?? '';
  const own = line.split(/[\s\\]+/).filter((part) => part !== '');
  const [program = '', ...args] = own;
  const kept = args.filter((arg) => !/^--(ozone-platform|user-data-dir)=/.test(arg));
  if (program !== '/usr/bin/chromium' || kept.length !== args.length - 2)
    throw new Error(`the unit starts something else: ${line}`);
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [
    program,
    '--headless',
    '--remote-debugging-port=0',
    ...sandbox,
    `--user-data-dir=${profile}`,
    ...kept,
  ];
}

/** A view of the disk that only this program has, in which the rules lie at their place: no other browser sees them. */
function inNamespace(rules: string, command: string[]): string[] {
  const script = 'mount --bind "$1" "$2" && shift 2 && exec "$@"';
  return ['unshare', '--mount', 'sh', '-c', script, 'sh', rules, RULES, ...command];
}
