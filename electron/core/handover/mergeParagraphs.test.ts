import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTextOf, type RichText, richTextFromParagraphs } from '#shared/model/richText.ts';
import { mergeParagraphs } from './mergeParagraphs.ts';

const text = (...paragraphs: readonly string[]): RichText => ({
  type: 'doc',
  content:
    paragraphs.length === 0
      ? [{ type: 'paragraph' }]
      : paragraphs.map((words) =>
          words === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: words }] },
        ),
});
const merged = (common: RichText, here: RichText, copy: RichText): readonly string[] | null =>
  mergeParagraphs(common, here, copy)?.content.map((block) => plainTextOf({ type: 'doc', content: [block] })) ?? null;

const began = text('One', 'Two', 'Three', 'Four', 'Five');

it('takes together what the two changed, added and took out in different places', () => {
  const here = text('One, longer', 'Two', 'Three', 'Four', 'Five');
  expect(merged(began, here, text('One', 'Two', 'Three', 'Four anew', 'Five'))).toEqual([
    'One, longer',
    'Two',
    'Three',
    'Four anew',
    'Five',
  ]);
  expect(merged(began, here, text('One', 'Two', 'Three', 'Five', 'Six'))).toEqual([
    'One, longer',
    'Two',
    'Three',
    'Five',
    'Six',
  ]);
});

it('takes once what both changed alike', () => {
  const [here, copy] = [text('One!', 'Two', 'Three', 'Four', 'Five'), text('One!', 'Two', 'Three', 'Four', 'Five?')];
  expect(merged(began, here, copy)).toEqual(['One!', 'Two', 'Three', 'Four', 'Five?']);
});

it('asks where changes touch: the same paragraph, the one beside it, or two additions in one place', () => {
  const here = text('One', 'Two anew', 'Three', 'Four', 'Five');
  expect(merged(began, here, text('One', 'Two otherwise', 'Three', 'Four', 'Five'))).toBeNull();
  expect(merged(began, here, text('One', 'Two', 'Three anew', 'Four', 'Five'))).toBeNull();
  expect(merged(began, here, text('One', 'Two', 'New', 'Three', 'Four', 'Five'))).toBeNull();
  const [more, less] = [
    text('One', 'Two', 'Three', 'Four', 'Five', 'Six'),
    text('One', 'Two', 'Three', 'Four', 'Five', '6'),
  ];
  expect(merged(began, more, less)).toBeNull();
});

it('asks where both did something with one paragraph, each in another place', () => {
  const moved = text('Five', 'One', 'Two', 'Three', 'Four');
  expect(merged(began, moved, text('One', 'Two', 'Five', 'Three', 'Four'))).toBeNull();
  expect(merged(began, moved, text('One', 'Two', 'Three', 'Four'))).toBeNull();
});

it('takes a list for one paragraph', () => {
  const list = (...items: readonly string[]): RichText => ({
    type: 'doc',
    content: [
      ...richTextFromParagraphs('Before').content,
      {
        type: 'bulletList',
        content: items.map((words) => ({ type: 'listItem', content: richTextFromParagraphs(words).content })),
      },
    ],
  });
  expect(mergeParagraphs(list('a', 'b', 'c'), list('a!', 'b', 'c'), list('a', 'b', 'c!'))).toBeNull();
});

describe('of any three texts', () => {
  const words = fc.constantFrom('', 'one', 'two', 'three', 'four', 'five', 'six');
  const any = fc.array(words, { minLength: 1, maxLength: 7 });
  /** A text that began as another: paragraphs written anew, put in and taken out. */
  const edited = (from: readonly string[]): fc.Arbitrary<readonly string[]> =>
    fc
      .array(fc.tuple(fc.nat(from.length), fc.constantFrom('write', 'add', 'remove'), words), { maxLength: 3 })
      .map((edits) =>
        edits.reduce<readonly string[]>(
          (now, [place, what, put]) =>
            now.toSpliced(place, what === 'add' ? 0 : 1, ...(what === 'remove' ? [] : [put])),
          from,
        ),
      );
  const three = any.chain((common) => fc.tuple(fc.constant(common), edited(common), edited(common)));

  it('what only one side changed is taken as that side has it', () => {
    fc.assert(
      fc.property(any, any, (common, side) => {
        const [was, now] = [text(...common), text(...side)];
        expect(mergeParagraphs(was, now, was)).toEqual(now);
        expect(mergeParagraphs(was, was, now)).toEqual(now);
      }),
    );
  });

  it('it is the same whichever of the two is here', () => {
    fc.assert(
      fc.property(three, ([common, here, copy]) => {
        const [was, mine, theirs] = [text(...common), text(...here), text(...copy)];
        expect(mergeParagraphs(was, mine, theirs)).toEqual(mergeParagraphs(was, theirs, mine));
      }),
    );
  });

  it('all that either wrote is in it once, what both left stays, in the order of each, and nothing else is there', () => {
    let taken = 0;
    const common = Array.from({ length: 8 }, (_, index) => `paragraph ${index}`);
    const side = (name: string) =>
      fc
        .array(fc.tuple(fc.nat(7), fc.constantFrom('write', 'add', 'remove')), { minLength: 1, maxLength: 2 })
        .map((edits) =>
          edits.reduce<readonly string[]>(
            (now, [place, what], index) =>
              now.toSpliced(place, what === 'add' ? 0 : 1, ...(what === 'remove' ? [] : [`${name} ${index}`])),
            common,
          ),
        );
    fc.assert(
      fc.property(side('here'), side('copy'), (here, copy) => {
        const result = merged(text(...common), text(...here), text(...copy));
        if (result === null) return;
        taken += 1;
        const wanted = [
          ...common.filter((each) => here.includes(each) && copy.includes(each)),
          ...[...here, ...copy].filter((each) => !common.includes(each)),
        ];
        expect(result.toSorted()).toEqual(wanted.toSorted());
        for (const own of [here, copy])
          expect(result.filter((each) => own.includes(each))).toEqual(own.filter((each) => result.includes(each)));
      }),
    );
    expect(taken).toBeGreaterThan(10);
  });
});
