import { expect, test } from 'vitest';
import { kindOfFile, nameOfPasted, openableUrl, sizeInWords, staleInWords, titleOfFile } from './evidenceWords.ts';

test('evidence holds through its last day and is out of date on the next', () => {
  expect(staleInWords({ staleAfter: '2026-03-31' }, '2026-03-31')).toBeNull();
  expect(staleInWords({ staleAfter: '2026-03-31' }, '2026-04-01')).toBe('Out of date since March 2026');
  expect(staleInWords({ staleAfter: null }, '2026-04-01')).toBeNull();
});

test('only an address of the web is opened', () => {
  expect(openableUrl(' https://example.ac.uk/technicians ')).toBe('https://example.ac.uk/technicians');
  expect(openableUrl('HTTP://example.ac.uk')).toBe('HTTP://example.ac.uk');
  for (const url of ['javascript:alert(1)', 'file:///etc/hosts', 'mailto:a@example.ac.uk', '', 'https://'])
    expect(openableUrl(url)).toBeNull();
});

test('sizes are said in the unit that keeps them short', () => {
  expect([1, 412, 86_200, 999_499, 999_500, 3_412_000].map(sizeInWords)).toEqual([
    '1 byte',
    '412 bytes',
    '86 KB',
    '999 KB',
    '1.0 MB',
    '3.4 MB',
  ]);
});

test('a file lends its name as a title and its ending as a kind', () => {
  expect(titleOfFile('Steering Group minutes v1.2.pdf')).toBe('Steering Group minutes v1.2');
  expect(titleOfFile('.env')).toBe('.env');
  expect(kindOfFile('Poster.JPG')).toBe('image');
  expect(kindOfFile('Minutes.pdf')).toBe('file');
});

test('a pasted picture is named by its moment, in characters that every system allows', () => {
  expect(nameOfPasted(new Date(2026, 10, 21, 14, 2), 'image/jpeg')).toBe('Screenshot 21 November 2026 at 14.02.jpg');
  expect(nameOfPasted(new Date(2026, 10, 21, 9, 5), 'image/tiff')).toBe('Screenshot 21 November 2026 at 09.05.png');
});
