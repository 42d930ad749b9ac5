import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { tables } from '#shared/model/tables.ts';
import { asAdded, benchActions } from './benchActions.ts';
import { type BenchCore, withCore } from './benchCore.ts';
import { againstFloor, type Bench, medianTimes, under } from './measure.ts';

const cycles = 20;
const inEachCycle = { actions: 60, voice: 80, evidence: 40 } as const;
const paragraph = 'What was done, who led it and what came of it, told as a busy person tells it. '.repeat(12);

/**
 * Opening a workspace of sixty years' self-assessments and reading all of it, against SQLite alone opening, checking and
 * reading the same file.
 */
export const openBench: Bench = () =>
  withCore(async (core) => {
    await makeWorkspace(core);
    const { call, folder } = core;
    const { recent } = (await call('app.state', {})) as { readonly recent: readonly { readonly id: string }[] };
    const workspaces = join(folder, 'workspaces');
    const path = join(workspaces, readdirSync(workspaces).find((name) => name.endsWith('.tcplan')) ?? '');
    await call('workspace.close', {});
    const times = await medianTimes(
      9,
      async () => {
        await call('workspace.open', { recentId: recent[0]?.id });
        await call('workspace.load', {});
        await call('workspace.close', {});
      },
      () => readBare(path),
    );
    return [againstFloor('start.open.20cycles', times, 3), under('start.open.20cycles.whole', times.work, 'ms', 1_000)];
  });

async function makeWorkspace({ call }: BenchCore): Promise<void> {
  await call('workspace.create', { institution: 'Eastmere University', stage: 3, signedOn: '1966-09-14' });
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    if (cycle > 0) await call('cycle.start', { stage: 3, signedOn: '1966-09-14', dueOn: `${1967 + 3 * cycle}-01-31` });
    const { rows } = (await call('workspace.load', {})) as {
      readonly rows: {
        readonly cycle: readonly { readonly id: string; readonly newPlanId: string; readonly dueOn: string }[];
        readonly answer: readonly { readonly id: string; readonly cycleId: string }[];
      };
    };
    const latest = rows.cycle.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn)).at(-1);
    if (!latest) throw new Error('there is no self-assessment');
    for (const { id } of rows.answer.filter(({ cycleId }) => cycleId === latest.id)) {
      const content = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: paragraph }] }] };
      await call('answer.write', { id, content });
    }
    const added = benchActions(inEachCycle.actions).map(asAdded);
    await call('action.change', { planId: latest.newPlanId, kind: 'paste', changes: [], added });
    const said = Array.from({ length: inEachCycle.voice }, (_, at) => ({
      fields: { words: `${paragraph.slice(0, 200)} ${at}`, groupName: 'Workshop technicians' },
    }));
    await call('voice.change', { kind: 'paste', changes: [], added: said });
    const shown = Array.from({ length: inEachCycle.evidence }, (_, at) => ({
      fields: { title: `Report ${at} of round ${cycle + 1}`, description: paragraph.slice(0, 300) },
    }));
    await call('evidence.change', { kind: 'paste', changes: [], added: shown });
  }
}

function readBare(path: string): number {
  const bare = new Database(path);
  try {
    bare.pragma('locking_mode = EXCLUSIVE');
    bare.pragma('integrity_check');
    bare.pragma('foreign_key_check');
    return Object.keys(tables).reduce((sum, table) => sum + bare.prepare(`SELECT * FROM ${table}`).all().length, 0);
  } finally {
    bare.close();
  }
}
