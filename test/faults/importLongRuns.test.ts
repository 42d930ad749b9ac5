import { strToU8 } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentParts, lines, wordTable, zipOf } from './importFiles.ts';
import type { Outcome } from './importReader.ts';
import { previewAll } from './previewInProcess.ts';

/**
 * A pattern that goes over the same letters again from each of them takes minutes for a cell of 30,000 alike, which
 * people make with the space bar and with lines of points. Each run here was or may be part of such a pattern.
 */
const runs = [
  ...[
    '.',
    '…',
    '-',
    '–',
    '_',
    '=',
    '*',
    '#',
    '•',
    '(',
    ')',
    '[',
    '{',
    '<',
    '>',
    '&',
    '"',
    "'",
    ',',
    ';',
    ':',
    '/',
    '\\',
    '|',
  ],
  ...[' ', '\t', '\n', '\u00a0', ' \n', '\n\n ', '0', '1', 'a', 'A', 'é', '%', '£', '?', '!', '+', '@', '~'],
  ...[
    '1. ',
    '1) ',
    '(a) ',
    'i. ',
    'a) ',
    '1/',
    '1-',
    '01/02/',
    '2026 ',
    'March ',
    'Q1 ',
    'A1 ',
    'th ',
    'and ',
    'of the ',
    'by ',
  ],
  ...[
    'a, ',
    'a; ',
    'a & ',
    'a / ',
    'Red ',
    'Green\n',
    'Amber/',
    'yes ',
    'n/a ',
    '• a\n',
    '- a\n',
    '1. a\n',
    'Action: ',
    'Lead\n',
    'Dr ',
  ],
] as const;

const longest = 30_000;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Each run in one kind of file in the ordinary run, and `npm run test:faults` in all of them. */
const all = runs.flatMap((run, index) => {
  const long = `x${run.repeat(Math.floor(longest / run.length))}x`;
  const quoted = `"${long.replaceAll('"', '""')}"`;
  const row = Array.from({ length: 6 }, () => quoted).join(',');
  const number = String(index).padStart(2, '0');
  const paragraph = `<w:p><w:r><w:t xml:space="preserve">${escaped(long)}</w:t></w:r></w:p>`;
  return [
    {
      fileName: `${number}.csv`,
      run,
      bytes: strToU8(`${lines.map((line) => line.join(',')).join('\r\n')}\r\n${row}\r\n${row}\r\n`),
    },
    { fileName: `${number}-first.csv`, run, bytes: strToU8(`${long}\r\n${row}\r\n`) },
    { fileName: `${number}.docx`, run, bytes: zipOf(documentParts(paragraph + wordTable + paragraph)) },
    {
      fileName: `${number}.html`,
      run,
      bytes: strToU8(`<table class="${escaped(long)}"><tr><td style="${escaped(long)}">${long}</td></tr></table>`),
    },
  ];
});

const files = process.env.FAULTS === 'all' ? all : all.filter((_, index) => index % 4 === Math.floor(index / 4) % 4);

describe('a long run of the same letters', () => {
  let outcomes: ReadonlyMap<string, Outcome>;
  beforeAll(async () => {
    outcomes = await previewAll(files);
  }, 300_000);

  it.each(files)('$fileName with $run is answered as soon as any other text', ({ fileName }) => {
    expect(outcomes.get(fileName)?.code).not.toBe('import-timed-out');
    expect(outcomes.get(fileName)?.milliseconds).toBeLessThan(5_000);
  });
});
