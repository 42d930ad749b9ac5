import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { fillForm } from '#core/export/form/fillForm.ts';
import { type FormParts, writeFormParts } from '#core/export/form/writeFormParts.ts';
import { readXmlTree } from '#core/officialForm/xmlTree.ts';
import { richTextFromParagraphs } from '#shared/model/richText.ts';
import { answered, draft, keys, paired, question, questions } from '#test/helpers/fillingForms.ts';
import { headingsForm } from '#test/helpers/officialForms.ts';
import { checkForm } from './checkForm.ts';
import { checkWordBody } from './checkWord.ts';
import { exportRefusal } from './exportRefusal.ts';

/** Every prompt has an answer, one of which leads to an appendix, and both plans follow the form. */
const reviewed = keys[2] ?? '';
const submission = {
  ...answered(keys.map((key) => richTextFromParagraphs(`Answer to ${key}.`))),
  lastPlan: draft.lastPlan,
  newPlan: draft.newPlan,
};
const written = (form: Uint8Array): Promise<FormParts> =>
  writeFormParts(
    {
      ...submission,
      questions: submission.questions.map((each) =>
        each.key === reviewed ? question(reviewed, each.text, { kind: 'part', part: 'last-plan' }) : each,
      ),
    },
    questions,
    paired(form),
    new Set(),
  );

let form: Uint8Array;
let parts: FormParts;
let document = '';
beforeAll(async () => {
  form = await headingsForm();
  parts = await written(form);
  document = strFromU8(unzipSync(fillForm(form, 'form.docx', parts).bytes)['word/document.xml'] ?? new Uint8Array());
});

/** With one thing changed; a change that finds nothing to change fails the test. */
function spoilt(xml: string, from: RegExp, to: string): string {
  const after = xml.replace(from, to);
  expect(after).not.toBe(xml);
  return after;
}

describe('the check of a filled form', () => {
  it('finds nothing in a form as it is filled', () => {
    expect(document).toContain('w:anchor="planner_part_last_plan"');
    expect(checkForm(document)).toEqual([]);
  });

  it.each<readonly [string, RegExp, string, string]>([
    ['an appendix that lost its bookmark', /w:name="planner_part_last_plan"/u, 'w:name="planner_other"', 'link-broken'],
    ['a link to what is not there', /w:anchor="planner_[^"]*"/u, 'w:anchor="planner_gone"', 'link-broken'],
    ['an element that is not ended', /<\/w:tbl>/u, '', 'xml-broken'],
    ['a sign that was not escaped', /Answer to question-1/u, 'Answer & question-1', 'xml-broken'],
    ['a prefix that nothing explains', /<w:hyperlink /u, '<w:hyperlink x:mark="1" ', 'xml-broken'],
    ['an end that is cut off', /<\/w:body>.*$/su, '', 'xml-broken'],
  ])('finds %s', (_what, from, to, fault) => {
    expect(checkForm(spoilt(document, from, to)).map(({ name }) => name)).toContain(fault);
  });

  it('finds what is broken in any other part that was written, by its name', () => {
    const others = new Map([
      ['word/styles.xml', '<w:styles xmlns:w="w"><w:style></w:styles>'],
      ['word/header1.xml', '<w:hdr xmlns:w="w"/>'],
    ]);
    expect(checkForm(document, others)).toEqual([{ name: 'xml-broken', place: 'word/styles.xml' }]);
  });

  it.each<readonly [string, RegExp, string, string]>([
    ['an empty cell', />Ref<\/w:t>/u, '></w:t>', 'cell-empty'],
    ['a table without a header row', /<w:tblHeader\/>/u, '', 'header-row-missing'],
    ['a heading without words', />Visibility</u, '><', 'heading-empty'],
    ['a shade on which its rating cannot be read', /w:fill="A3231A"/u, 'w:fill="F2B84B"', 'contrast-low'],
  ])('finds %s in what goes into the form', (_what, from, to, fault) => {
    const { xml } = parts.tree;
    expect(checkWordBody(xml, parts.styles.xml)).toEqual([]);
    expect(checkWordBody(spoilt(xml, from, to), parts.styles.xml).map(({ name }) => name)).toContain(fault);
  });

  it('refuses the form by the name of the fault, and no words of it', () => {
    const refusalOf = (planted: FormParts): unknown => {
      try {
        fillForm(form, 'form.docx', planted);
      } catch (cause) {
        return exportRefusal(cause, 'The official form').detail.reason;
      }
      return null;
    };
    expect(refusalOf(parts)).toBeNull();
    const check = 'The official form did not pass the check before writing:';
    // The appendix that an answer leads to is missing.
    expect(refusalOf({ ...parts, appendices: [] })).toMatch(
      new RegExp(`^${check} link-broken \\(link \\d+\\)\\.$`, 'u'),
    );
    // A style that joins the form ends too early.
    const styles = readXmlTree(
      parts.styles.xml.replace(/<w:name w:val="Table text"\/>/u, '<w:name w:val="Table text"/>&<'),
    );
    expect(refusalOf({ ...parts, styles })).toBe(`${check} xml-broken (word/styles.xml).`);
  });
});
