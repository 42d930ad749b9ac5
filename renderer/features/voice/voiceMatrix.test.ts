import fc from 'fast-check';
import { expect, test } from 'vitest';
import { themes, voiceChannels } from '#shared/model/words.ts';
import { themeWords, voiceChannelWords } from '../../text/words.ts';
import { gapsInWords, voiceMatrix } from './voiceMatrix.ts';

const inWords = (matrix: ReturnType<typeof voiceMatrix>) =>
  gapsInWords(
    matrix,
    (theme) => themeWords[theme],
    (channel) => voiceChannelWords[channel],
  );

test('each theme is a row, each used channel a column, and an entry with two themes counts in both', () => {
  const matrix = voiceMatrix([
    { channel: 'survey', themes: ['visibility', 'recognition'] },
    { channel: 'focus-group', themes: ['visibility'] },
    { channel: 'survey', themes: [] },
  ]);
  expect(matrix.channels).toEqual(['focus-group', 'survey']);
  expect(matrix.rows.map(({ theme, counts, total }) => [theme, ...counts, total])).toEqual([
    ['visibility', 1, 1, 2],
    ['recognition', 0, 1, 1],
    ['career-development', 0, 0, 0],
    ['sustainability', 0, 0, 0],
    ['evaluating-impact', 0, 0, 0],
    [null, 0, 1, 1],
  ]);
});

test('the gaps are said in sentences', () => {
  const matrix = voiceMatrix([
    { channel: 'survey', themes: ['visibility', 'recognition', 'sustainability'] },
    { channel: 'focus-group', themes: ['visibility'] },
    { channel: 'interview', themes: ['recognition', 'sustainability'] },
    { channel: 'survey', themes: ['evaluating-impact'] },
  ]);
  expect(inWords(matrix)).toEqual([
    'Nothing is recorded about Career Development.',
    'Evaluating Impact was heard through one channel only: Survey.',
  ]);
  expect(inWords(voiceMatrix([{ channel: 'survey', themes: ['visibility', 'recognition'] }]))).toEqual([
    'Nothing is recorded about Career Development, Sustainability or Evaluating Impact.',
  ]);
});

test('when every theme was heard through two channels there is no gap to name', () => {
  const everywhere = [
    { channel: 'survey' as const, themes: [...themes] },
    { channel: 'interview' as const, themes: [...themes] },
  ];
  expect(inWords(voiceMatrix(everywhere))).toEqual([]);
});

test('a row adds up to its total and no entry is left out', () => {
  const entry = fc.record({
    channel: fc.constantFrom(...voiceChannels),
    themes: fc.uniqueArray(fc.constantFrom(...themes)),
  });
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const { rows } = voiceMatrix(entries);
      for (const { counts, total } of rows) expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
      const mentions = entries.reduce((sum, { themes: heard }) => sum + Math.max(1, heard.length), 0);
      expect(rows.reduce((sum, { total }) => sum + total, 0)).toBe(mentions);
    }),
  );
});
