import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { usualChoices } from '../../electron/hosts/cli/importCommands.ts';
import { planner, sampleForTests } from './runPlanner.ts';

const sampleOf = sampleForTests();

describe('planner import', () => {
  const planIn = (folder: string): string => {
    const file = join(folder, 'plan.csv');
    writeFileSync(
      file,
      'Ref,Theme,Action,Responsibility,Timescale,RAG\nX1,Visibility,Show who keeps the laboratories running,Head of Technical Services,April 2025,Green\n',
    );
    return file;
  };

  it('shows how a file is understood without any workspace', async () => {
    const folder = temporaryFolder();
    const { code, json } = await planner(folder, 'import', 'preview', planIn(folder), '--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      source: { fileName: 'plan.csv', kind: 'csv' },
      ragScheme: 'completion',
      actions: [
        {
          ref: 'X1',
          themes: ['visibility'],
          action: 'Show who keeps the laboratories running',
          due: '2025-04-30',
          dueText: 'April 2025',
          rag: 'green',
          source: { table: 0, row: 2 },
        },
      ],
    });
  });

  it('brings it in as previewed, and finds it the same the next time', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'ours.tcplan');
    await planner(folder, 'new', file);
    const apply = () => planner(folder, 'import', 'apply', planIn(folder), '--into', file, '--plan', 'next', '--json');
    expect((await apply()).json()).toMatchObject({ created: 1, changed: 0, same: 0, left: 0 });
    expect((await apply()).json()).toMatchObject({ created: 0, changed: 0, same: 1, left: 0 });
    const against = await planner(
      folder,
      'import',
      'preview',
      planIn(folder),
      '--against',
      file,
      '--plan',
      'next',
      '--json',
    );
    expect(against.json().actions[0].match).toMatchObject({ ref: 'X1', kind: 'identical' });
    const shown = (await planner(folder, 'show', file, '--json')).json();
    expect(shown.plans.at(-1)).toMatchObject({
      role: 'next',
      actions: [{ ref: 'X1', rag: 'green', due: '2025-04-30' }],
    });
  });

  it('prints the report for a person to read', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'ours.tcplan');
    await planner(folder, 'new', file);
    const { code, out } = await planner(folder, 'import', 'apply', planIn(folder), '--into', file);
    expect(code).toBe(0);
    expect(out).toMatch(/^Import of plan\.csv\nBrought in on .+\n\nCreated 1\nChanged 0\n/u);
    expect(out).toContain('- X1: Show who keeps the laboratories running');
  });

  it('leaves what only resembles an action, and brings it in when that is asked for', async () => {
    const folder = temporaryFolder();
    const applied = async (...options: readonly string[]) => {
      const file = join(folder, `ours${options.length}.tcplan`);
      await planner(folder, 'new', file);
      const apply = async (words: string, more: readonly string[]) => {
        const plan = join(folder, 'plan.csv');
        writeFileSync(plan, `Ref,Theme,Action,RAG\nX1,Visibility,${words},Green\n`);
        return (await planner(folder, 'import', 'apply', plan, '--into', file, '--json', ...more)).json();
      };
      await apply('Show on screens who keeps the laboratories of the faculty running', []);
      return apply('Show in films who keeps the workshops of the faculty running', options);
    };
    expect(await applied()).toMatchObject({ changed: 0, left: 1, leftActions: [{ match: { kind: 'related' } }] });
    expect(await applied('--likely')).toMatchObject({ changed: 1, left: 0, leftActions: [] });
  });

  it('keeps the words of a plan as they were signed, takes its ratings, and says so', async () => {
    const folder = temporaryFolder();
    const file = sampleOf(folder);
    const plan = join(folder, 'plan.csv');
    const text = 'Publish a searchable directory of technical staff and the instruments they run';
    writeFileSync(plan, `Ref,Action,Responsibility,RAG\nV1,${text},Estates,Amber\n`);
    const { code, json, messages } = await planner(folder, 'import', 'apply', plan, '--into', file, '--json');
    expect([code, messages]).toEqual([
      0,
      ['Kept as it was signed, for the file has other words: V1. An amendment lets them be taken over.'],
    ]);
    expect(json()).toMatchObject({ created: 0, changed: 1, lines: [{ ref: 'V1', fields: ['rag'] }] });
  });

  it('names a plan that is neither last nor next', async () => {
    const folder = temporaryFolder();
    const { code, messages } = await planner(
      folder,
      'import',
      'apply',
      planIn(folder),
      '--into',
      sampleOf(folder),
      '--plan',
      'old',
    );
    expect([code, messages]).toEqual([2, ['--plan is last or next, not “old”.']]);
  });
});

describe('what an import takes by itself', () => {
  const action = (key: string, kind: string, id: string | null, table = 0) => ({
    key,
    match: { kind, id, ref: null, changes: [], fields: [] },
    source: { table, row: 1 },
  });
  const preview = {
    tables: [{ hiddenSheet: false }, { hiddenSheet: true }],
    actions: [
      action('1', 'identical', 'a'),
      action('2', 'extended', 'b'),
      action('3', 'narrowed', 'c'),
      action('4', 'related', 'd'),
      action('5', 'new', null),
      action('6', 'new', null, 1),
    ],
  } as unknown as Parameters<typeof usualChoices>[0];

  it('is what is new and what stands in the plan in the same words, and nothing from a hidden sheet', () => {
    expect(usualChoices(preview)).toEqual([
      { key: '1', actionId: 'a', without: [] },
      { key: '5', actionId: null, without: [] },
    ]);
  });

  it('is likely matches as well, where that is asked for', () => {
    expect(usualChoices(preview, true).map(({ key }) => key)).toEqual(['1', '2', '3', '4', '5', '6']);
  });
});
