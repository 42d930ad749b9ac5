import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { richTextFromParagraphs } from '#shared/model/richText.ts';
import { all, first, readWord, textOf, type WordFile, type XmlElement } from '#test/golden/word/readWord.ts';
import { answered, draft, keys, lines, paired, questions } from '#test/helpers/fillingForms.ts';
import { officialForms } from '#test/helpers/officialForms.ts';
import { paragraph, wordFile } from '#test/helpers/wordFile.ts';
import type { DraftMark } from './draftMark.ts';
import { fillForm } from './fillForm.ts';
import { writeFormParts } from './writeFormParts.ts';

const mark: DraftMark = {
  word: 'Drafft',
  language: 'cy-GB',
  title: (own) => `${own || 'Hunanasesiad'} (drafft)`,
};
const submission = {
  ...answered(keys.map((key) => richTextFromParagraphs(`Answer to ${key}.`))),
  lastPlan: draft.lastPlan,
  newPlan: draft.newPlan,
};

async function marked(
  form: Uint8Array,
): Promise<{ readonly plain: WordFile; readonly word: WordFile; readonly bytes: Uint8Array }> {
  const parts = () => writeFormParts(submission, questions, paired(form), new Set());
  const { bytes: plain } = fillForm(form, 'form.docx', await parts());
  const { bytes } = fillForm(form, 'form.docx', await parts(), mark);
  return { plain: readWord(plain), word: readWord(bytes), bytes };
}

/** The headers of each section by kind, as a reader has them: those of the section before unless it names its own. */
function headersOf({ document, parts }: WordFile): readonly ReadonlyMap<string, XmlElement>[] {
  const relations = all(parts.get('word/_rels/document.xml.rels') as XmlElement, 'Relationship');
  const target = (id: string | undefined) =>
    relations.find(({ attributes }) => attributes.Id === id)?.attributes.Target;
  let current = new Map<string, XmlElement>();
  return all(document, 'w:sectPr').map((section) => {
    current = new Map(current);
    for (const { attributes } of all(section, 'w:headerReference')) {
      const header = parts.get(`word/${target(attributes['r:id'])}`);
      if (header) current.set(attributes['w:type'] ?? '', header);
    }
    return current;
  });
}

const framed = (header: XmlElement | undefined): readonly string[] =>
  header
    ? all(header, 'w:p')
        .filter((each) => first(each, 'w:framePr'))
        .map(textOf)
    : [];

describe('a draft of the official form', () => {
  it.each(Object.keys(officialForms))(
    'says so on every page of %s, out of the flow, and moves none of its words',
    async (name) => {
      const form = (await officialForms[name]?.()) ?? new Uint8Array();
      const { plain, word } = await marked(form);
      expect(lines(word.document)).toEqual(lines(plain.document));
      const sections = headersOf(word);
      expect(sections.length).toBeGreaterThan(1);
      for (const headers of sections) for (const header of headers.values()) expect(framed(header)).toEqual(['Drafft']);
      for (const headers of sections) expect(headers.has('default')).toBe(true);
      // What the headers said before they still say.
      for (const [part, header] of plain.parts)
        if (/\/header\d*\.xml$/u.test(part)) {
          const after = all(word.parts.get(part) as XmlElement, 'w:p').map(textOf);
          expect(after).toEqual(['Drafft', ...all(header, 'w:p').map(textOf)]);
        }
      const title = word.parts.get('docProps/core.xml');
      if (title)
        expect(all(title, 'dc:title').map(({ text }) => text)).toEqual([expect.stringMatching(/^\S.* \(drafft\)$/u)]);
    },
  );

  it('marks first and even pages that have headers of their own, or none', async () => {
    const section = (inner: string): string => `<w:sectPr>${inner}<w:pgSz w:w="11906" w:h="16838"/>`;
    const form = wordFile(
      `${paragraph('Organisation:')}<w:p><w:pPr>${section('')}<w:titlePg/></w:sectPr></w:pPr></w:p>${paragraph('E-mail:')}${section('')}<w:titlePg w:val="0"/></w:sectPr>`,
    );
    const { word, bytes } = await marked(form);
    const [front, back] = headersOf(word);
    expect([...(front ?? [])].map(([kind, header]) => [kind, framed(header)])).toEqual([
      ['default', ['Drafft']],
      ['first', ['Drafft']],
    ]);
    expect([...(back?.keys() ?? [])]).toContain('default');
    // One header serves them all, and it is listed among the parts.
    const names = Object.keys(unzipSync(bytes)).filter((name) => /header/u.test(name));
    expect(names).toHaveLength(1);
    expect(new TextDecoder().decode(unzipSync(bytes)['[Content_Types].xml'])).toContain(`PartName="/${names[0]}"`);
  });

  it('is marked where the form says nothing of sections', async () => {
    const { word } = await marked(wordFile(`${paragraph('Organisation:')}${paragraph('E-mail:')}`));
    expect(headersOf(word).every((headers) => framed(headers.get('default'))[0] === 'Drafft')).toBe(true);
    expect(headersOf(word).length).toBeGreaterThan(0);
  });
});
