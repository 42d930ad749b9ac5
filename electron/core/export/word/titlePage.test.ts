import { describe, expect, it } from 'vitest';
import type { Submission, SubmissionCopy, SubmissionLanguage } from '#core/export/submission.ts';
import { documentWords } from '#core/export/word/documentWords.ts';
import { fullSubmission } from '#test/fixtures/submission.ts';
import { all, first, readWord, textOf, valueIn, type XmlElement } from '#test/golden/word/readWord.ts';
import { writeWord } from './writeWord.ts';

const issued: SubmissionCopy = { kind: 'issued', version: 'Version 2', fingerprint: '7F3A 91C0 22DE' };
const draft: SubmissionCopy = { kind: 'draft', version: '' };

function copyOf(copy: SubmissionCopy, language: SubmissionLanguage = 'en-GB'): Submission {
  const { titleBlock, options } = fullSubmission;
  const titles = documentWords(language).titleBlock.titles(3, true);
  return {
    ...fullSubmission,
    options: { ...options, copy, language },
    titleBlock: { ...titleBlock, ...titles, contact: { ...titleBlock.lead } },
  };
}

/** The paragraphs above the contents, and what the properties and the footer call the document. */
async function firstPage(submission: Submission) {
  const { document, parts } = readWord(await writeWord(submission));
  const paragraphs = all(document, 'w:p');
  const end = paragraphs.findIndex((paragraph) => valueIn(paragraph, 'w:pStyle') === 'ContentsHeading');
  const lines = paragraphs.slice(0, end).map(textOf);
  const core = parts.get('docProps/core.xml') as XmlElement;
  const footer = textOf(parts.get('word/footer1.xml') as XmlElement);
  return { lines: lines.filter((line) => line !== ''), title: first(core, 'dc:title')?.text, footer };
}

describe('the title page', () => {
  it('says each thing once', async () => {
    const { lines } = await firstPage(copyOf(issued));
    expect(lines).toEqual([
      'Technician Commitment',
      'Stage 3 self-assessment and action plan',
      'Saltmarsh University',
      'Period of the plan\t1 February 2027 to 31 January 2030 (36 months)',
      'Institutional Lead\tDr Imogen Farrow, Pro-Vice-Chancellor for Research\ni.farrow@saltmarsh.example, 01632 960 114',
      'Contact\tThe Institutional Lead',
      'Version\t2',
      'Date\t14 January 2027',
    ]);
    expect(new Set(lines.map((line) => line.split('\t').at(-1))).size).toBe(lines.length);
  });

  it('names lead and contact apart where they are two people', async () => {
    const { lines } = await firstPage({ ...copyOf(issued), titleBlock: fullSubmission.titleBlock });
    expect(lines.find((line) => line.startsWith('Contact\t'))).toContain('Owen Tregarth');
  });

  it.each([
    [
      'an issued copy',
      copyOf(issued),
      'Stage 3 self-assessment and action plan',
      'Stage 3 self-assessment and action plan, Technician Commitment, Saltmarsh University',
      'Version 2 · 14 January 2027 · Fingerprint 7F3A 91C0 22DE',
    ],
    [
      'a draft',
      copyOf(draft),
      'Stage 3 self-assessment and action plan (draft)',
      'Stage 3 self-assessment and action plan, Technician Commitment, Saltmarsh University (draft)',
      '14 January 2027',
    ],
    [
      'a draft of a named version',
      copyOf({ kind: 'draft', version: 'Before the board' }),
      'Stage 3 self-assessment and action plan (draft)',
      'Stage 3 self-assessment and action plan, Technician Commitment, Saltmarsh University (draft)',
      'Before the board · 14 January 2027',
    ],
    [
      'an issued copy in Welsh',
      copyOf(issued, 'cy-GB'),
      'Hunanasesiad a chynllun gweithredu Cam 3',
      'Hunanasesiad a chynllun gweithredu Cam 3, Ymrwymiad i Dechnegwyr, Saltmarsh University',
      'Fersiwn 2 · 14 Ionawr 2027 · Ôl bys 7F3A 91C0 22DE',
    ],
    [
      'a draft in Welsh',
      copyOf(draft, 'cy-GB'),
      'Hunanasesiad a chynllun gweithredu Cam 3 (drafft)',
      'Hunanasesiad a chynllun gweithredu Cam 3, Ymrwymiad i Dechnegwyr, Saltmarsh University (drafft)',
      '14 Ionawr 2027',
    ],
  ])('and the properties and footers of %s agree', async (_, submission, title, property, foot) => {
    const page = await firstPage(submission);
    expect(page.lines[1]).toBe(title);
    expect(page.title).toBe(property);
    expect(page.footer.split('\t')[0]).toBe(foot);
  });
});
