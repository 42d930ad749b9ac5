import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CopiedBlock, type CopiedCell, cleanCellText, copiedBlock } from './clipboardBlock.ts';
import { htmlOfBlock, plannerCellsOf } from './clipboardHtml.ts';
import { blockOfText, textOfBlock } from './clipboardText.ts';
import type { GridColumn } from './gridColumns.ts';
import { readClipboard } from './readClipboard.ts';

const cell = (text: string, more: Partial<CopiedCell> = {}): CopiedCell => ({ text, shade: null, ...more });
const block = (rows: readonly (readonly string[])[]): CopiedBlock => ({
  labels: (rows[0] ?? []).map((_, at) => `Column ${at + 1}`),
  cells: rows.map((row) => row.map((text) => cell(text))),
});
const htmlBlock = (html: string, text = '') => {
  const read = readClipboard({ html, text });
  if (read.kind !== 'block') throw new Error(`Read as ${read.kind}`);
  return read.block;
};
const textsOf = (rows: readonly (readonly { readonly text: string }[])[]) =>
  rows.map((row) => row.map(({ text }) => text));

const awkward = fc.constantFrom(
  '\t',
  '\n',
  '\r\n',
  '\r',
  '"',
  '""',
  ' ',
  '  ',
  '&',
  '<br>',
  '&nbsp;',
  '\u00a0',
  '\u0000',
  '\u000b',
  '\ud800',
  '\udc00',
  '\u{1f52c}',
  '=1+1',
  "'",
  '•',
  '',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.oneof(awkward, fc.string({ maxLength: 3 })), { maxLength: 8 }).map((all) => all.join('')),
);
const anyBlock = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(anyText, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

it('brings any cells back from text, cleaned', () => {
  fc.assert(
    fc.property(anyBlock, (rows) => {
      const cleaned = rows.map((row) => row.map(cleanCellText));
      expect(textsOf(blockOfText(textOfBlock(block(rows))))).toEqual(cleaned);
    }),
    { numRuns: 1_000 },
  );
});

it('brings any cells back from html, cleaned', () => {
  fc.assert(
    fc.property(anyBlock, fc.boolean(), (rows, header) => {
      const cleaned = rows.map((row) => row.map(cleanCellText));
      expect(textsOf(htmlBlock(htmlOfBlock(block(rows), { header })))).toEqual(cleaned);
    }),
    { numRuns: 500 },
  );
});

it('cleans a text once and for all', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const cleaned = cleanCellText(text);
      expect(cleanCellText(cleaned)).toBe(cleaned);
      expect(cleaned.isWellFormed()).toBe(true);
    }),
  );
});

it('cleans line ends, bound spaces and what cannot be seen', () => {
  expect(cleanCellText('a\r\nb\rc\u000bd\u2028e')).toBe('a\nb\nc\nd\ne');
  expect(cleanCellText('10\u00a0km\u0000\ufeff\u001b')).toBe('10 km');
  expect(cleanCellText('one\ttwo é 🔬')).toBe('one\ttwo é 🔬');
});

it('quotes text as Excel does: for tabs and line breaks, and only those that begin with a quotation mark besides', () => {
  expect(
    textOfBlock(
      block([
        ['5" pipe', 'two\nlines'],
        ['"so"', 'a\tb "c"'],
      ]),
    ),
  ).toBe('5" pipe\t"two\nlines"\r\n"""so"""\t"a\tb ""c"""\r\n');
  expect(textOfBlock(block([['one cell']]))).toBe('one cell');
});

it('writes html that Excel keeps in its cells and as text, with the shade and the word of a rating', () => {
  const green = { background: '#dff1e4', ink: '#165c2b' };
  const html = htmlOfBlock({ labels: ['Ref', 'RAG'], cells: [[cell('1.10\n<b>'), cell('Green', { shade: green })]] });
  expect(html).toContain("mso-number-format:'\\@'");
  expect(html).toContain('1.10<br style="mso-data-placement:same-cell">&lt;b&gt;</td>');
  expect(html).toMatch(/background:#dff1e4;color:#165c2b">Green<\/td>/);
  expect(htmlOfBlock(block([['12']]))).not.toContain('mso-number-format');
});

it('lets no shade that is not a colour into the html', () => {
  const html = htmlOfBlock({
    labels: ['a'],
    cells: [[cell('x', { shade: { background: 'red"><script>', ink: '#000' } })]],
  });
  expect(html).not.toContain('script');
  expect(html).not.toContain('#000');
});

it('names the columns in a first row only where asked, and does not read that row as cells', () => {
  expect(htmlOfBlock(block([['x']]))).not.toContain('<th>');
  const html = htmlOfBlock({ labels: ['Success & measure'], cells: [[cell('x')]] }, { header: true });
  expect(html).toContain('<th>Success &amp; measure</th>');
  expect(textsOf(htmlBlock(html))).toEqual([['x']]);
});

interface Reviewed {
  readonly progress: string;
  readonly reason: string;
}
const progress: GridColumn<Reviewed> = {
  key: 'progress',
  label: 'Progress',
  width: 200,
  text: (row) => `${row.progress}\nReason: ${row.reason}`,
  fields: (row) => [
    { key: 'progress', label: 'Progress', text: row.progress },
    { key: 'explanation', label: 'Reason for red', text: row.reason },
  ],
};

it('carries the fields of a cell with several, through any text, and drops them where the copy was written in', () => {
  fc.assert(
    fc.property(anyText, anyText, (one, other) => {
      const copied = copiedBlock([{ progress: one, reason: other }], [progress]);
      const [[first] = []] = htmlBlock(htmlOfBlock(copied));
      expect(first?.fields).toEqual({ progress: one, explanation: other });
    }),
  );
  const html = htmlOfBlock(copiedBlock([{ progress: 'Begun', reason: 'No budget' }], [progress]));
  expect(htmlBlock(html.replace('>Begun', '>Done'))).toEqual([[{ text: 'Done\nReason: No budget' }]]);
});

it('carries no fields where the text says it all', () => {
  const lead: GridColumn<string> = {
    key: 'lead',
    label: 'Lead',
    width: 100,
    text: (row) => row,
    fields: (row) => [{ key: 'lead', label: 'Lead', text: row }],
  };
  expect(copiedBlock(['Ada'], [lead]).cells).toEqual([[{ text: 'Ada', shade: null }]]);
});

it('takes no fields from an attribute that is not ours', () => {
  for (const attribute of ['', '[', 'null', '[1]', '[[0,0,"a",{"b":1}]]', '{"a":1}'])
    expect(plannerCellsOf(attribute)).toEqual([]);
});
