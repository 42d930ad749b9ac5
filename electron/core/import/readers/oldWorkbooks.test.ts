import { utils, type WorkBook, write } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Sheet, SheetCell } from '../sheet.ts';
import { readFile } from './readFile.ts';

const rows = [
  ['Action', 'RAG', 'By'],
  ['Open the workshop', 'Complete', 'Ada'],
  ['Thank by name', 'Late', 'Bo'],
];
function workbook(): WorkBook {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(rows);
  sheet.B2.c = [{ a: 'Ada Moss', t: 'Ada Moss:\nWaiting for a grant' }];
  sheet['!merges'] = [{ s: { r: 1, c: 2 }, e: { r: 2, c: 2 } }];
  utils.book_append_sheet(book, sheet, 'Plan');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Complete']]), 'Lists');
  book.Workbook = { Sheets: [{ name: 'Plan' }, { name: 'Lists', Hidden: 1 }] };
  return book;
}

const sheetOf = async (bytes: Uint8Array): Promise<Sheet> => {
  const [sheet] = (await readFile(bytes, 'plan')).sheets;
  if (sheet === undefined) throw new Error('There is no sheet.');
  return sheet;
};
const looks = (sheet: Sheet): readonly unknown[] =>
  sheet.rows.map((row) =>
    Array.from({ length: 3 }, (_, column): Partial<SheetCell> => {
      const {
        value: _value,
        text: _text,
        note: _note,
        numberFormat: _format,
        ...look
      } = row[column] ?? { value: '', text: '' };
      return look;
    }),
  );

/** A record of an old workbook: its kind, its length and its bytes. */
const record = (kind: number, ...bytes: readonly number[]): readonly number[] => [
  kind & 0xff,
  kind >> 8,
  bytes.length & 0xff,
  bytes.length >> 8,
  ...bytes,
];
const two = (value: number): readonly number[] => [value & 0xff, (value >> 8) & 0xff];
const four = (value: number): readonly number[] => [...two(value & 0xffff), ...two(value >>> 16)];
const zeros = (count: number): readonly number[] => Array.from({ length: count }, () => 0);
const letters = (text: string): readonly number[] => [...strToU8(text)];

const font = (bits: number, colour: number): readonly number[] =>
  record(0x0031, ...two(200), ...two(bits), ...two(colour), ...two(400), ...zeros(6), 5, 0, ...letters('Arial'));
/** Solid fills of a colour by its number; 0 for none. */
const format8 = (fontNumber: number, fill: number): readonly number[] =>
  record(0x00e0, ...two(fontNumber), ...zeros(12), ...four(fill === 0 ? 0 : 1 << 26), ...two(fill));
const format5 = (fontNumber: number, fill: number): readonly number[] =>
  record(0x00e0, ...two(fontNumber), ...zeros(6), ...four(fill === 0 ? 0 : fill | (1 << 16)), ...zeros(4));
const label = (row: number, column: number, format: number, text: string, isBiff8: boolean): readonly number[] =>
  record(
    0x0204,
    ...two(row),
    ...two(column),
    ...two(format),
    ...two(text.length),
    ...(isBiff8 ? [0] : []),
    ...letters(text),
  );

function oldWorkbook(isBiff8: boolean, more: readonly number[] = []): Uint8Array {
  const format = isBiff8 ? format8 : format5;
  const beginning = (kind: number): readonly number[] =>
    record(
      0x0809,
      ...two(isBiff8 ? 0x0600 : 0x0500),
      ...two(kind),
      ...two(0x0dbb),
      ...two(1996),
      ...(isBiff8 ? zeros(8) : []),
    );
  const palette = record(0x0092, ...two(3), ...[0, 0xb0, 0x50, 0], ...[0xff, 0xc0, 0, 0], ...[0xff, 0, 0, 0]);
  const formats = [
    // Fonts 0 to 3; the number 4 is never used, so that 5 is the fifth of the list.
    ...[font(0, 0x7fff), font(8, 0x7fff), font(0, 10), font(0, 0x7fff), font(0, 8)],
    palette,
    ...[format(0, 0), format(0, 8), format(1, 0), format(2, 9), format(5, 0)],
  ].flat();
  const name = isBiff8 ? [4, 0, ...letters('Plan')] : [4, ...letters('Plan')];
  const globals = (start: number): readonly number[] => [
    ...beginning(5),
    ...formats,
    ...record(0x0085, ...four(start), 0, 0, ...name),
    ...record(0x000a),
  ];
  const sheet = [
    ...beginning(0x10),
    ...[label(0, 0, 0, 'Action', isBiff8), label(0, 1, 0, 'RAG', isBiff8)].flat(),
    ...[
      label(1, 0, 2, 'Open the workshop', isBiff8),
      label(1, 1, 1, 'Complete', isBiff8),
      label(1, 2, 4, 'G', isBiff8),
    ].flat(),
    ...label(2, 0, 0, 'Thank by name', isBiff8),
    // Two empty cells in one record.
    ...record(0x00be, ...two(2), ...two(1), ...two(3), ...two(1), ...two(2)),
    ...more,
    ...record(0x000a),
  ];
  return Uint8Array.from([...globals(globals(0).length), ...sheet]);
}

describe('xls', () => {
  it.each([
    ['of Excel 97 to 2003', true],
    ['of Excel 5 and 95', false],
  ])('%s carries fills, font colours and strikes', async (_, isBiff8) => {
    expect(looks(await sheetOf(oldWorkbook(isBiff8)))).toEqual([
      [{}, {}, {}],
      [{ strike: true }, { fill: '#00B050' }, { fontColour: '#00B050' }],
      [{}, { fill: '#FFC000', fontColour: '#FF0000' }, { fill: '#00B050' }],
    ]);
  });

  it('has no sheet for a chart, whose numbers are no cells', async () => {
    const bytes = oldWorkbook(true);
    const listed = bytes.findIndex((byte, at) => byte === 0x85 && bytes[at + 1] === 0 && bytes[at + 3] === 0);
    bytes[listed + 9] = 2;
    await expect(readFile(bytes, 'plan.xls')).rejects.toMatchObject({ code: 'file-empty' });
  });

  it('carries conditional formats, whose formulas are tokens', async () => {
    const area = [...two(0), ...two(9), ...two(0), ...two(9)];
    const formats = (count: number): readonly number[] =>
      record(0x01b0, ...two(count), ...two(0), ...area, ...two(1), ...area);
    /** A solid fill of a colour by its number, with the foreground and the kind left as they were. */
    const fill = (colour: number): readonly number[] => [
      ...four((1 << 29) | (1 << 17) | (1 << 16)),
      0,
      0,
      ...four(colour << 23),
    ];
    const rule = (type: number, operator: number, formula: readonly number[], colour: number): readonly number[] =>
      record(0x01b1, type, operator, ...two(formula.length), ...two(0), ...fill(colour), ...formula);
    const text = (words: string): readonly number[] => [0x17, words.length, 0, ...letters(words)];
    const cells = [
      ...formats(2),
      ...rule(1, 3, text('Action'), 10),
      // AND(LEFT($A1,1)="T", NOT(ISBLANK($A1)))
      ...rule(
        2,
        0,
        [
          ...[0x2c, ...two(0), 0, 0x80, 0x1e, ...two(1), 0x42, 2, ...two(115), ...text('T'), 0x0b],
          ...[0x2c, ...two(0), 0, 0x80, 0x41, ...two(129), 0x41, ...two(38), 0x42, 2, ...two(36)],
        ],
        8,
      ),
    ];
    expect(looks(await sheetOf(oldWorkbook(true, cells)))).toEqual([
      [{ fill: '#FF0000' }, {}, {}],
      [{ strike: true }, { fill: '#00B050' }, { fontColour: '#00B050' }],
      [{ fill: '#00B050' }, { fill: '#00B050', fontColour: '#FF0000' }, { fill: '#00B050' }],
    ]);
  });

  it('written by a library carries notes, merges and hidden sheets', async () => {
    const read = await readFile(
      new Uint8Array(write(workbook(), { type: 'buffer', bookType: 'biff8' }) as Buffer),
      'plan.xls',
    );
    expect(read.sheets.map(({ name, hidden, merges }) => [name, hidden, merges])).toEqual([
      ['Plan', false, [{ top: 1, left: 2, bottom: 2, right: 2 }]],
      ['Lists', true, []],
    ]);
  });
});

describe('xlsb', () => {
  const named = (kind: number, ...bytes: readonly number[]): readonly number[] => [
    ...(kind < 0x80 ? [kind] : [(kind & 0x7f) | 0x80, kind >> 7]),
    bytes.length,
    ...bytes,
  ];
  const colour = (hex: string): readonly number[] => [
    5,
    0,
    0,
    0,
    ...(hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)),
    255,
  ];
  const fontOf = (bits: number, hex: string | undefined): readonly number[] =>
    named(
      43,
      ...two(220),
      ...two(bits),
      ...two(400),
      ...zeros(6),
      ...(hex === undefined ? zeros(8) : colour(hex)),
      0,
      ...four(1),
      ...two(65),
    );
  const fillOf = (pattern: number, hex: string): readonly number[] =>
    named(45, ...four(pattern), ...colour(hex), ...zeros(8), ...zeros(48));
  const formatOf = (fontNumber: number, fill: number): readonly number[] =>
    named(47, ...two(0), ...two(0), ...two(fontNumber), ...two(fill), ...zeros(8));

  it('carries fills, font colours and strikes, of empty cells too, and notes', async () => {
    const parts = unzipSync(new Uint8Array(write(workbook(), { type: 'buffer', bookType: 'xlsb' }) as Buffer));
    parts['xl/styles.bin'] = Uint8Array.from([
      ...named(278),
      ...[fontOf(0, '000000'), fontOf(8, undefined), fontOf(0, '00B050')].flat(),
      ...[fillOf(0, '000000'), fillOf(17, '000000'), fillOf(1, 'FFC000')].flat(),
      ...[named(626, ...four(1)), formatOf(2, 2), named(627)].flat(),
      ...[named(617, ...four(4)), formatOf(0, 0), formatOf(1, 0), formatOf(2, 2), formatOf(0, 2), named(618)].flat(),
      ...named(279),
    ]);
    const sheet = parts['xl/worksheets/sheet1.bin'] ?? new Uint8Array();
    parts['xl/worksheets/sheet1.bin'] = withStyles(sheet, [
      [0, 0, 0],
      [1, 2, 0],
      [0, 3, 0],
    ]);
    const read = await sheetOf(zipSync(parts));
    expect(looks(read)).toEqual([
      [{}, {}, {}],
      [{ strike: true }, { fill: '#FFC000', fontColour: '#00B050' }, {}],
      [{}, { fill: '#FFC000' }, {}],
    ]);
    expect(read.rows[2]?.[1]?.text).toBe('');
    expect(read.rows[1]?.[1]?.note).toBe('Waiting for a grant');
  });
});

/** Gives the cells of a sheet their styles, and empties the second cell of the third row. */
function withStyles(sheet: Uint8Array, styles: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(sheet);
  let row = -1;
  let column = -1;
  for (let at = 0; at < bytes.length; ) {
    const read = (): number => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at] ?? 0;
        at += 1;
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) return value;
      }
    };
    const start = at;
    const kind = read();
    const length = read();
    if (kind === 0) row = new DataView(bytes.buffer).getUint32(at, true);
    if (kind >= 1 && kind <= 18) {
      const isShort = kind >= 12;
      column = isShort ? column + 1 : (bytes[at] ?? 0);
      bytes[isShort ? at : at + 4] = styles[row]?.[column] ?? 0;
      if (row === 2 && column === 1) bytes[start] = isShort ? 12 : 1;
    }
    at += length;
  }
  return bytes;
}
