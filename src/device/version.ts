/** How a version is known: `version` by people, `date` is the day of its last change, `id` differs with its content. */
export interface VersionName {
  version: string;
  /** `YYYY-MM-DD` */
  date: string;
  /** Eight hex digits of the digest of all its files. */
  id: string;
}

/** `version.json`: the version that the host gives out. */
export interface Published extends VersionName {
  format: 1;
  /** How many files work without network, and their bytes before compression. */
  files: number;
  bytes: number;
}

/** What a host answered for `version.json`, if it is one: a hotel's log-in page is none. */
export function readPublished(answer: unknown): Published | undefined {
  const { format, version, date, id, files, bytes } = Object(answer) as Record<string, unknown>;
  const sound =
    format === 1 &&
    typeof version === 'string' &&
    typeof date === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(date) &&
    typeof id === 'string' &&
    /^[0-9a-f]{8}$/.test(id) &&
    typeof files === 'number' &&
    typeof bytes === 'number';
  return sound ? { format, version, date, id, files, bytes } : undefined;
}
