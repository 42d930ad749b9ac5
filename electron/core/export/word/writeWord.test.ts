import { describe, expect, it } from 'vitest';
import type { Submission, SubmissionOptions } from '#core/export/submission.ts';
import { emptySubmission, fullSubmission } from '#test/fixtures/submission.ts';
import {
  all,
  first,
  readWord,
  styled,
  textOf,
  valueIn,
  type WordFile,
  type XmlElement,
} from '#test/golden/word/readWord.ts';
import { writeWord } from './writeWord.ts';

function withOptions(submission: Submission, options: Partial<SubmissionOptions>): Submission {
  return { ...submission, options: { ...submission.options, ...options } };
}

async function written(submission: Submission): Promise<WordFile> {
  return readWord(await writeWord(submission));
}

function headings(file: WordFile, level: number): readonly string[] {
  return styled(file.document, `Heading${level}`).map(textOf);
}

const draft = withOptions(fullSubmission, { copy: { kind: 'draft', version: 'before the board' } });
const asLists = withOptions(fullSubmission, { planAs: 'lists' });

describe('the order of the document', () => {
  it('is title, brief, questions, signatures, then the lettered appendices', async () => {
    const file = await written(fullSubmission);
    expect(headings(file, 1)).toEqual([
      'Brief for those who sign',
      'Self-assessment',
      'Signatures',
      'Appendix A: RAG review of the last plan',
      'Appendix B: New action plan',
      'Appendix C: Technician voice (you said, we did)',
      'Appendix D: Evidence of impact',
    ]);
  });

  it('letters the appendices without a gap where one is left out', async () => {
    const file = await written(withOptions(fullSubmission, { parts: ['evidence', 'new-plan'] }));
    expect(headings(file, 1)).toEqual(['Appendix A: New action plan', 'Appendix B: Evidence of impact']);
  });

  it('says that a part is absent where an answer points to it', async () => {
    const file = await written(withOptions(fullSubmission, { parts: ['questions'] }));
    const answers = styled(file.document, 'Answer').map(textOf);
    expect(answers).toContain('RAG review of the last plan is not part of this copy.');
  });
});

describe('the pages', () => {
  it('turn to landscape for the plans and back to portrait, all on A4', async () => {
    const sections = all((await written(fullSubmission)).document, 'w:sectPr');
    const sizes = sections.map((section) => first(section, 'w:pgSz')?.attributes ?? {});
    expect(sizes.map((size) => [size['w:w'], size['w:h'], size['w:orient'] ?? 'portrait'])).toEqual([
      ['11906', '16838', 'portrait'],
      ['16838', '11906', 'landscape'],
      ['11906', '16838', 'portrait'],
    ]);
    // 25 mm, in twips.
    expect(first(sections[0] as XmlElement, 'w:pgMar')?.attributes).toMatchObject({
      'w:left': '1417',
      'w:top': '1417',
    });
  });

  it('stay portrait where the plan is printed as lists', async () => {
    const sizes = all((await written(asLists)).document, 'w:pgSz').map((size) => size.attributes['w:w']);
    expect(sizes).toEqual(['11906']);
  });

  it('carry institution, short title, version, date, fingerprint and page numbers', async () => {
    const file = await written(fullSubmission);
    const part = (name: string) => file.parts.get(name) as XmlElement;
    for (const number of [1, 2, 3]) {
      expect(textOf(part(`word/header${number}.xml`))).toBe('Saltmarsh University · Stage 3 self-assessment');
      const footer = part(`word/footer${number}.xml`);
      expect(textOf(footer)).toBe('Version 3 · 14 January 2027 · Fingerprint 7f3a 91c0 22de\tPage  of ');
      expect(all(footer, 'w:instrText').map((field) => field.text)).toEqual(['PAGE', 'NUMPAGES']);
    }
  });

  it('say on each one, in the title and in the properties that a draft is a draft', async () => {
    const file = await written(draft);
    expect(textOf(file.parts.get('word/header1.xml') as XmlElement)).toBe(
      'Saltmarsh University · Stage 3 self-assessment\tDraft',
    );
    expect(styled(file.document, 'Title').map(textOf)).toEqual(['Stage 3 self-assessment and action plan (draft)']);
    expect(first(file.parts.get('docProps/core.xml') as XmlElement, 'dc:title')?.text).toBe(
      'Stage 3 self-assessment and action plan, Technician Commitment, Saltmarsh University (draft)',
    );
  });
});

describe('the styles', () => {
  it('are named, and every paragraph uses one that exists', async () => {
    const file = await written(fullSubmission);
    const styles = all(file.parts.get('word/styles.xml') as XmlElement, 'w:style');
    const names = new Map(styles.map((style) => [style.attributes['w:styleId'], valueIn(style, 'w:name')]));
    expect([...names.values()]).toEqual(
      expect.arrayContaining([
        'Normal',
        'Title',
        'Heading 1',
        'Heading 2',
        'Heading 3',
        'Question',
        'Guidance',
        'Answer',
        'Table text',
      ]),
    );
    const ofSections = new Set(
      all(file.document, 'w:p').filter((paragraph) => first(paragraph, 'w:sectPr') !== undefined),
    );
    for (const paragraph of all(file.document, 'w:p').filter((candidate) => !ofSections.has(candidate))) {
      expect(names.has(valueIn(paragraph, 'w:pStyle')), textOf(paragraph)).toBe(true);
    }
    for (const run of all(file.document, 'w:rStyle')) expect(names.has(run.attributes['w:val'])).toBe(true);
  });

  it('set 12 pt Arial in the body and 11 pt in tables', async () => {
    const styles = (await written(fullSubmission)).parts.get('word/styles.xml') as XmlElement;
    const defaults = first(styles, 'w:rPrDefault') as XmlElement;
    expect(first(defaults, 'w:rFonts')?.attributes['w:ascii']).toBe('Arial');
    expect(valueIn(defaults, 'w:sz')).toBe('24');
    const table = all(styles, 'w:style').find((style) => style.attributes['w:styleId'] === 'TableText') as XmlElement;
    expect(valueIn(table, 'w:sz')).toBe('22');
  });

  it('tell a question from an answer, and print no capitals for their own sake', async () => {
    const file = await written(fullSubmission);
    expect(styled(file.document, 'Question')).toHaveLength(fullSubmission.questions.length);
    expect(styled(file.document, 'Guidance').map(textOf)).toContain('Give numbers and say who is counted.');
    for (const part of file.parts.values()) expect(all(part, 'w:caps')).toEqual([]);
  });
});

describe('the answers', () => {
  it('print as Not answered where nothing was written', async () => {
    const answers = styled((await written(emptySubmission)).document, 'Answer').map(textOf);
    expect(answers.filter((answer) => answer === 'Not answered')).toHaveLength(5);
  });

  it('show facts, and what is not set among them', async () => {
    const answers = styled((await written(fullSubmission)).document, 'Answer').map(textOf);
    expect(answers).toContain('Organisation: Saltmarsh University');
    expect(answers).toContain('Telephone: Not set');
    expect(answers).toContain('The action plan is public: Not set');
  });
});

describe('links', () => {
  it('within the document all lead to a bookmark, of which no two share a name or number', async () => {
    for (const submission of [fullSubmission, emptySubmission, asLists, withOptions(draft, { parts: ['voice'] })]) {
      const { document } = await written(submission);
      const starts = all(document, 'w:bookmarkStart');
      const names = starts.map((start) => start.attributes['w:name']);
      expect(new Set(names).size).toBe(names.length);
      expect(new Set(starts.map((start) => start.attributes['w:id'])).size).toBe(names.length);
      const ends = all(document, 'w:bookmarkEnd').map((end) => end.attributes['w:id']);
      expect(ends.toSorted()).toEqual(starts.map((start) => start.attributes['w:id']).toSorted());
      const anchors = all(document, 'w:hyperlink').flatMap((link) => link.attributes['w:anchor'] ?? []);
      expect(anchors.filter((anchor) => !names.includes(anchor))).toEqual([]);
    }
  });

  it('list every part and question in the contents', async () => {
    const { document } = await written(fullSubmission);
    const entries = [...styled(document, 'Contents1'), ...styled(document, 'Contents2')];
    expect(entries.map(textOf)).toEqual(
      expect.arrayContaining(['Self-assessment', '2 Technical staff structures', 'Signatures']),
    );
    expect(entries.every((entry) => first(entry, 'w:hyperlink')?.attributes['w:anchor'] !== undefined)).toBe(true);
  });

  it('out of it keep their address and read as words', async () => {
    const file = await written(fullSubmission);
    const targets = new Map(
      all(file.parts.get('word/_rels/document.xml.rels') as XmlElement, 'Relationship').map((relation) => [
        relation.attributes.Id,
        relation.attributes.Target,
      ]),
    );
    const links = all(file.document, 'w:hyperlink')
      .filter((link) => link.attributes['r:id'] !== undefined)
      .map((link) => [textOf(link), targets.get(link.attributes['r:id'] ?? '')]);
    expect(links).toContainEqual([
      'four published grades',
      'https://saltmarsh.example/technicians/pathway?view=full&lang=en',
    ]);
    expect(links).toContainEqual(['technicians@saltmarsh.example', 'mailto:technicians@saltmarsh.example']);
    expect(links.every(([text]) => text !== '' && !text?.startsWith('http'))).toBe(true);
  });

  it('from citations carry the number of the reference that they lead to', async () => {
    const { document } = await written(fullSubmission);
    const citations = styled(document, 'Answer')
      .flatMap((paragraph) => all(paragraph, 'w:hyperlink'))
      .filter((link) => link.attributes['w:anchor']?.startsWith('reference'))
      .map((link) => [textOf(link), link.attributes['w:anchor']]);
    expect(citations).toEqual([
      ['[1]', 'reference_1'],
      ['[2]', 'reference_2'],
    ]);
    expect(styled(document, 'Reference').map(textOf)).toEqual([
      '[1]\tCensus of technical staff, October 2026',
      '[2]\tTechnician survey, 19 March 2026, 148 replies of 214 asked',
    ]);
  });
});

describe('the file', () => {
  it('names the lead as author, and the language and date of the submission', async () => {
    const core = (await written(fullSubmission)).parts.get('docProps/core.xml') as XmlElement;
    const value = (name: string) => first(core, name)?.text;
    expect(value('dc:creator')).toBe('Dr Imogen Farrow');
    expect(value('cp:lastModifiedBy')).toBe('Dr Imogen Farrow');
    expect(value('dc:language')).toBe('en-GB');
    expect(value('dcterms:created')).toBe('2027-01-14T12:00:00Z');
    expect(value('dcterms:modified')).toBe('2027-01-14T12:00:00Z');
  });

  it('speaks Welsh on choice', async () => {
    const file = await written(withOptions(fullSubmission, { language: 'cy-GB' }));
    expect(first(file.parts.get('word/styles.xml') as XmlElement, 'w:lang')?.attributes['w:val']).toBe('cy-GB');
    expect(headings(file, 1)).toContain('Llofnodion');
    expect(textOf(file.parts.get('word/footer1.xml') as XmlElement)).toContain('14 Ionawr 2027');
  });

  it('opens without asking to update fields', async () => {
    const file = await written(fullSubmission);
    expect(all(file.parts.get('word/settings.xml') as XmlElement, 'w:updateFields')).toEqual([]);
    expect(all(file.document, 'w:instrText')).toEqual([]);
    expect(all(file.document, 'w:fldSimple')).toEqual([]);
  });

  it('describes the logo in words', async () => {
    const properties = first((await written(fullSubmission)).document, 'wp:docPr');
    expect(properties?.attributes.descr).toBe('Saltmarsh University: a heron over water');
    const unnamed = { ...fullSubmission.titleBlock.logo, alternativeText: '' } as NonNullable<
      Submission['titleBlock']['logo']
    >;
    const file = await written({ ...fullSubmission, titleBlock: { ...fullSubmission.titleBlock, logo: unnamed } });
    expect(first(file.document, 'wp:docPr')?.attributes.descr).toBe('Logo of Saltmarsh University');
  });

  it('has the same bytes for the same content, in any zone and after other documents', async () => {
    const once = await writeWord(fullSubmission);
    await writeWord(emptySubmission);
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Auckland';
    const again = await writeWord(structuredClone(fullSubmission));
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(Buffer.compare(once, again)).toBe(0);
  });

  it('has other bytes when a word changes', async () => {
    const changed = { ...fullSubmission, brief: { ...fullSubmission.brief, budget: '£48,001 a year' } };
    expect(Buffer.compare(await writeWord(fullSubmission), await writeWord(changed))).not.toBe(0);
  });
});
