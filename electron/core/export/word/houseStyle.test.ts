import { describe, expect, it } from 'vitest';
import { readHouseStyle } from '#core/houseStyle/readHouseStyle.ts';
import { fullSubmission } from '#test/fixtures/submission.ts';
import { all, first, readWord, textOf, valueIn, type WordFile, type XmlElement } from '#test/golden/word/readWord.ts';
import { germanStyle, loudStyle, welshStyle, wordTemplate } from '#test/helpers/houseStyleFiles.ts';
import { textWidth } from './page.ts';
import { writeWord } from './writeWord.ts';

const houseOf = (bytes: Uint8Array) => readHouseStyle(bytes, 'house.dotx').style;
async function dressed(bytes: Uint8Array, ownLogo = true): Promise<WordFile> {
  const titleBlock = ownLogo ? fullSubmission.titleBlock : { ...fullSubmission.titleBlock, logo: null };
  return readWord(await writeWord({ ...fullSubmission, titleBlock, houseStyle: houseOf(bytes) }));
}
const stylesOf = (file: WordFile): XmlElement => file.parts.get('word/styles.xml') as XmlElement;
function styleOf(file: WordFile, id: string): XmlElement {
  const found = all(stylesOf(file), 'w:style').find((each) => each.attributes['w:styleId'] === id);
  if (found === undefined) throw new Error(`There is no style ${id}`);
  return found;
}
const attributesIn = (element: XmlElement, name: string) => first(element, name)?.attributes ?? {};

describe('a document in the house style', () => {
  it('has the fonts of the house, by the theme as well, and its colours in the theme', async () => {
    const file = await dressed(wordTemplate());
    const defaults = first(stylesOf(file), 'w:docDefaults') as XmlElement;
    expect(attributesIn(defaults, 'w:rFonts')).toMatchObject({ 'w:ascii': 'Calibri', 'w:asciiTheme': 'minorHAnsi' });
    expect(attributesIn(styleOf(file, 'Heading1'), 'w:rFonts')).toMatchObject({
      'w:ascii': 'Calibri Light',
      'w:asciiTheme': 'majorHAnsi',
    });
    const theme = file.parts.get('word/theme/theme1.xml') as XmlElement;
    expect(all(theme, 'a:latin').map(({ attributes }) => attributes.typeface)).toEqual(['Calibri Light', 'Calibri']);
    const accent = first(theme, 'a:accent1') as XmlElement;
    expect(attributesIn(accent, 'a:srgbClr').val).toBe('2E5E8C');
    // What the house has no style for is ours, in the fonts and the colour of the house.
    const third = styleOf(file, 'Heading3');
    expect([valueIn(third, 'w:color'), attributesIn(third, 'w:rFonts')['w:ascii']]).toEqual([
      '224669',
      'Calibri Light',
    ]);
  });

  it('keeps our styles by their names, and every paragraph in one of them', async () => {
    const [plain, house] = [readWord(await writeWord(fullSubmission)), await dressed(germanStyle())];
    const ids = (file: WordFile) => all(stylesOf(file), 'w:style').map(({ attributes }) => attributes['w:styleId']);
    expect(ids(house)).toEqual(ids(plain));
    const used = (file: WordFile) => all(file.document, 'w:pStyle').map(({ attributes }) => attributes['w:val']);
    expect(used(house)).toEqual(used(plain));
    expect(all(house.document, 'w:t').map(textOf)).toEqual(all(plain.document, 'w:t').map(textOf));
  });

  it.each([
    ['Word', wordTemplate],
    ['Welsh', welshStyle],
    ['German', germanStyle],
    ['loud', loudStyle],
  ])('tells questions from answers, and headings from what stands under them: %s', async (_name, make) => {
    const file = await dressed(make());
    const [question, answer] = [styleOf(file, 'Question'), styleOf(file, 'Answer')];
    expect(first(question, 'w:shd')).toBeDefined();
    expect(first(question, 'w:b')).toBeDefined();
    expect(first(answer, 'w:shd')).toBeUndefined();
    expect(first(answer, 'w:b')).toBeUndefined();
    const text = Number(valueIn(first(stylesOf(file), 'w:docDefaults') as XmlElement, 'w:sz'));
    const sizes = ['Heading3', 'Heading2', 'Heading1'].map((id) => Number(valueIn(styleOf(file, id), 'w:sz')));
    expect(text).toBeGreaterThanOrEqual(24);
    expect([text, ...sizes].toSorted((one, other) => one - other)).toEqual([text, ...sizes]);
    for (const id of ['TableText', 'Guidance'])
      expect(Number(valueIn(styleOf(file, id), 'w:sz'))).toBeGreaterThanOrEqual(22);
  });

  it('keeps the shades of ratings, whatever the colours of the house', async () => {
    const shades = (file: WordFile) =>
      all(file.document, 'w:tc')
        .filter((cell) => /^[GAR]: /u.test(textOf(cell)))
        .map((cell) => [textOf(cell), attributesIn(cell, 'w:shd')['w:fill'], valueIn(cell, 'w:color')]);
    const own = shades(readWord(await writeWord(fullSubmission)));
    expect(own.length).toBeGreaterThan(3);
    expect(shades(await dressed(loudStyle()))).toEqual(own);
  });

  it('has the logo of the house in the running head of every page, with words for it', async () => {
    const file = await dressed(wordTemplate(), false);
    const headers = [...file.parts].filter(([name]) => /^word\/header\d\.xml$/u.test(name)).map(([, part]) => part);
    expect(headers).toHaveLength(3);
    for (const header of headers) {
      expect(attributesIn(header, 'wp:docPr').descr).toBe('Eastmere University: a lighthouse');
      expect(textOf(header)).toContain('Saltmarsh University · Stage 3 self-assessment');
    }
    expect(all(file.document, 'w:titlePg')).toEqual([]);
  });

  it('does not show it above the larger one of the title page', async () => {
    const file = await dressed(wordTemplate());
    const [section] = all(file.document, 'w:sectPr') as [XmlElement];
    expect(first(section, 'w:titlePg')).toBeDefined();
    const headers = [...file.parts].filter(([name]) => /^word\/header\d\.xml$/u.test(name)).map(([, part]) => part);
    expect(headers.map((header) => all(header, 'w:drawing').length).toSorted()).toEqual([0, 1, 1, 1]);
  });

  it('gives the columns of tables more room where its letters are wider, and no more than there is', async () => {
    const widths = (file: WordFile) =>
      all(file.document, 'w:tblGrid').map((grid) =>
        all(grid, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w'])),
      );
    const [own, wide] = [widths(readWord(await writeWord(fullSubmission))), widths(await dressed(welshStyle()))];
    expect(wide).not.toEqual(own);
    const sums = (tables: readonly (readonly number[])[]) =>
      tables.map((each) => each.reduce((sum, width) => sum + width, 0));
    expect(sums(wide)).toEqual(sums(own));
    expect(new Set(sums(wide))).toEqual(new Set([textWidth('portrait'), textWidth('landscape')]));
  });
});
