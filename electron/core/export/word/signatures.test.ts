import { describe, expect, it } from 'vitest';
import type { Submission } from '#core/export/submission.ts';
import { fullSubmission } from '#test/fixtures/submission.ts';
import { all, first, readWord, styled, textOf, valueIn, type WordFile } from '#test/golden/word/readWord.ts';
import { writeWord } from './writeWord.ts';

async function written(submission: Submission): Promise<WordFile> {
  return readWord(await writeWord(submission));
}

const draft: Submission = {
  ...fullSubmission,
  options: { ...fullSubmission.options, copy: { kind: 'draft', version: 'before the board' } },
};

describe('the signatures', () => {
  it('stand in a block each, kept together on one page', async () => {
    const { document } = await written(fullSubmission);
    const paragraphs = all(document, 'w:p');
    const start = paragraphs.findIndex(
      (paragraph) => textOf(paragraph) === 'Signatures' && valueIn(paragraph, 'w:pStyle') === 'Heading1',
    );
    const lines = paragraphs.slice(start + 1, start + 1 + 1 + 3 * 5);
    expect(lines.map(textOf)).toEqual([
      'Signed on behalf of Saltmarsh University',
      'Institutional Lead',
      'Name\tDr Imogen Farrow',
      'Title\tPro-Vice-Chancellor for Research',
      'Signature\t\t',
      'Date\t12 January 2027',
      'Leader of the institution',
      'Name\tProfessor Samuel Adeyemi-Clarke',
      'Title\tVice-Chancellor',
      'Signature\t\t',
      'Date\t\t',
      'Chair of the technicians’ network',
      'Name\t\t',
      'Title\t\t',
      'Signature\t\t',
      'Date\t\t',
    ]);
    // Headings keep with the next by their style; the last line of all has nothing to keep to.
    const loose = lines.filter(
      (line) => valueIn(line, 'w:pStyle') !== 'Heading2' && first(line, 'w:keepNext') === undefined,
    );
    expect(loose.map(textOf)).toEqual(['Date\t\t']);
    expect(loose[0]).toBe(lines.at(-1));
  });

  it('have no date in a draft, which is not to be signed', async () => {
    const lines = styled((await written(draft)).document, 'Signature').map(textOf);
    expect(lines).toHaveLength(9);
    expect(lines.filter((line) => line.startsWith('Date'))).toEqual([]);
  });
});
