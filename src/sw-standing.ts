/** The id of a version, see `VersionName`. */
type Id = string;

/** A start of a page that has not been heard of yet. */
interface Start {
  client: string;
  /** Unix ms. */
  at: number;
}

/** Which version is served, and how far it is trusted. `before`: the one that is kept to go back to. */
export type Standing =
  | { kind: 'on-trial'; version: Id; before?: Id; failures: number; starts: readonly Start[] }
  | { kind: 'proved'; version: Id; before?: Id }
  | { kind: 'gone-back'; version: Id; from: Id };

/** What the worker remembers. `bad`: versions that did not start on this device, the last one first. */
export interface Memory {
  standing: Standing;
  bad: readonly Id[];
}

export type Happening =
  /** The worker of this version is in charge; `stored`: the versions that lie whole in the store. */
  | { kind: 'in-charge'; version: Id; stored: readonly Id[] }
  /** A page is asked for; `alive`: which of the clients heard of before are still open. */
  | { kind: 'opened'; client: string; at: number; alive: readonly string[] }
  /** A page answers to touch. */
  | { kind: 'started'; version: Id }
  /** A page met an error before that, or did not come to it in time. */
  | { kind: 'failed'; version: Id; client: string }
  /** The files of the version before are gone. */
  | { kind: 'tidied' };

/** What was remembered, if it is sound: another version may have written it. */
export function readMemory(value: unknown): Memory | undefined {
  const { standing, bad } = Object(value) as Partial<Memory>;
  const { kind, version } = Object(standing) as Partial<Standing>;
  const isId = (id: unknown) => typeof id === 'string';
  if (!standing || !isId(version) || !Array.isArray(bad) || !bad.every(isId)) return undefined;
  const sound =
    kind === 'proved' ||
    (kind === 'gone-back' && 'from' in standing && isId(standing.from)) ||
    (kind === 'on-trial' &&
      'starts' in standing &&
      Array.isArray(standing.starts) &&
      typeof standing.failures === 'number');
  return sound ? { standing, bad } : undefined;
}

/** After so many starts that failed, with none between them that did not, a version is given up. */
export const TRIES = 3;
/** A page that is still open after so long and has said nothing does not start. */
const SILENT_MS = 90_000;
const REMEMBERED = 3;
const PENDING = 8;

/** What is to be remembered after something happened; the same object when it changes nothing. */
export function afterwards(memory: Memory | undefined, happening: Happening): Memory | undefined {
  if (happening.kind === 'in-charge') return inCharge(memory, happening.version, happening.stored);
  if (!memory) return undefined;
  const { standing } = memory;
  switch (happening.kind) {
    case 'opened':
      return standing.kind === 'on-trial' ? opened(memory, standing, happening) : memory;
    case 'started': {
      if (standing.kind !== 'on-trial' || standing.version !== happening.version) return memory;
      const { version, before } = standing;
      return { ...memory, standing: { kind: 'proved', version, ...(before !== undefined && { before }) } };
    }
    case 'failed': {
      if (standing.kind !== 'on-trial' || standing.version !== happening.version) return memory;
      const starts = standing.starts.filter(({ client }) => client !== happening.client);
      return judged(memory, { ...standing, starts, failures: standing.failures + 1 });
    }
    case 'tidied':
      if (standing.kind !== 'proved' || standing.before === undefined) return memory;
      return { ...memory, standing: { kind: 'proved', version: standing.version } };
    default:
      return happening satisfies never;
  }
}

/** Whether a page that failed is better opened again: another try, or the version before. Not where nothing would change. */
export function isWorthAnotherTry(memory: Memory | undefined, next: Memory | undefined): boolean {
  if (!next || next === memory) return false;
  const { standing } = next;
  return standing.kind === 'gone-back' || (standing.kind === 'on-trial' && standing.before !== undefined);
}

/** Whether nobody can be in the middle of anything, because the version in charge has never started. */
export function isStuck(memory: Memory | undefined): boolean {
  return memory?.standing.kind === 'on-trial' && memory.standing.failures > 0;
}

/** The version that lies beside the one of this worker, and whether it is the one that is served. */
export function keptBy(standing: Standing | undefined): { id: Id; isServed: boolean } | undefined {
  if (standing?.kind === 'gone-back') return { id: standing.version, isServed: true };
  return standing?.before === undefined ? undefined : { id: standing.before, isServed: false };
}

/** The version that is served because this one did not start; undefined where there is none. */
export function servedInsteadOf(version: Id, memory: Memory | undefined): Id | undefined {
  const standing = memory?.standing;
  return standing?.kind === 'gone-back' && standing.from === version ? standing.version : undefined;
}

/** The version that was given up for the one that is served. */
export function givenUp(memory: Memory | undefined): Id | undefined {
  return memory?.standing.kind === 'gone-back' ? memory.standing.from : undefined;
}

/** Once taken over, a version stays what it became: a worker may be told so at each of its own starts. */
function inCharge(memory: Memory | undefined, version: Id, stored: readonly Id[]): Memory {
  const { standing, bad = [] } = memory ?? {};
  const isKnown =
    standing?.version === version || (standing?.kind === 'gone-back' && standing.from === version);
  if (memory && isKnown) return memory;
  const before = lastGood(standing) ?? stored.find((id) => id !== version && !bad.includes(id));
  const onTrial = { kind: 'on-trial', version, failures: 0, starts: [] } as const;
  return { standing: before === undefined || before === version ? onTrial : { ...onTrial, before }, bad };
}

/** What would start if nothing new had come; nothing where all that is known of it are failures. */
function lastGood(standing: Standing | undefined): Id | undefined {
  if (standing?.kind !== 'on-trial') return standing?.version;
  return standing.before ?? (standing.failures === 0 ? standing.version : undefined);
}

function opened(
  memory: Memory,
  standing: Extract<Standing, { kind: 'on-trial' }>,
  { client, at, alive }: Extract<Happening, { kind: 'opened' }>,
): Memory {
  const open = standing.starts.filter((start) => alive.includes(start.client));
  const silent = open.filter((start) => at - start.at >= SILENT_MS);
  const starts = [...open.filter((start) => !silent.includes(start)), { client, at }].slice(-PENDING);
  return judged(memory, { ...standing, starts, failures: standing.failures + silent.length });
}

function judged(memory: Memory, standing: Extract<Standing, { kind: 'on-trial' }>): Memory {
  const { version, before, failures } = standing;
  if (failures < TRIES || before === undefined) return { ...memory, standing };
  const bad = [version, ...memory.bad.filter((id) => id !== version)].slice(0, REMEMBERED);
  return { standing: { kind: 'gone-back', version: before, from: version }, bad };
}
