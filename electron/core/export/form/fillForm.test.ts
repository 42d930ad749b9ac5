import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type RichText, richTextFromParagraphs } from '#shared/model/richText.ts';
import { all, first, readWord, textOf, valueIn, type XmlElement } from '#test/golden/word/readWord.ts';
import {
  answered,
  draft,
  fill,
  final,
  keys,
  lines,
  paired,
  question,
  questions,
  words,
} from '#test/helpers/fillingForms.ts';
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
import { fillForm } from './fillForm.ts';
import type { PairedPrompt } from './formAnswers.ts';
import { writeFormParts } from './writeFormParts.ts';

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

describe('the language of our words', () => {
  const welsh = (base: Submission): Submission => ({ ...base, options: { ...base.options, language: 'cy-GB' } });
  const languageOf = (each: XmlElement): string => valueIn(each, 'w:lang') ?? '';
  const runsOf = (element: XmlElement): readonly (readonly [text: string, language: string])[] =>
    all(element, 'w:r')
      .map((each) => [textOf(each), languageOf(each)] as const)
      .filter(([text]) => text.trim() !== '');
  const full = (language: (base: Submission) => Submission): Submission =>
    language({
      ...answered(keys.map((key) => richTextFromParagraphs(`Answer to ${key}.`))),
      lastPlan: draft.lastPlan,
      newPlan: draft.newPlan,
    });
  const mark = { word: 'Drafft', language: 'cy-GB', title: (own: string) => `${own} (drafft)` } as const;

  it('stands at each of them, and at no word of the form or of an answer, in whatever language that is', async () => {
    const form = await headingsForm();
    const { word } = await fill(form, full(welsh), paired(form), [], mark);
    const runs = runsOf(word.document);
    const tagged = new Set(runs.filter(([, language]) => language !== '').map(([text]) => text));
    expect(new Set(runs.map(([, language]) => language))).toEqual(new Set(['', 'cy-GB']));
    for (const ours of [
      'Cam gweithredu',
      'Arweinydd',
      'Heb ei bennu',
      'Gwyrdd',
      'Atodiad A: Adolygiad RAG o’r cynllun diwethaf',
    ])
      expect(
        [...tagged].some((text) => text.startsWith(ours)),
        ours,
      ).toBe(true);
    // A label is ours and what follows it is not: the two are parted between words.
    const values = runs.flatMap(([text, language], index) =>
      /^: \p{L}/u.test(text) ? [[runs[index - 1]?.[1], language]] : [],
    );
    expect(values.length).toBeGreaterThan(0);
    for (const value of values) expect(value).toEqual(['cy-GB', '']);
    for (const key of keys) expect(runs).toContainEqual([`Answer to ${key}.`, '']);
    const blank = new Set(all(readWord(form).document, 'w:r').map(textOf));
    for (const text of tagged) expect(blank).not.toContain(text);
    const headers = [...word.parts].flatMap(([name, part]) => (/^word\/header/u.test(name) ? runsOf(part) : []));
    expect(headers).toContainEqual(['Drafft', 'cy-GB']);
  });

  it('is English where English was chosen, so that a Welsh form does not lend them its own', async () => {
    const form = await headingsForm();
    const { word } = await fill(
      form,
      full((base) => base),
    );
    const runs = runsOf(word.document);
    expect(runs).toContainEqual(['Objective', 'en-GB']);
    for (const key of keys) expect(runs).toContainEqual([`Answer to ${key}.`, '']);
  });

  it('loses no letter to it', async () => {
    const form = await headingsForm();
    for (const language of [welsh, (base: Submission) => base]) {
      const { word } = await fill(form, full(language));
      const plain = await writeFormParts(full(language), questions, paired(form), new Set(), full(language));
      expect(plain.tree.xml).not.toContain('w:lang');
      const untagged = fillForm(form, 'form.docx', plain);
      expect(lines(word.document)).toEqual(lines(readWord(untagged.bytes).document));
    }
  });

  it('is kept in a control of plain text where all of a line is ours', async () => {
    const texts = keys.map(() => richTextFromParagraphs(''));
    const base = answered(texts);
    const reviewed = {
      ...base,
      lastPlan: draft.lastPlan,
      questions: base.questions.map((each) =>
        each.key === keys[1] ? { ...each, detail: { kind: 'part' as const, part: 'last-plan' as const } } : each,
      ),
    };
    const form = controlsForm();
    const { word } = await fill(form, welsh(reviewed), paired(form));
    const said = runsOf(word.document).filter(([text]) => text.startsWith('Gweler Atodiad A'));
    expect(said.length).toBeGreaterThan(0);
    for (const [, language] of said) expect(language).toBe('cy-GB');
  });
});
