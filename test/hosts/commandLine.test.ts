import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { wordTemplate } from '#test/helpers/houseStyleFiles.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { checkSumWords, fingerprintWords } from '../../renderer/text/checkWords.ts';
import { planner, sampleForTests } from './runPlanner.ts';

const sampleOf = sampleForTests();

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

  it('asks the questions of a file, at its stage, and refuses a broken one in a line', async () => {
    const folder = temporaryFolder();
    const shipped = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../resources/question-sets/stage-2.json'), 'utf8'),
    );
    const [ours, broken] = [join(folder, 'ours.json'), join(folder, 'broken.json')];
    writeFileSync(ours, JSON.stringify({ ...shipped, id: 'ours', questions: shipped.questions.slice(2) }));
    writeFileSync(broken, JSON.stringify({ ...shipped, title: '' }));
    const made = await planner(folder, 'new', join(folder, 'ours.tcplan'), '--questions', ours, '--json');
    expect(made.code).toBe(0);
    expect(made.json().cycles).toMatchObject([{ stage: 2 }]);
    const shown = await planner(folder, 'show', join(folder, 'ours.tcplan'), '--json');
    expect(shown.json().cycles[0].answers).toHaveLength(shipped.questions.length - 2);
    const refused = await planner(folder, 'new', join(folder, 'other.tcplan'), '--questions', broken);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.messages[0]).toContain(
      '“broken.json” is not a question set that can be used. The title is missing.',
    );
    expect(existsSync(join(folder, 'other.tcplan'))).toBe(false);
    const other = await planner(folder, 'new', join(folder, 'other.tcplan'), '--questions', ours, '--stage', '3');
    expect(other.messages).toEqual(['The question set is for Stage 2, not for Stage 3.']);
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

describe('planner export word', () => {
  it.each([
    ['the workspace that it is made from', 'sample.tcplan', 'sample.tcplan'],
    ['a workspace that goes by another name', 'renamed.docx', 'renamed.docx'],
    ['another workspace', 'sample.tcplan', 'another.tcplan'],
  ])('never takes the place of %s', async (_what, from, to) => {
    const folder = temporaryFolder();
    const sample = sampleOf(folder);
    for (const name of [from, to]) if (!existsSync(join(folder, name))) copyFileSync(sample, join(folder, name));
    const exported = await planner(folder, 'export', 'word', '--from', join(folder, from), '--to', join(folder, to));
    expect(exported).toMatchObject({ code: 2, out: '', messages: [expect.stringContaining(to)] });
    expect(readFileSync(join(folder, to)).toString('latin1', 0, 15)).toBe('SQLite format 3');
  });
});

describe('planner export word in a house style', () => {
  it('takes the looks of a template this once, and none from one with macros', async () => {
    const folder = temporaryFolder();
    const sample = sampleOf(folder);
    const write = (name: string, bytes: Uint8Array): string => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const to = join(folder, 'ours.docx');
    const exported = (template: string) =>
      planner(folder, 'export', 'word', '--from', sample, '--to', to, '--draft', '--style', template);
    const macros = write(
      'macros.dotm',
      zipSync({ ...unzipSync(wordTemplate()), 'word/vbaProject.bin': new Uint8Array(1) }),
    );
    expect(await exported(macros)).toMatchObject({
      code: 2,
      out: '',
      messages: [expect.stringContaining('“macros.dotm” holds macros, so nothing was taken over from it.')],
    });
    expect(existsSync(to)).toBe(false);
    expect(await exported(write('house.dotx', wordTemplate()))).toMatchObject({ code: 0 });
    expect(strFromU8(unzipSync(readFileSync(to))['word/styles.xml'] ?? new Uint8Array())).toContain('Calibri Light');
  });
});

describe('planner export', () => {
  it('keeps the finished document elsewhere where it cannot be put in its place, and says where', async () => {
    const folder = temporaryFolder();
    const to = join(folder, 'taken.docx');
    mkdirSync(to);
    const exported = await planner(folder, 'export', 'word', '--from', sampleOf(folder), '--to', to);
    expect(exported).toMatchObject({ code: 2, out: '' });
    const kept = /A folder has that name already\. The finished document is kept as (.+)\.$/.exec(
      exported.messages[0] ?? '',
    )?.[1];
    expect(basename(kept ?? '')).toBe('taken.docx');
    expect(readFileSync(kept ?? '').toString('latin1', 0, 2)).toBe('PK');
    rmSync(dirname(kept ?? folder), { recursive: true });
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
      'amendments',
      'issued',
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
      document: { fingerprint: exported.json().fingerprint },
    });

    const again = join(folder, 'again.docx');
    const parts = unzipSync(readFileSync(issued));
    writeFileSync(again, zipSync(parts));
    const saved = await planner(folder, 'verify', again, '--against', file);
    expect(saved.code).toBe(0);
    const sum = createHash('sha256').update(readFileSync(again)).digest('hex');
    // The fingerprint is still that of the issued copy and the check sum is not: each says why in a sentence.
    expect(saved.out.trim().split('\n')).toEqual([
      expect.stringMatching(/^again\.docx was saved again, and its words are those of the document issued on /u),
      `Fingerprint of what was issued: ${exported.json().fingerprint}. ${fingerprintWords}`,
      `Check sum of again.docx: ${sum}. ${checkSumWords}`,
    ]);
    expect(sum).not.toBe(exported.json().sha256);

    const altered = join(folder, 'altered.docx');
    const text = strFromU8(parts['word/document.xml'] as Uint8Array);
    const words = /<w:t[^>]*>([^<]{20,})<\/w:t>/u.exec(text)?.[1] ?? '';
    writeFileSync(altered, zipSync({ ...parts, 'word/document.xml': strToU8(text.replace(words, 'Other words')) }));
    const verified = await planner(folder, 'verify', altered, '--against', file, '--json');
    expect(verified.code).toBe(1);
    expect(verified.json()).toMatchObject({ verdict: 'changed', changed: 1, changes: [{ after: 'Other words' }] });
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

  it('writes the plans as a workbook, which comes back without a change', async () => {
    const folder = temporaryFolder();
    const file = sampleOf(folder);
    const to = join(folder, 'plans.xlsx');
    const { code, json } = await planner(folder, 'export', 'excel', '--from', file, '--to', to, '--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({ kind: 'excel', file: 'plans.xlsx', plan: 'both', stage: 3 });
    expect(json().sha256).toBe(createHash('sha256').update(readFileSync(to)).digest('hex'));
    const preview = (await planner(folder, 'import', 'preview', to, '--against', file, '--json')).json();
    expect(preview.actions.length).toBeGreaterThan(10);
    expect(preview.missing).toEqual([]);
    const kinds = preview.actions.map((action: { match: { kind: string; fields: unknown[] } }) => action.match);
    expect(
      new Set(kinds.map(({ kind, fields }: { kind: string; fields: unknown[] }) => `${kind} ${fields.length}`)),
    ).toEqual(new Set(['identical 0']));
    const wrong = await planner(folder, 'export', 'excel', '--from', file, '--to', to, '--plan', 'first');
    expect(wrong).toMatchObject({ code: 2, messages: ['--plan is last or next.'] });
  });

  it('writes the public page and the plan as csv beside it, and says what it left out', async () => {
    const folder = temporaryFolder();
    const file = sampleOf(folder);
    const to = join(folder, 'page.html');
    const { code, json } = await planner(folder, 'export', 'web', '--from', file, '--to', to, '--json');
    expect(code).toBe(0);
    const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
    expect(json()).toMatchObject({
      kind: 'web',
      file: 'page.html',
      sha256: sha256(to),
      csv: { file: 'page.csv', sha256: sha256(join(folder, 'page.csv')) },
      issued: true,
    });
    expect(json().redactions).toContainEqual({
      kind: 'name',
      was: 'Imogen Thackwray',
      becomes: 'Head of Technical Services',
      where: ['Contact, name'],
    });
    expect(readFileSync(to, 'utf8')).not.toContain('Thackwray');
    expect((await planner(folder, 'verify', to, '--against', file, '--json')).json()).toMatchObject({
      verdict: 'issued',
    });
    const wrong = await planner(folder, 'export', 'web', '--from', file, '--to', join(folder, 'page.csv'), '--draft');
    expect(wrong).toMatchObject({ code: 2, messages: [expect.stringContaining('end it in .html')] });
  });

  it('says in one line that a PDF is not written here, and writes nothing', async () => {
    const folder = temporaryFolder();
    const to = join(folder, 'out');
    const answer = await planner(folder, 'export', 'pdf', '--from', sampleOf(folder), '--to', to, '--json');
    expect(answer).toMatchObject({ code: 2, out: '' });
    expect(answer.messages).toHaveLength(1);
    expect(answer.messages[0]).toMatch(/^A PDF is not made here: .* Use export web, .* print it/u);
    expect(existsSync(to)).toBe(false);
  });

  it('groups the plans by a framework that it is told by its title, and names those that there are', async () => {
    const folder = temporaryFolder();
    const file = sampleOf(folder);
    const [framework] = (await planner(folder, 'show', file, '--json')).json().frameworks;
    const item = framework.items.find(({ links }: { links: readonly unknown[] }) => links.length > 0).title;
    const written = async (kind: string, to: string, ...more: readonly string[]) => {
      const done = await planner(folder, 'export', kind, '--from', file, '--to', join(folder, to), ...more);
      expect(done).toMatchObject({ code: 0 });
      return readFileSync(join(folder, to));
    };
    const by = ['--by', framework.title.toUpperCase()];
    const heading = (page: Buffer): readonly string[] =>
      [...page.toString().matchAll(/<h4><bdi>(.*?)<\/bdi>/gu)].map(([, title = '']) => title);
    expect(heading(await written('web', 'page.html', '--draft', ...by)).join('\n')).toContain(item);
    expect(heading(await written('web', 'page.html', '--draft')).join('\n')).not.toContain(item);
    const names = (await written('web', 'page.html', '--draft', '--welsh')).toString();
    expect(names).toContain('<html lang="cy-GB">');
    const words = (book: Buffer) => strFromU8(unzipSync(book)['word/document.xml'] ?? new Uint8Array());
    expect(words(await written('word', 'a.docx', '--draft', ...by))).toContain(item);
    const sheets = (book: Buffer) =>
      strFromU8(unzipSync(book)['xl/workbook.xml'] ?? new Uint8Array()).split('<sheet ').length;
    const one = sheets(await written('excel', 'a.xlsx', '--by', 'one'));
    expect(sheets(await written('excel', 'a.xlsx', ...by))).toBeGreaterThan(one);
    const wrong = await planner(
      folder,
      'export',
      'word',
      '--from',
      file,
      '--to',
      join(folder, 'b.docx'),
      '--by',
      'Ours',
    );
    expect(wrong).toMatchObject({ code: 2, messages: [expect.stringContaining(`“${framework.title}”`)] });
    expect(existsSync(join(folder, 'b.docx'))).toBe(false);
  });

  it('writes the page though the csv beside it cannot be put in its place, and loses neither', async () => {
    const folder = temporaryFolder();
    const sample = sampleOf(folder);
    for (const [taken, free] of [
      ['page.csv', 'page.html'],
      ['page.html', 'page.csv'],
    ] as const) {
      const inside = join(folder, taken.replace('.', '-'));
      mkdirSync(join(inside, taken), { recursive: true });
      const to = join(inside, 'page.html');
      const exported = await planner(folder, 'export', 'web', '--from', sample, '--to', to, '--draft');
      expect(exported).toMatchObject({ code: 2, out: '' });
      const [, kept = ''] =
        /already\. The finished document is kept as (.+?)\. Wrote /u.exec(exported.messages[0] ?? '') ?? [];
      const text = { 'page.html': '<!DOCTYPE html>', 'page.csv': '\u{feff}Ref,Theme' };
      expect(readFileSync(kept, 'utf8').startsWith(text[taken])).toBe(true);
      expect(readFileSync(join(inside, free), 'utf8').startsWith(text[free])).toBe(true);
      rmSync(dirname(kept), { recursive: true });
    }
  });

  it('finds a submission with open questions wanting', async () => {
    const folder = temporaryFolder();
    const { code, json } = await planner(folder, 'check', sampleOf(folder), '--json');
    expect(code).toBe(1);
    expect(json().counts.must).toBe(json().items.filter(({ weight }: { weight: string }) => weight === 'must').length);
    expect(json()).toMatchObject({ ready: false, cycle: { stage: 3 } });
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

  it('never takes back that the workspace was made, and says so', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'new.tcplan');
    await planner(folder, 'new', file, '--institution', 'Westmere');
    const before = (await planner(folder, 'show', file, '--json')).out;
    const refused = await planner(folder, 'undo', file);
    expect(refused.messages.join()).toContain('There is nothing to undo. The workspace is as it was made');
    expect((await planner(folder, 'show', file, '--json')).out).toBe(before);
  });
});
