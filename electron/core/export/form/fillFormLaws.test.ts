import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTextOf, type RichText, type RichTextBlock, type RichTextInline } from '#shared/model/richText.ts';
import { readWord } from '#test/golden/word/readWord.ts';
import { answered, fill, keys, lines, paired, words } from '#test/helpers/fillingForms.ts';
import { longPrompts, officialForms } from '#test/helpers/officialForms.ts';

// Answers with lists in lists, breaks, bold, italic, links, and what XML cannot hold.
const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 24 }) },
  { weight: 1, arbitrary: fc.constantFrom('<w:p/> & "q"', ']]>', '____ ……', '$& $1', 'CURRENT', '☐ Yes', 'a\tb') },
);
const mark = fc.constantFrom(
  { type: 'bold' as const },
  { type: 'italic' as const },
  { type: 'link' as const, attrs: { href: 'https://saltmarsh.example/a?b=1&c="2"' } },
);
const inline: fc.Arbitrary<RichTextInline> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('text' as const),
      text,
      marks: fc.uniqueArray(mark, { maxLength: 2, selector: ({ type }) => type }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' as const }) },
);
const writtenParagraph = fc.record({
  type: fc.constant('paragraph' as const),
  content: fc.array(inline, { minLength: 1, maxLength: 4 }),
});
const { block } = fc.letrec<{ block: RichTextBlock; item: RichTextBlock }>((tie) => ({
  item: fc.oneof({ maxDepth: 2 }, writtenParagraph, tie('block')),
  block: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    writtenParagraph,
    fc
      .record({
        type: fc.constantFrom('bulletList' as const, 'orderedList' as const),
        items: fc.array(fc.tuple(writtenParagraph, fc.array(tie('item'), { maxLength: 1 })), {
          minLength: 1,
          maxLength: 3,
        }),
      })
      .map(({ type, items }) => ({
        type,
        content: items.map(([head, rest]) => ({ type: 'listItem' as const, content: [head, ...rest] })),
      })),
  ),
}));
const answer: fc.Arbitrary<RichText> = fc.record({
  type: fc.constant('doc' as const),
  content: fc.array(block, { minLength: 1, maxLength: 4 }),
});

/** As the file holds it: characters that XML cannot hold are not there, and space is space. */
const held = (value: string): string =>
  value
    .toWellFormed()
    .replaceAll(/\r\n|[\r\v\f\u0085\u2028\u2029]/gu, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold
    .replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

const elsewhere = 'Answers that the form does not ask for';

/** What stands between a prompt and the next one; for a prompt that is left unpaired, what stands in the appendix. */
function under(printed: string, prompt: string, left: readonly string[]): string {
  const start = printed.indexOf(left.includes(prompt) ? elsewhere : prompt);
  expect(start).toBeGreaterThanOrEqual(0);
  if (left.includes(prompt)) return printed.slice(start);
  const ends = [...longPrompts, elsewhere].map((each) => printed.indexOf(each, start + prompt.length));
  const next = Math.min(...ends.filter((end) => end >= 0), printed.length);
  return printed.slice(start + prompt.length, next);
}

/** What asks for an entry gives way to it; everything else that can be read stays. */
const wordsOfForm = (line: string): readonly string[] =>
  words(line.replaceAll(/Click or tap here to enter text\.|[_.…]{3,}/gu, ' '));

describe('whatever is answered', () => {
  it.each(Object.keys(officialForms))(
    'no word of an answer is lost, each stands after its prompt, and every word of the form is still there, in %s',
    async (name) => {
      const form = (await officialForms[name]?.()) ?? new Uint8Array();
      const before = lines(readWord(form).document).flatMap(wordsOfForm);
      // Boxes take no words: what is answered by them alone is printed in the appendix.
      const boxes = paired(form).flatMap(({ text, place }) => (place === 'tick' ? [text] : []));
      await fc.assert(
        fc.asyncProperty(
          fc.array(answer, { minLength: keys.length, maxLength: keys.length }),
          fc.subarray([...longPrompts]),
          async (answers, left) => {
            const { word } = await fill(form, answered(answers), paired(form, left));
            const printed = held(lines(word.document).join('\n'));
            for (const [index, each] of answers.entries()) {
              if (held(plainTextOf(each)) === '') continue;
              const place = under(printed, longPrompts[index] ?? longPrompts[0], [...left, ...boxes]);
              for (const line of plainTextOf(each).split('\n')) expect(place).toContain(held(line));
            }
            const have = new Set(wordsOfForm(printed));
            for (const each of before) expect(have).toContain(each);
          },
        ),
        { numRuns: 12 },
      );
    },
    60_000,
  );
});
