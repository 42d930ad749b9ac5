import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Submission } from '#core/export/submission.ts';
import { writeWord } from '#core/export/word/writeWord.ts';
import { readHouseStyle } from '#core/houseStyle/readHouseStyle.ts';
import { emptySubmission, fullSubmission } from '#test/fixtures/submission.ts';
import { germanStyle, loudStyle, welshStyle, wordTemplate } from '#test/helpers/houseStyleFiles.ts';
import { openXmlFindings } from '#test/helpers/openXml.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';

const houses: Readonly<Record<string, () => Uint8Array>> = {
  word: wordTemplate,
  welsh: welshStyle,
  german: germanStyle,
  loud: loudStyle,
  libreOffice: () => readFileSync(join(import.meta.dirname, '../../fixtures/houseStyles/made-in-libreoffice.docx')),
};

it('the Open XML validator finds no error in a document in any house style, and it is the same document twice', async () => {
  const files: [string, Uint8Array][] = [];
  for (const [name, bytes] of Object.entries(houses)) {
    const dressed = (submission: Submission): Submission => ({
      ...submission,
      houseStyle: readHouseStyle(bytes(), `${name}.dotx`).style,
    });
    const made = await writeWord(dressed(fullSubmission));
    expect(Buffer.compare(made, await writeWord(dressed(fullSubmission))), name).toBe(0);
    files.push([`${name}.docx`, made]);
    if (name === 'word') files.push(['empty.docx', await writeWord(dressed(emptySubmission))]);
  }
  expect(await openXmlFindings(temporaryFolder(), files)).toEqual({});
});
