import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderForReading, isSafeFileName, safeFileName, safeWithEnding } from './fileNames.ts';

describe('a whole file name', () => {
  it.each([
    ['CON.docx', 'CON file.docx'],
    ['nul', 'nul file'],
    ['a:b?.html', 'a b.html'],
    ['ends in a dot.', 'ends in a dot'],
    ['.docx', 'document.docx'],
    ['Stage 3. Final.xlsx', 'Stage 3. Final.xlsx'],
    [`${'x'.repeat(260)}.docx`, `${'x'.repeat(100)}.docx`],
  ])('of "%s" is "%s", with the ending that it had', (given, name) => {
    expect(safeWithEnding(given, 'document')).toBe(name);
    expect(isSafeFileName(name)).toBe(true);
  });
});

describe('a file name made from words', () => {
  it.each([
    ['University of Eastmere', 'University of Eastmere'],
    ['Prifysgol Môr-y-Dwyrain', 'Prifysgol Môr-y-Dwyrain'],
    ['Research / Teaching: “2026”?', 'Research Teaching “2026”'],
    ['  spaces\tand\nlines  ', 'spaces and lines'],
    ['Inst. of Marine Sci.', 'Inst. of Marine Sci'],
    ['.hidden', 'hidden'],
    ['nul', 'nul file'],
    ['COM1.backup', 'COM1 backup file'],
    ['Plan \u202excod.exe\u202c', 'Plan xcod.exe'],
    ['...', 'Workspace'],
    ['', 'Workspace'],
  ])('of "%s" is "%s"', (words, name) => {
    expect(safeFileName(words, 'Workspace')).toBe(name);
  });

  it('is accepted everywhere, whatever the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
        const name = safeFileName(words, 'Workspace');
        expect(isSafeFileName(`${name}.tcplan`)).toBe(true);
        expect(name.length).toBeLessThanOrEqual(105);
      }),
    );
  });

  it('made again from itself stays the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
        const name = safeFileName(words, 'Workspace');
        expect(safeFileName(name, 'Workspace')).toBe(name);
      }),
    );
  });
});

describe('a folder for reading', () => {
  it('starts from home', () => {
    expect(folderForReading('/home/amara/plans', '/home/amara')).toBe('~/plans');
    expect(folderForReading('/home/amara', '/home/amara')).toBe('~');
    expect(folderForReading('/home/amaras/plans', '/home/amara')).toBe('/home/amaras/plans');
  });

  it('loses its middle when it is long', () => {
    const folder = `/home/amara/${'faculty of science and engineering/'.repeat(3)}plans/2026`;
    expect(folderForReading(folder, '/home/amara')).toBe('~/faculty of science and engineering/…/plans/2026');
  });
});
