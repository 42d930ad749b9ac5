import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importPreviewSchema } from '#shared/model/importPreview.ts';
import { cell, paragraph, row, run, table, wordFile } from '#test/helpers/wordFile.ts';
import { ImportError } from '../importError.ts';
import { readPreview } from '../readPreview.ts';

const words = fc.constantFrom(
  'Visibility',
  'Theme 2: Recognition',
  'Action plan',
  'Year 1',
  'Publish a directory of technicians (Y1)',
  'Action 1.2: Hold a day',
  'Action 3',
  'Lead: HR; by May 2025',
  'Lead:',
  'Success measures',
  'RAG: Green',
  'Status – Not started: no money',
  'Objective 1: be seen',
  'Signed: ______',
  'We held a day in June.',
  '1. Write it\n2. Read it',
  'May 2025',
  '☒',
  ' ',
  '((((',
  'Theme:',
);
const properties = fc.constantFrom(
  '',
  '<w:pStyle w:val="Heading1"/>',
  '<w:pStyle w:val="Heading3"/>',
  '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
  '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>',
  '<w:rPr><w:del w:id="1"/></w:rPr>',
  '<w:outlineLvl w:val="1"/>',
);
const aParagraph = fc
  .tuple(words, properties, fc.constantFrom('', '<w:b/>', '<w:strike/>', '<w:vanish/>', '<w:highlight w:val="red"/>'))
  .map(([text, paragraphLook, look]) => paragraph(run(text, look), paragraphLook));
const aTable = fc
  .array(
    fc.array(
      fc.tuple(words, fc.constantFrom('', '<w:gridSpan w:val="3"/>', '<w:vMerge/>', '<w:vMerge w:val="restart"/>')),
      { maxLength: 4 },
    ),
    { maxLength: 4 },
  )
  .map((rows) => table(rows.map((cells) => row(cells.map(([text, look]) => cell(paragraph(run(text)), look))))));
const scrap = fc.constantFrom(
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
  '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
  '<w:p><w:commentRangeStart w:id="7"/></w:p>',
  '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr></w:sdt>',
  '<w:tr><w:tc><w:p/></w:tc></w:tr>',
  '<w:tbl/>',
  '<w:tc/>',
  '<w:t>loose</w:t>',
);
const aFrame = fc
  .array(fc.oneof(aParagraph, aTable), { maxLength: 4 })
  .map((inner) => table([row([`<w:tc>${inner.join('')}</w:tc>`])]));
const aBody = fc.array(fc.oneof({ weight: 6, arbitrary: aParagraph }, aTable, aFrame, scrap), { maxLength: 30 });

describe('Word documents of any content', () => {
  it('are understood within the contract, or refused by name, and each action has a key of its own', async () => {
    await fc.assert(
      fc.asyncProperty(aBody, async (parts) => {
        try {
          const preview = await readPreview(wordFile(parts.join('')), 'any.docx');
          expect(importPreviewSchema.parse(preview)).toEqual(preview);
          const actions = [...preview.actions, ...preview.alternatives.flatMap((one) => one.actions)];
          expect(new Set(actions.map(({ key }) => key)).size).toBe(actions.length);
          for (const { action } of actions) expect(action.trim()).not.toBe('');
        } catch (refused) {
          if (!(refused instanceof ImportError)) throw refused;
          expect(refused.code).toBe('file-not-a-plan');
        }
      }),
      { numRuns: 150 },
    );
  });
});
