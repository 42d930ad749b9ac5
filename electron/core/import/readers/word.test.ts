import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { readFile } from './readFile.ts';

const cell = (text: string, options: Partial<ConstructorParameters<typeof TableCell>[0]> = {}): TableCell =>
  new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)), ...options });
const row = (...cells: readonly TableCell[]): TableRow => new TableRow({ children: [...cells] });
const shaded = (fill: string) => ({ shading: { type: ShadingType.CLEAR, color: 'auto', fill } });

async function read(
  ...children: NonNullable<ConstructorParameters<typeof Document>[0]['sections'][number]['children']>
) {
  const buffer = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  return (await readFile(new Uint8Array(buffer), 'plan.docx')).sheets;
}

describe('reading the tables of a Word document', () => {
  it('keeps shading, lines, spans and merges, and the headings above', async () => {
    const [sheet] = await read(
      new Paragraph({ text: 'Our plan', heading: HeadingLevel.HEADING_1 }),
      new Paragraph({ text: 'Visibility', heading: HeadingLevel.HEADING_2 }),
      new Table({
        rows: [
          row(cell('Across', { columnSpan: 2 }), cell('RAG')),
          row(
            cell('Theme', { verticalMerge: VerticalMergeType.RESTART }),
            cell('First\nsecond'),
            cell('', shaded('00B050')),
          ),
          row(cell('', { verticalMerge: VerticalMergeType.CONTINUE }), cell('Third'), cell('', shaded('FF0000'))),
        ],
      }),
    );
    expect(sheet?.headingsAbove).toEqual(['Our plan', 'Visibility']);
    expect(sheet?.rows.map((cells) => Array.from({ length: 3 }, (_, column) => cells[column]?.text ?? null))).toEqual([
      ['Across', null, 'RAG'],
      ['Theme', 'First\nsecond', ''],
      [null, 'Third', ''],
    ]);
    expect([sheet?.rows[1]?.[2]?.fill, sheet?.rows[2]?.[2]?.fill]).toEqual(['#00B050', '#FF0000']);
    expect(sheet?.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 1, left: 0, bottom: 2, right: 0 },
    ]);
  });

  it('knows list items, struck text, the colour of letters, and a bold line that serves as a heading', async () => {
    const [sheet] = await read(
      new Paragraph({ children: [new TextRun({ text: 'Recognition', bold: true })] }),
      new Table({
        rows: [
          row(
            new TableCell({
              children: [
                new Paragraph({ text: 'One', bullet: { level: 0 } }),
                new Paragraph({ text: 'Two', bullet: { level: 0 } }),
              ],
            }),
            new TableCell({
              children: [new Paragraph({ children: [new TextRun({ text: '●', color: 'FFC000', strike: true })] })],
            }),
          ),
        ],
      }),
    );
    expect(sheet?.headingsAbove).toEqual(['Recognition']);
    expect(sheet?.rows[0]?.[0]?.listItems).toEqual(['One', 'Two']);
    expect(sheet?.rows[0]?.[1]).toMatchObject({ text: '●', fontColour: '#FFC000', strike: true });
  });
});
