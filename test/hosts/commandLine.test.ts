import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCore } from '#core/core.ts';
import { testPorts } from '#test/helpers/ports.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { usualChoices } from '../../electron/hosts/cli/importCommands.ts';
import { runCommand } from '../../electron/hosts/cli/runCommand.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly messages: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what the tests below look into
  readonly json: () => any;
}

async function planner(folder: string, ...words: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const messages: string[] = [];
  const code = await runCommand(
    words,
    (dataFolder) => createCore(testPorts({ folder: dataFolder ?? join(folder, 'data') })),
    { print: (text) => out.push(text), tell: (message) => messages.push(message) },
  );
  return { code, out: out.join('\n'), messages, json: () => JSON.parse(out.join('\n')) };
}

/** Making the sample takes a second or two, so it is made once and copied. */
const madeOnce = mkdtempSync(join(tmpdir(), 'planner-sample-'));
const sampleOf = (folder: string): string => {
  const file = join(folder, 'sample.tcplan');
  copyFileSync(join(madeOnce, 'sample.tcplan'), file);
  return file;
};
beforeAll(async () => {
  expect(await planner(madeOnce, 'new', join(madeOnce, 'sample.tcplan'), '--sample')).toMatchObject({ code: 0 });
}, 30_000);
afterAll(() => rmSync(madeOnce, { recursive: true, force: true }));

describe('planner new', () => {
  it('makes an empty workspace at Stage 3 with both plans', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'ours.tcplan');
    const made = await planner(
      folder,
      'new',
      file,
      '--institution',
      'Eastmere University',
      '--signed',
      '2020-09-14',
      '--json',
    );
    expect(made.code).toBe(0);
    expect(existsSync(file)).toBe(true);
    expect(made.json()).toMatchObject({
      file: 'ours.tcplan',
      institution: { name: 'Eastmere University', signed: '2020-09-14' },
      cycles: [{ stage: 3 }],
    });
    expect(made.json().plans.map(({ role }: { role: string }) => role)).toEqual(['last', 'next']);
  });

  it('leaves a file that is there as it is', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'ours.tcplan');
    writeFileSync(file, 'something of theirs');
    const made = await planner(folder, 'new', file);
    expect(made).toMatchObject({ code: 2, out: '' });
    expect(made.messages).toHaveLength(1);
    expect(readFileSync(file, 'utf8')).toBe('something of theirs');
  });
});

describe('planner show', () => {
  it('prints the workspace in whole words', async () => {
    const folder = temporaryFolder();
    const shown = (await planner(folder, 'show', sampleOf(folder), '--json')).json();
    expect(Object.keys(shown)).toEqual([
      'institution',
      'cycles',
      'plans',
      'voice',
      'evidence',
      'frameworks',
      'signOff',
    ]);
    const last = shown.plans.find(({ role }: { role: string }) => role === 'last');
    expect(last.actions).toHaveLength(34);
    expect(last.actions[0]).toMatchObject({
      id: expect.any(String),
      ref: expect.any(String),
      themes: expect.any(Array),
      action: expect.any(String),
      owner: expect.any(String),
      redExplanation: expect.any(String),
      progress: expect.any(String),
      lineage: expect.any(Array),
    });
    const newest = shown.cycles.at(-1);
    expect(newest.stage).toBe(3);
    expect(newest.answers[0]).toMatchObject({
      question: expect.any(String),
      state: expect.any(String),
      words: expect.any(Number),
    });
    expect(newest.answers.flatMap(({ asks }: { asks: unknown[] }) => asks)[0]).toMatchObject({
      ticked: expect.any(Boolean),
    });
    expect(shown.voice[0]).toMatchObject({
      consent: expect.any(String),
      channel: expect.any(String),
      changed: expect.any(String),
    });
  });

  it('names nobody who did not agree to it', async () => {
    const folder = temporaryFolder();
    const shown = (await planner(folder, 'show', sampleOf(folder), '--json')).json();
    const unnamed = shown.voice.filter(({ consent }: { consent: string }) => consent !== 'named');
    expect(unnamed.length).toBeGreaterThan(0);
    expect(unnamed.every(({ person }: { person: string }) => person === '')).toBe(true);
  });
});

describe('planner doctor', () => {
  it('finds a good file whole and lists its backups', async () => {
    const folder = temporaryFolder();
    const file = sampleOf(folder);
    await planner(folder, 'backup', file);
    const { code, json } = await planner(folder, 'doctor', file, '--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      ok: true,
      integrity: 'ok',
      findings: [],
      backups: [{ reason: 'asked', verified: true }],
    });
  });

  it('finds a damaged file wanting, and says what there is to go back to', async () => {
    const folder = temporaryFolder();
    const file = sampleOf(folder);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length / 2)));
    const { code, json } = await planner(folder, 'doctor', file, '--json');
    expect(code).toBe(1);
    expect(json()).toMatchObject({ ok: false, integrity: 'workspace-damaged' });
    expect(json().findings.length).toBeGreaterThan(0);
  });
});

describe('planner export, verify and check', () => {
  it('recognises the document that was issued, and no other', async () => {
    const folder = temporaryFolder();
    const file = sampleOf(folder);
    const issued = join(folder, 'issued.docx');
    const exported = await planner(folder, 'export', 'word', '--from', file, '--to', issued, '--json');
    expect(exported.json()).toMatchObject({ kind: 'word', issued: true, stage: 3, bytes: statSync(issued).size });
    expect((await planner(folder, 'verify', issued, '--against', file, '--json')).json()).toMatchObject({
      verdict: 'issued',
      document: { kind: 'word', fingerprint: exported.json().fingerprint },
    });

    const altered = join(folder, 'altered.docx');
    writeFileSync(altered, Buffer.concat([readFileSync(issued), Buffer.from([0])]));
    const verified = await planner(folder, 'verify', altered, '--against', file, '--json');
    expect(verified.code).toBe(1);
    expect(verified.json()).toMatchObject({ verdict: 'not-issued', document: null });
  });

  it('does not issue a draft, and counts cycles from the first', async () => {
    const folder = temporaryFolder();
    const file = sampleOf(folder);
    const to = join(folder, 'draft.docx');
    const draft = await planner(
      folder,
      'export',
      'word',
      '--from',
      file,
      '--to',
      to,
      '--draft',
      '--cycle',
      '1',
      '--json',
    );
    expect(draft.json()).toMatchObject({ issued: false, stage: 2 });
    expect((await planner(folder, 'verify', to, '--against', file)).code).toBe(1);
  });

  it.each(['excel', 'web', 'pdf'])('says in one line that %s is not written here, and writes nothing', async (kind) => {
    const folder = temporaryFolder();
    const to = join(folder, 'out');
    const answer = await planner(folder, 'export', kind, '--from', sampleOf(folder), '--to', to, '--json');
    expect(answer).toMatchObject({ code: 2, out: '' });
    expect(answer.messages).toHaveLength(1);
    expect(existsSync(to)).toBe(false);
  });

  it('finds a submission with open questions wanting', async () => {
    const folder = temporaryFolder();
    const { code, json } = await planner(folder, 'check', sampleOf(folder), '--json');
    expect(code).toBe(1);
    expect(json().counts.must).toBe(json().items.filter(({ weight }: { weight: string }) => weight === 'must').length);
    expect(json()).toMatchObject({ ready: false, cycle: { stage: 3 } });
  });
});

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

describe('planner undo', () => {
  it('takes the last step back and names it', async () => {
    const folder = temporaryFolder();
    const file = sampleOf(folder);
    const before = (await planner(folder, 'show', file, '--json')).out;
    const undone = await planner(folder, 'undo', file, '--json');
    expect(undone.json().undone).not.toBe('');
    expect((await planner(folder, 'show', file, '--json')).out).not.toBe(before);
  });
});

describe('what is typed wrong', () => {
  it.each([
    [[]],
    [['paint']],
    [['new']],
    [['import']],
    [['import', 'everything', 'a']],
    [['show', 'a', 'b']],
    [['show', 'nothing-there.tcplan']],
    [['show', '.']],
    [['show', 'package.json']],
    [['show', '--colour', 'package.json']],
    [['new', 'x.tcplan', '--stage', '9']],
    [['new', 'x.tcplan', '--signed', '2020-02-31']],
    [['new', 'no/such/folder/x.tcplan']],
    [['export', 'word', '--from', 'package.json']],
    [['import', 'apply', 'package.json']],
    [['import', 'preview', 'package.json', '--plan', 'last']],
    [['verify', 'package.json']],
  ])('%j ends with 2, one message and an empty stdout', async (words) => {
    const { code, out, messages } = await planner(temporaryFolder(), ...words);
    expect([code, out, messages.length]).toEqual([2, '', 1]);
    if (words.length > 0) expect(messages[0]).not.toMatch(/\n|Error|\bat /);
  });

  it('help is on stdout and ends with 0', async () => {
    const { code, out } = await planner(temporaryFolder(), '--help');
    expect(code).toBe(0);
    expect(out).toContain('import preview PLAN');
  });
});

describe('what an import takes by itself', () => {
  it('is what is new and what surely matches; what only resembles an action is left to a person', () => {
    const action = (key: string, kind: string, id: string | null) => ({
      key,
      match: { kind, id, ref: null, changes: [] },
    });
    const actions = [
      action('1', 'identical', 'a'),
      action('2', 'extended', 'b'),
      action('3', 'narrowed', 'c'),
      action('4', 'related', 'd'),
      action('5', 'new', null),
    ] as unknown as Parameters<typeof usualChoices>[0];
    expect(usualChoices(actions)).toEqual([
      { key: '1', actionId: 'a' },
      { key: '2', actionId: 'b' },
      { key: '3', actionId: 'c' },
      { key: '5', actionId: null },
    ]);
  });
});
