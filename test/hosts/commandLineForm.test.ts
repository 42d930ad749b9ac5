import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWord, textOf } from '#test/golden/word/readWord.ts';
import { twoColumnForm, wordings } from '#test/helpers/officialForms.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { planner, sampleForTests } from './runPlanner.ts';

const sampleOf = sampleForTests();

describe('planner form open and export form', () => {
  it('keep the blank form, say what each prompt is paired with, and fill it', async () => {
    const folder = temporaryFolder();
    const sample = sampleOf(folder);
    const blank = join(folder, 'blank.docx');
    const to = join(folder, 'form.docx');
    writeFileSync(blank, await twoColumnForm());
    const opened = await planner(folder, 'form', 'open', blank, '--into', sample, '--json');
    expect(opened.code).toBe(0);
    expect(opened.json().prompts).toHaveLength(13);
    expect(opened.json().prompts[5]).toMatchObject({
      text: wordings.governance,
      place: 'cell',
      question: 'governance-and-resourcing',
      sureness: 'likely',
      confirmed: false,
    });

    const final = await planner(folder, 'export', 'form', '--from', sample, '--to', to);
    expect(final).toMatchObject({ code: 2, out: '', messages: [expect.stringContaining('paired by a guess')] });
    expect(existsSync(to)).toBe(false);
    expect((await planner(folder, 'form', 'open', blank, '--into', sample, '--confirm')).code).toBe(0);
    const exported = await planner(folder, 'export', 'form', '--from', sample, '--to', to, '--json');
    expect(exported.json()).toMatchObject({ kind: 'form', file: 'form.docx', guesses: 0, stage: 3 });
    expect(textOf(readWord(readFileSync(to)).document)).toContain('Eastmere University');
    // What the screen says of the prompts that nothing is written for, this says too.
    const { blank: left } = exported.json();
    expect(left).toContain('TALENT recommendations');
    const said = await planner(folder, 'export', 'form', '--from', sample, '--to', to, '--draft');
    expect(said.out.split('\n')).toEqual(
      expect.arrayContaining([
        'Left blank, since nothing is written for it yet:',
        ...(left as readonly string[]).map((title) => `  ${title}`),
      ]),
    );
  });

  it('say in one line what is missing or wrong', async () => {
    const folder = temporaryFolder();
    const sample = sampleOf(folder);
    const none = await planner(
      folder,
      'export',
      'form',
      '--from',
      sample,
      '--to',
      join(folder, 'form.docx'),
      '--draft',
    );
    expect(none).toMatchObject({
      code: 2,
      out: '',
      messages: [expect.stringMatching(/^No official form has been opened/u)],
    });
    const notes = join(folder, 'notes.pdf');
    writeFileSync(notes, '%PDF-1.7');
    const wrong = await planner(folder, 'form', 'open', notes, '--into', sample);
    expect(wrong.messages).toEqual([
      '“notes.pdf” is a PDF or printed document, not a Word document (.docx). Open the blank form in Word or LibreOffice, save it as a Word document (.docx), and choose that copy.',
    ]);
  });
});
