import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type RichText, richTextFromParagraphs } from '#shared/model/richText.ts';
import { all, first, readWord, textOf, valueIn, type XmlElement } from '#test/golden/word/readWord.ts';
import { answered, draft, fill, final, keys, lines, paired, question, words } from '#test/helpers/fillingForms.ts';
import {
  controlsForm,
  headingsForm,
  longPrompts,
  numberedForm,
  twoColumnForm,
  wordings,
} from '#test/helpers/officialForms.ts';
import { paragraph, run, wordFile } from '#test/helpers/wordFile.ts';
import type { Submission, SubmissionQuestion } from '../submission.ts';
import type { PairedPrompt } from './formAnswers.ts';

describe('what is not an answer', () => {
  it('stays byte for byte in every part that no answer needs, and letter by letter around each answer', async () => {
    const form = await headingsForm();
    const { bytes } = await fill(form, answered(keys.map((key) => richTextFromParagraphs(`Answer to ${key}.`))));
    const [before, after] = [unzipSync(form), unzipSync(bytes)];
    for (const [name, part] of Object.entries(before)) {
      if (name === 'word/document.xml') continue;
      expect(Buffer.compare(after[name] ?? new Uint8Array(), part), name).toBe(0);
    }
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const read = (part: Uint8Array | undefined) => new TextDecoder().decode(part);
    const blank = read(before['word/document.xml']);
    for (const prompt of longPrompts) {
      const at = blank.indexOf(prompt);
      const element = blank.slice(blank.lastIndexOf('<w:p>', at), blank.indexOf('</w:p>', at));
      expect(read(after['word/document.xml'])).toContain(element);
    }
  });

  it('stays as it is where nothing was answered', async () => {
    const form = await twoColumnForm();
    const none = { ...answered([]), questions: [] };
    const { bytes, filled } = await fill(form, none);
    expect(filled).toEqual([]);
    expect(unzipSync(bytes)).toEqual(unzipSync(form));
  });

  it('keeps bookmarks that stand in a blank, and puts the answer before them', async () => {
    const mark = '<w:bookmarkStart w:id="7" w:name="_GoBack"/><w:bookmarkEnd w:id="7"/>';
    const form = wordFile(paragraph(wordings.governance) + paragraph(mark) + paragraph(''));
    const { word } = await fill(
      form,
      answered([richTextFromParagraphs(''), richTextFromParagraphs('Nine people.')]),
      paired(form),
      ['institution'],
    );
    expect(lines(word.document)).toEqual([wordings.governance, 'Nine people.']);
    expect(all(word.document, 'w:bookmarkStart')).toHaveLength(1);
  });
});

describe('an answer in its place', () => {
  const rich: RichText = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Nine ' },
          { type: 'text', text: 'people', marks: [{ type: 'bold' }] },
          { type: 'text', text: ' meet', marks: [{ type: 'italic' }] },
        ],
      },
      {
        type: 'orderedList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'in May' }] }] }],
      },
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              {
                type: 'paragraph',
                content: [
                  {
                    type: 'text',
                    text: 'in June',
                    marks: [{ type: 'link', attrs: { href: 'https://saltmarsh.example/june' } }],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  };
  const texts = (index: number): readonly RichText[] =>
    keys.map((_, at) => (at === index ? rich : richTextFromParagraphs('')));

  it('keeps bold, italic, lists and links, in the letters of the blank that it takes', async () => {
    const look = '<w:jc w:val="both"/><w:rPr><w:rFonts w:ascii="Gill Sans"/><w:b/><w:sz w:val="21"/></w:rPr>';
    const form = wordFile(paragraph(run(wordings.governance, '<w:b/>')) + paragraph('', look) + paragraph('', look));
    const { word, bytes } = await fill(form, answered(texts(1)));
    const [, one, two, three] = all(word.document, 'w:p');
    expect([one, two, three].map((each) => each && textOf(each))).toEqual(['Nine people meet', 'in May', 'in June']);
    expect(one && first(one, 'w:jc')?.attributes['w:val']).toBe('both');
    const runs = one ? all(one, 'w:r') : [];
    expect(runs.map((each) => [textOf(each), all(each, 'w:b').length, all(each, 'w:i').length])).toEqual([
      ['Nine ', 0, 0],
      ['people', 1, 0],
      [' meet', 0, 1],
    ]);
    for (const each of runs) expect(valueIn(each, 'w:sz')).toBe('21');
    const numbers = [two, three].map((each) => (each ? valueIn(each, 'w:numId') : undefined));
    expect(new Set(numbers).size).toBe(2);
    const numbering = new TextDecoder().decode(unzipSync(bytes)['word/numbering.xml']);
    for (const number of numbers) expect(numbering).toContain(`<w:num w:numId="${number}">`);
    expect(new TextDecoder().decode(unzipSync(bytes)['word/_rels/document.xml.rels'])).toContain(
      'https://saltmarsh.example/june',
    );
  });

  it('writes lists out where a line or a field holds no paragraphs', async () => {
    const form = controlsForm();
    const { word } = await fill(form, answered(texts(5)));
    expect(lines(word.document)).toContain('Nine people meet\n1. in May\n• in June');
  });

  it('stands behind a label and over a rule, with a space between', async () => {
    const form = wordFile(paragraph('Organisation:') + paragraph('E-mail....................(of the lead)'));
    const { word } = await fill(form, answered([]));
    expect(lines(word.document)).toEqual([
      'Organisation: Saltmarsh University',
      'E-mail lead@saltmarsh.example (of the lead)',
    ]);
  });

  it('goes into a control, which then no longer asks for an entry', async () => {
    const { word } = await fill(controlsForm(), answered(texts(0)));
    const [control] = all(word.document, 'w:sdt').filter((each) => textOf(each).includes('Nine people'));
    expect(control && all(control, 'w:showingPlcHdr')).toEqual([]);
    expect(control && all(control, 'w:p').map(textOf)).toEqual(['Nine people meet', 'in May', 'in June']);
  });

  it('of a question that is asked twice is printed once, and led to from the second place', async () => {
    const form = await numberedForm();
    const both = paired(form).map((prompt) =>
      prompt.text === wordings.impact ? { ...prompt, questionKey: keys[1] ?? null } : prompt,
    );
    const { word } = await fill(form, answered(texts(1)), both);
    expect(lines(word.document).filter((line) => line === 'Nine people meet')).toHaveLength(1);
    expect(lines(word.document)).toContain(
      'Answered above, under “Explain the governance, leadership and reporting lines of the Commitment with you,…”.',
    );
  });

  it('that is to be printed nowhere is not', async () => {
    const form = await twoColumnForm();
    const prompts = paired(form, [wordings.governance]);
    const printed = await fill(form, answered(texts(1)), prompts);
    expect(printed.further).toEqual(['Title of question-2']);
    const left = await fill(form, answered(texts(1)), prompts, ['question-2']);
    expect(left.further).toEqual([]);
    expect(lines(left.word.document).join('\n')).not.toContain('Nine people');
  });
});

describe('boxes and signatures', () => {
  const publication = (statusPublished: boolean | null, planPublished: boolean | null): SubmissionQuestion =>
    question('publication', richTextFromParagraphs(''), {
      kind: 'publication',
      publication: { statusPublished, planPublished, urls: ['https://saltmarsh.example/tc'] },
    });
  const pairTicks = (form: Uint8Array, part: string | null): readonly PairedPrompt[] =>
    paired(form).map((prompt) => (prompt.place === 'tick' ? { ...prompt, questionKey: 'publication', part } : prompt));
  const ticked = async (form: Uint8Array, said: SubmissionQuestion, part: string | null = null): Promise<string> => {
    const { word } = await fill(form, { ...answered([]), questions: [said] }, pairTicks(form, part), ['publication']);
    return lines(word.document)
      .filter((line) => /[☐☒]/u.test(line))
      .join('\n');
  };

  it('tick what is so, by the words beside each box', async () => {
    const form = await numberedForm();
    expect(await ticked(form, publication(true, false))).toBe(
      '☒ Our status is published   ☐ Our action plan is published',
    );
    expect(await ticked(form, publication(null, null))).toBe(
      '☐ Our status is published   ☐ Our action plan is published',
    );
    expect(await ticked(controlsForm(), publication(true, true))).toBe('☒ Yes ☐ No');
    expect(await ticked(controlsForm(), publication(true, false))).toBe('☐ Yes ☒ No');
    expect(await ticked(controlsForm(), publication(true, null))).toBe('☐ Yes ☐ No');
  });

  it('tick the fields of older forms as well', async () => {
    const box = (name: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="${name}"/><w:enabled/><w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const form = wordFile(
      paragraph(`${run('Is the plan published? ')}${box('A')}${run(' Yes ')}${box('B')}${run(' No')}`),
    );
    const { word } = await fill(
      form,
      { ...answered([]), questions: [publication(true, true)] },
      pairTicks(form, 'plan-published'),
      ['publication'],
    );
    expect(all(word.document, 'w:checkBox').map((each) => all(each, 'w:checked').length)).toEqual([1, 0]);
  });

  it('leave signatures blank in a draft, and write names and dates, never a signature, in a final copy', async () => {
    const form = await headingsForm();
    const parts = ['1-signature', '1-date', '2-signature', '2-date'];
    const prompts = paired(form).map((prompt) =>
      /^(?:Signed|Date)/u.test(prompt.text)
        ? { ...prompt, questionKey: 'signatures', part: parts.shift() ?? null }
        : prompt,
    );
    const signatories = [
      { role: 'Institutional Lead', name: 'Ada Marsh', title: 'Head', signedOn: '2026-11-20' },
      { role: 'Vice-Chancellor', name: 'Bo Reed', title: 'Vice-Chancellor', signedOn: null },
    ];
    const signing = (base: Submission): Submission => ({
      ...answered([], base),
      signatories,
      questions: [question('signatures', richTextFromParagraphs(''), { kind: 'part', part: 'signatures' })],
    });
    const written = async (base: Submission) =>
      lines((await fill(form, signing(base), prompts)).word.document).filter((line) => /^(?:Signed|Date)/u.test(line));
    expect((await written(draft))[1]).toBe('Date: ____________');
    expect(await written(final)).toEqual([
      'Signed........................................ (Nominated institutional lead)',
      'Date: 20 November 2026',
      'Signed........................................ (Leader of the institution)',
      'Date: ____________',
    ]);
  });
});

describe('the appendices', () => {
  it('hold both plans in landscape sections after the form, whose own section ends before them', async () => {
    const form = await headingsForm();
    const { word } = await fill(form, { ...draft, questions: [] });
    const sections = all(word.document, 'w:sectPr');
    expect(sections.map((each) => first(each, 'w:pgSz')?.attributes['w:orient'] ?? 'portrait')).toEqual([
      'portrait',
      'landscape',
      'portrait',
    ]);
    expect(all(sections[0] as XmlElement, 'w:headerReference')).toHaveLength(1);
    expect(word.document.children[0]?.children.at(-1)?.name).toBe('w:sectPr');
    const text = lines(word.document).join('\n');
    for (const group of draft.lastPlan?.groups ?? [])
      for (const action of group.actions) for (const piece of words(action.text)) expect(text).toContain(piece);
    for (const group of draft.newPlan.groups)
      for (const action of group.actions) for (const piece of words(action.text)) expect(text).toContain(piece);
    const names = new Set(all(word.document, 'w:bookmarkStart').map((start) => start.attributes['w:name']));
    for (const link of all(word.document, 'w:hyperlink')) {
      const anchor = link.attributes['w:anchor'];
      if (anchor !== undefined) expect(names).toContain(anchor);
    }
  });

  it('take the headings of the form where it has some, and bring no style under a name that it has', async () => {
    const form = await headingsForm();
    const { bytes } = await fill(form, { ...draft, questions: [] });
    const styles = readWord(bytes).parts.get('word/styles.xml');
    const list = styles ? all(styles, 'w:style') : [];
    const ids = list.map((style) => style.attributes['w:styleId']);
    expect(new Set(ids).size).toBe(ids.length);
    const names = list.map((style) => valueIn(style, 'w:name')?.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(ids).toContain('PlannerTableText');
    const [heading] = all(readWord(bytes).document, 'w:p').filter((each) => textOf(each).startsWith('Appendix A'));
    expect(heading && valueIn(heading, 'w:pStyle')).toBe('Heading1');
  });
});

describe('the language of what is put in', () => {
  const welsh = (base: Submission): Submission => ({ ...base, options: { ...base.options, language: 'cy-GB' } });
  const languageOf = (each: XmlElement): string => valueIn(each, 'w:lang') ?? '';

  it('stands at every run of ours, in place, in tables and in appendices, and at none of the form’s', async () => {
    const form = await headingsForm();
    const submission = welsh({
      ...answered(keys.map((key) => richTextFromParagraphs(`Ateb i ${key}.`))),
      lastPlan: draft.lastPlan,
      newPlan: draft.newPlan,
    });
    const mark = { word: 'Drafft', language: 'cy-GB', title: (own: string) => `${own} (drafft)` } as const;
    const { word } = await fill(form, submission, paired(form), [], mark);
    const theirs = new Set(all(readWord(form).document, 'w:r').map(textOf));
    const runs = all(word.document, 'w:r')
      .filter((each) => textOf(each).trim() !== '')
      .map((each) => ({ ours: !theirs.has(textOf(each)), language: languageOf(each) }));
    expect(runs.filter(({ ours }) => ours).length).toBeGreaterThan(100);
    expect(new Set(runs.filter(({ ours }) => ours).map(({ language }) => language))).toEqual(new Set(['cy-GB']));
    expect(new Set(runs.filter(({ ours }) => !ours).map(({ language }) => language))).toEqual(new Set(['']));
    const headers = [...word.parts]
      .filter(([name]) => /^word\/header/u.test(name))
      .flatMap(([, part]) => all(part, 'w:r'));
    expect(headers.filter((each) => textOf(each) === 'Drafft').map(languageOf)).toContain('cy-GB');
  });

  it('is that of the answer and not of the blank that it takes, and in a control of plain text too', async () => {
    const look = '<w:rPr><w:rFonts w:ascii="Gill Sans"/><w:lang w:val="en-US"/></w:rPr>';
    const inLine = wordFile(paragraph(run(wordings.governance)) + paragraph('', look));
    const texts = keys.map((_, at) => richTextFromParagraphs(at === 1 ? 'Naw o bobl.' : ''));
    const { word } = await fill(inLine, welsh(answered(texts)));
    const [taken] = all(word.document, 'w:r').filter((each) => textOf(each) === 'Naw o bobl.');
    expect(taken && [languageOf(taken), first(taken, 'w:rFonts')?.attributes['w:ascii']]).toEqual([
      'cy-GB',
      'Gill Sans',
    ]);

    const controls = await fill(controlsForm(), welsh(answered(texts)), paired(controlsForm()));
    const plain = all(controls.word.document, 'w:r').filter((each) => textOf(each).includes('Naw o bobl.'));
    expect(plain.map(languageOf)).toEqual(plain.map(() => 'cy-GB'));
    expect(plain.length).toBeGreaterThan(0);
  });
});
