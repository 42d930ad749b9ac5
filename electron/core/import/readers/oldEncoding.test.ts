import { type BookType, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readFile } from './readFile.ts';

/** The bytes that stand for letters outside ASCII, put in place of a mark that the writer can write. */
function workbook(bookType: string, mark: string, bytes: readonly number[], page?: number): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Action', 'Lead'],
      [`Hold a ${mark} day`, 'Ada Moss'],
    ]),
    'Plan',
  );
  const file = Buffer.from(write(book, { type: 'buffer', bookType: bookType as BookType }) as Buffer);
  file.set(bytes, file.indexOf(mark, 0, 'latin1'));
  // The record of the code page: its kind, its length of two, and the page of Western Europe.
  const record = file.indexOf(Buffer.from([0x42, 0, 2, 0, 0xe4, 0x04]));
  if (page !== undefined) file.writeUInt16LE(page, record + 4);
  return new Uint8Array(file);
}

const actionOf = async (bytes: Uint8Array): Promise<string | undefined> =>
  (await readFile(bytes, 'plan.xls')).sheets[0]?.rows[1]?.[0]?.text;

describe('the letters of a workbook before Excel 97', () => {
  it.each(['biff2', 'biff3', 'biff4', 'biff5'])(
    'are those of Western Europe where it says nothing else: %s',
    async (kind) => {
      expect(await actionOf(workbook(kind, 'xxxxx', [0x93, 0xc9, 0x96, 0xe9, 0x94]))).toBe('Hold a “É–é” day');
    },
  );

  it.each([
    ['Greek', 1253, [0xc4, 0xf1, 0xdc], 'Δρά'],
    ['Cyrillic', 1251, [0xcf, 0xeb, 0xe0], 'Пла'],
    ['of a Macintosh', 32_768, [0xd2, 0x8e, 0xd3], '“é”'],
    ['of DOS, which nobody knows here', 437, [0x61, 0x62, 0x63], 'abc'],
  ])('are %s where it says so', async (_, page, bytes, letters) => {
    expect(await actionOf(workbook('biff5', 'xxx', bytes, page))).toBe(`Hold a ${letters} day`);
  });

  it('are left as they are in a later one', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Action'], ['Hold a café day']]), 'Plan');
    const bytes = new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer);
    expect(await actionOf(bytes)).toBe('Hold a café day');
  });
});
