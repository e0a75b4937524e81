import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: unknown;
  jobs: Record<string, { permissions?: Record<string, string>; steps: Step[] }>;
}

/** What a job may write, and which one: nobody else. */
const MAY_WRITE: Record<string, string[]> = {
  'site.yml publish': ['pages', 'id-token'],
  'release.yml attach': ['contents'],
};

const folder = path.join(import.meta.dirname, '../../.github/workflows');
const files = readdirSync(folder);

it('there are workflows to look at', () => {
  expect(files).toEqual(expect.arrayContaining(['audit.yml', 'release.yml', 'site.yml']));
});

describe.each(files)('%s', (file) => {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const workflow = parse(text) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  it('uses actions by the full hash of a commit, which nobody can move, and says which version that is', () => {
    const used = [...text.matchAll(/\buses:(.*)/g)].map(([, action = '']) => action.trim());
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual(
      [],
    );
  });

  it('may do nothing but what a job asks for, and no more writes than are known here', () => {
    expect(workflow.permissions).toEqual({});
    for (const [name, { permissions }] of jobs) {
      const written = Object.entries(permissions ?? {}).filter(([, level]) => level !== 'read');
      expect(
        written.map(([scope]) => scope),
        name,
      ).toEqual(MAY_WRITE[`${file} ${name}`] ?? []);
    }
  });

  it('gives a stranger’s change no rights, and leaves no key in the checkout', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    expect(Object.keys(workflow.on)).not.toContain('workflow_run');
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  it('puts nothing that a stranger writes into a command', () => {
    expect(steps.flatMap(({ run }) => run?.match(/\$\{\{.*?\}\}/g) ?? [])).toEqual([]);
  });

  it('installs packages without running them', () => {
    const installs = steps.flatMap(({ run }) => run?.match(/npm (?:ci|i|install)\b.*/g) ?? []);
    expect(installs.filter((command) => !command.includes('--ignore-scripts'))).toEqual([]);
  });
});
