import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Submission } from '#core/export/submission.ts';
import {
  plainTextOf,
  type RichText,
  type RichTextBlock,
  type RichTextInline,
  type RichTextMark,
} from '#shared/model/richText.ts';
import { emptySubmission, fullSubmission } from '#test/fixtures/submission.ts';
import {
  all,
  first,
  readWord,
  styled,
  textOf,
  valueIn,
  type WordFile,
  type XmlElement,
} from '#test/golden/word/readWord.ts';
import { anyRichText } from '#test/helpers/anyRichText.ts';
import { cleanText } from './cleanText.ts';
import { writeWord } from './writeWord.ts';

/** A submission with one question and this answer. */
function answered(text: RichText): Submission {
  const [question] = emptySubmission.questions;
  if (question === undefined) throw new Error('The fixture has no questions');
  return {
    ...emptySubmission,
    options: { ...emptySubmission.options, parts: ['questions'] },
    questions: [{ ...question, state: 'draft', text, detail: null }],
    references: fullSubmission.references,
  };
}

async function written(text: RichText): Promise<WordFile> {
  return readWord(await writeWord(answered(text)));
}

function paragraphOf(...content: readonly RichTextInline[]): RichTextBlock {
  return { type: 'paragraph', content };
}

/** The words of the writer: without citation marks and without what stands around a mark to do. */
function wordsOf(text: string): readonly string[] {
  return (
    cleanText(text)
      .replaceAll('[To do: ', '')
      .replaceAll(/\[(?:2|source missing)\]|[[\]]/gu, '')
      .match(/\S+/gu) ?? []
  );
}

describe('an answer in the document', () => {
  it('loses no word, whatever its marks, lists and characters', async () => {
    await fc.assert(
      fc.asyncProperty(anyRichText, async (document) => {
        const file = await written(document);
        const printed = styled(file.document, 'Answer').map(textOf).join('\n');
        const expected = wordsOf(plainTextOf(document));
        expect(wordsOf(printed)).toEqual(
          expected.length === 0 && printed === 'Not answered' ? ['Not', 'answered'] : expected,
        );
      }),
      { numRuns: 50 },
    );
  });

  it('stands as far from the end of a list as from a paragraph, and its items close together', async () => {
    const item = (text: string) => ({ type: 'listItem' as const, content: [paragraphOf({ type: 'text', text })] });
    const file = await written({
      type: 'doc',
      content: [
        { type: 'bulletList', content: [item('one'), item('two'), item('three')] },
        paragraphOf({ type: 'text', text: 'After it.' }),
      ],
    });
    const spaces = styled(file.document, 'Answer').map(
      (each) => first(each, 'w:spacing')?.attributes['w:after'] ?? null,
    );
    expect(spaces).toEqual(['60', '60', null, null]);
  });

  it('keeps bold and italic', async () => {
    const file = await written({
      type: 'doc',
      content: [
        paragraphOf(
          { type: 'text', text: 'plain' },
          { type: 'text', text: 'strong', marks: [{ type: 'bold' }] },
          { type: 'text', text: 'both', marks: [{ type: 'bold' }, { type: 'italic' }] },
        ),
      ],
    });
    const runs = all(styled(file.document, 'Answer')[0] as XmlElement, 'w:r');
    expect(runs.map((run) => [textOf(run), all(run, 'w:b').length, all(run, 'w:i').length])).toEqual([
      ['plain', 0, 0],
      ['strong', 1, 0],
      ['both', 1, 1],
    ]);
  });

  it('makes one link of words that share an address, whatever their format', async () => {
    const link: RichTextMark = { type: 'link', attrs: { href: 'https://saltmarsh.example/' } };
    const file = await written({
      type: 'doc',
      content: [
        paragraphOf(
          { type: 'text', text: 'the ', marks: [link] },
          { type: 'text', text: 'whole', marks: [{ type: 'bold' }, link] },
          { type: 'text', text: ' page', marks: [link] },
        ),
      ],
    });
    const links = all(styled(file.document, 'Answer')[0] as XmlElement, 'w:hyperlink');
    expect(links.map(textOf)).toEqual(['the whole page']);
  });

  it('prints the words of a link whose address may not be followed, without the link', async () => {
    const file = await written({
      type: 'doc',
      content: [
        paragraphOf({ type: 'text', text: 'press', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }),
      ],
    });
    expect(styled(file.document, 'Answer').map(textOf)).toEqual(['press']);
    expect(JSON.stringify(file.parts.get('word/_rels/document.xml.rels'))).not.toContain('javascript');
  });

  it('prints what is marked to do in brackets, with a label and not by colour alone', async () => {
    const toDo: RichTextMark = { type: 'toDo' };
    const file = await written({
      type: 'doc',
      content: [
        paragraphOf(
          { type: 'text', text: 'A budget of ' },
          { type: 'text', text: 'ask ', marks: [toDo] },
          { type: 'text', text: 'finance', marks: [{ type: 'bold' }, toDo] },
          { type: 'text', text: ' a year.' },
        ),
      ],
    });
    const [printed] = styled(file.document, 'Answer') as [XmlElement];
    expect(textOf(printed)).toBe('A budget of [To do: ask finance] a year.');
    const shaded = all(printed, 'w:r').filter((run) => all(run, 'w:highlight').length > 0);
    expect(shaded.map(textOf).join('')).toBe('[To do: ask finance]');
  });

  it('marks a citation whose source is gone', async () => {
    const file = await written({
      type: 'doc',
      content: [
        paragraphOf({ type: 'text', text: 'said' }, { type: 'citation', attrs: { kind: 'evidence', id: 'deleted' } }),
      ],
    });
    const [printed] = styled(file.document, 'Answer') as [XmlElement];
    expect(textOf(printed)).toBe('said[source missing]');
    expect(all(printed, 'w:highlight')).toHaveLength(1);
  });

  describe('a citation of what must stay inside', () => {
    const said: RichText = {
      type: 'doc',
      content: [
        paragraphOf(
          { type: 'text', text: 'Pay was too low ' },
          { type: 'citation', attrs: { kind: 'voice', id: 'in confidence' } },
          { type: 'text', text: ', and it rose.' },
        ),
        paragraphOf({ type: 'citation', attrs: { kind: 'voice', id: 'in confidence' } }),
      ],
    };
    const printed = async (copy: Submission['options']['copy']): Promise<readonly string[]> => {
      const submission = { ...answered(said), keptInside: ['in confidence'] };
      const options = { ...submission.options, copy };
      return styled(readWord(await writeWord({ ...submission, options })).document, 'Answer').map(textOf);
    };

    it('is said to be left out in a draft', async () => {
      expect(await printed({ kind: 'draft', version: '' })).toEqual([
        'Pay was too low [source kept inside the institution], and it rose.',
        '[source kept inside the institution]',
      ]);
    });

    it('leaves no trace in an issued copy', async () => {
      const issued = await printed({ kind: 'issued', version: 'Version 1', fingerprint: 'AB12' });
      expect(issued).toEqual(['Pay was too low, and it rose.']);
    });
  });

  it('numbers each list for itself, from where it starts', async () => {
    const list = (start: number): RichTextBlock => ({
      type: 'orderedList',
      attrs: { start },
      content: [{ type: 'listItem', content: [paragraphOf({ type: 'text', text: `from ${start}` })] }],
    });
    const file = await written({ type: 'doc', content: [list(1), list(4)] });
    const numbering = file.parts.get('word/numbering.xml') as XmlElement;
    const starts = styled(file.document, 'Answer').map((paragraph) => {
      const id = valueIn(paragraph, 'w:numId');
      const instance = all(numbering, 'w:num').find(
        (candidate) => candidate.attributes['w:numId'] === id,
      ) as XmlElement;
      const definition = all(numbering, 'w:abstractNum').find(
        (candidate) => candidate.attributes['w:abstractNumId'] === valueIn(instance, 'w:abstractNumId'),
      ) as XmlElement;
      return [textOf(paragraph), valueIn(instance, 'w:startOverride') ?? valueIn(definition, 'w:start')];
    });
    expect(starts).toEqual([
      ['from 1', '1'],
      ['from 4', '4'],
    ]);
  });

  it('keeps the depth of nested lists', async () => {
    const file = await written({
      type: 'doc',
      content: [
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [
                paragraphOf({ type: 'text', text: 'outer' }),
                {
                  type: 'bulletList',
                  content: [{ type: 'listItem', content: [paragraphOf({ type: 'text', text: 'inner' })] }],
                },
                paragraphOf({ type: 'text', text: 'outer again' }),
              ],
            },
          ],
        },
      ],
    });
    const levels = styled(file.document, 'Answer').map((paragraph) => [
      textOf(paragraph),
      valueIn(paragraph, 'w:ilvl'),
    ]);
    expect(levels).toEqual([
      ['outer', '0'],
      ['inner', '1'],
      ['outer again', undefined],
    ]);
    expect(first(styled(file.document, 'Answer')[2] as XmlElement, 'w:ind')).toBeDefined();
  });
});
