import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentParagraph, DocumentRun, LaidOutDocument } from '#shared/model/laidOutDocument.ts';
import { flowOf, lengthOf, lookOf, partsOf, plainLook, sliceRuns } from './paragraphParts.ts';

const paragraph = (given: Partial<DocumentParagraph>): DocumentParagraph => ({
  kind: 'paragraph',
  style: 'Answer',
  runs: [],
  ...given,
});
const document: LaidOutDocument = {
  language: 'en-GB',
  font: 'Arial',
  sections: [],
  looks: {
    Answer: { ...plainLook, line: 1.2, before: 3 },
  },
};
const textOf = (runs: readonly DocumentRun[]): string => runs.map(({ text }) => text).join('');

describe('the parts of a paragraph', () => {
  it('are a label up to its tab and the text after it, whose characters are counted from the start', () => {
    const parts = partsOf(
      paragraph({ runs: [{ text: 'Contact', bold: true }, { text: '\tAda' }, { text: ', 01632' }] }),
    );
    expect(parts).toEqual({
      label: [{ text: 'Contact', bold: true }],
      text: [{ text: 'Ada' }, { text: ', 01632' }],
      offset: 8,
    });
  });

  it('are the marker of a list and its whole text', () => {
    expect(partsOf(paragraph({ marker: '2.', runs: [{ text: 'a\tb' }] }))).toEqual({
      label: [{ text: '2.' }],
      text: [{ text: 'a\tb' }],
      offset: 0,
    });
  });

  it('are cut anywhere without losing a letter or its format', () => {
    const run = fc.record({ text: fc.string(), bold: fc.boolean() });
    fc.assert(
      fc.property(fc.array(run), fc.nat(30), fc.nat(30), (runs, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const cut = [sliceRuns(runs, 0, from), sliceRuns(runs, from, to), sliceRuns(runs, to, null)];
        expect(cut.map(textOf).join('')).toBe(textOf(runs));
        expect(lengthOf(cut[1] ?? [])).toBe(Math.max(0, Math.min(to, lengthOf(runs)) - from));
        const letters = (some: readonly DocumentRun[]) =>
          some.flatMap(({ text, bold }) => [...Array(text.length)].map(() => bold));
        expect(letters(cut.flat())).toEqual(letters(runs));
      }),
    );
  });
});

describe('the look of a paragraph', () => {
  it('is that of its style, with what it says itself over it', () => {
    expect(lookOf(paragraph({ after: 2 }), document)).toMatchObject({ size: 12, before: 3, after: 2, hanging: 0 });
    expect(lookOf(paragraph({ indent: 42.5, hanging: 21.25 }), document)).toMatchObject({
      indent: 42.5,
      hanging: 21.25,
    });
    expect(lookOf(paragraph({}), document).lineHeight).toBeCloseTo(16.5, 1);
  });

  it('hangs only where the paragraph begins, not where it goes on over the page', () => {
    const look = lookOf(paragraph({ indent: 42.5, hanging: 21.25 }), document);
    expect(flowOf(look, true).textIndent).toBe('-21.25pt');
    expect(flowOf(look, false).textIndent).toBe(0);
  });
});
