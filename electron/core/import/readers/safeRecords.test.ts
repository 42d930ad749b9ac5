import { CFB, read, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { safeRecords } from './safeRecords.ts';

const record = (kind: number, ...bytes: readonly number[]): number[] => [
  kind & 0xff,
  kind >> 8,
  bytes.length & 0xff,
  bytes.length >> 8,
  ...bytes,
];
const beginning = record(0x0809, 0, 6, 5, 0, 0, 0, 0, 0);
const end = record(0x000a);
const kindsOf = (stream: Buffer): number[] => {
  const kinds: number[] = [];
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) kinds.push(stream.readUInt16LE(at));
  return kinds;
};
const safe = (...records: readonly number[][]): number[] =>
  kindsOf(safeRecords(Uint8Array.from([...beginning, ...records.flat(), ...end]))).slice(1, -1);

const passedOver = 0x00af;
const short = (value: number): number[] => [value & 0xff, value >> 8];

describe('the records of an old workbook', () => {
  it('stay what they are in a whole one', () => {
    const book = utils.book_new();
    const lines = [
      ['Action', 'Lead', 'Due', 'Done'],
      ['Publish profiles', 'HR', 45_000, true],
    ];
    const sheet = utils.aoa_to_sheet(lines);
    sheet['!merges'] = [{ s: { r: 3, c: 0 }, e: { r: 4, c: 1 } }];
    utils.book_append_sheet(book, sheet, 'Plan');
    const bytes = write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
    const container = CFB.read(bytes, { type: 'buffer' });
    const stream = Uint8Array.from(CFB.find(container, '/Workbook')?.content as Uint8Array);
    const again = read(safeRecords(stream), { type: 'buffer' }).Sheets.Plan;
    expect(utils.sheet_to_json(again ?? {}, { header: 1 })).toEqual(lines);
    expect(again?.['!merges']).toEqual(sheet['!merges']);
  });

  it('are passed over when no plan is read from them, and so is what continues them', () => {
    expect(safe(record(0x0018, 1, 2, 3), record(0x003c, 4), record(0x0896, 0))).toEqual([
      passedOver,
      passedOver,
      passedOver,
    ]);
  });

  it('are passed over when they are too short for what they must hold', () => {
    expect(safe(record(0x0203, 0, 0, 0, 0, 0, 0), record(0x0201, 0, 0, 0, 0, 0, 0))).toEqual([passedOver, 0x0201]);
  });

  it('point to no shared text that is not there', () => {
    const texts = record(0x00fc, 9, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 2, 0, 0, 65, 66, 1, 0, 0, 67, 5);
    const cell = (text: number): number[] => record(0x00fd, 0, 0, 0, 0, 0, 0, ...short(text), 0, 0);
    expect(safe(texts, cell(0), cell(1), cell(2))).toEqual([0x00fc, 0x00fd, 0x00fd, passedOver]);
  });

  it('have a text after a formula, and none without', () => {
    const formula = record(0x0006, ...Array.from({ length: 20 }, () => 0), 0xff, 0x7f);
    const text = record(0x0207, 1, 0, 0, 65);
    expect(safe(text, formula, text, text)).toEqual([passedOver, 0x0006, 0x0207, passedOver]);
  });

  it('count no further than they reach', () => {
    const merges = safeRecords(
      Uint8Array.from([...beginning, ...record(0x00e5, 0xff, 0xff, 0, 0, 1, 0, 0, 0, 1, 0), ...end]),
    );
    expect(merges.readUInt16LE(beginning.length + 4)).toBe(1);
    expect(safe(record(0x00be, 0, 0, 0, 0, 1, 0, 9, 0), record(0x00be, 0, 0, 0, 0, 1, 0, 0, 0))).toEqual([
      passedOver,
      0x00be,
    ]);
  });
});
