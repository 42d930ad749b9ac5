import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openFormPackage } from '#core/officialForm/formPackage.ts';
import { readPrompts } from '#core/officialForm/readPrompts.ts';
import { allBelow, ownText, readXmlTree, type XmlNode, type XmlTree } from '#core/officialForm/xmlTree.ts';
import { richTextFromParagraphs } from '#shared/model/richText.ts';
import { boxesForm, formOf, textBox } from '#test/helpers/boxedForms.ts';
import { answered, fill, keys } from '#test/helpers/fillingForms.ts';
import { longPrompts, wordings } from '#test/helpers/officialForms.ts';
import { paragraph, run } from '#test/helpers/wordFile.ts';

const promptsOf = (form: Uint8Array) => readPrompts(openFormPackage(form, 'form.docx'), 'form.docx').prompts;
const treeOf = (bytes: Uint8Array): XmlTree =>
  readXmlTree(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()));
const isBoxed = (node: XmlNode): boolean => {
  for (let at = node.parent; at !== null; at = at.parent) if (at.name === 'w:txbxContent') return true;
  return false;
};
const textsIn = (tree: XmlTree, node: XmlNode): readonly string[] =>
  allBelow(node, 'w:p').map((each) =>
    allBelow(each, 'w:t')
      .map((one) => ownText(tree, one))
      .join(''),
  );
/** The texts of every box, twins included, and those of the page between them. */
function read(bytes: Uint8Array) {
  const tree = treeOf(bytes);
  const boxes = allBelow(tree.root, 'w:txbxContent');
  const onPage = allBelow(tree.root, 'w:p')
    .filter((node) => !isBoxed(node))
    .map((node) =>
      allBelow(node, 'w:txbxContent').length > 0
        ? '[box]'
        : allBelow(node, 'w:t')
            .map((one) => ownText(tree, one))
            .join(''),
    )
    .filter((text) => text !== '');
  return { boxes: boxes.map((box) => textsIn(tree, box)), onPage };
}

const short = (index: number): string => `Answer ${index + 1}.`;
const long = 'The board of technical staff meets six times a year and reports to the council. '.repeat(12).trim();
const allShort = answered(keys.map((_, index) => richTextFromParagraphs(short(index))));

describe('prompts in drawn boxes', () => {
  it('are read once, in their order, with keys that leave those of the page as they were', () => {
    const prompts = promptsOf(boxesForm());
    expect(prompts.map(({ text }) => text)).toEqual([
      `${wordings.organisation}:`,
      `${wordings.email}:`,
      ...longPrompts,
    ]);
    expect(prompts.map(({ key }) => key)).toEqual(['p1b1', 'p1b2.1', 'p2b1', 'p3', 'p5', 'p7', 'p9b1', 'p10', 'p13']);
  });

  it('are not those of a box that was deleted', () => {
    const form = formOf(
      [
        `<w:p><w:del w:id="1" w:author="A">${textBox(paragraph(run(wordings.plan)) + paragraph(''))}</w:del></w:p>`,
        paragraph(run(wordings.talent)),
        paragraph(''),
      ].join(''),
    );
    expect(promptsOf(form).map(({ text }) => text)).toEqual([wordings.talent]);
  });

  it('do not make a prompt of a remark in a box, nor a section of a heading over a box to write in', () => {
    const form = formOf(
      [
        `<w:p>${textBox(paragraph('Please note: this form is read by two people.'))}</w:p>`,
        paragraph('Governance', '<w:outlineLvl w:val="1"/>'),
        `<w:p>${textBox(paragraph(''))}</w:p>`,
        paragraph(run(wordings.talent)),
        paragraph(''),
      ].join(''),
    );
    expect(promptsOf(form).map(({ text }) => text)).toEqual(['Governance', wordings.talent]);
  });
});

describe('an answer to a prompt with a drawn box', () => {
  it('stands in the box where there is room, for programs of both kinds', async () => {
    const { bytes, filled, afterBoxes } = await fill(boxesForm(), allShort);
    expect(filled).toHaveLength(9);
    expect(afterBoxes).toEqual(['p9b1']);
    const { boxes, onPage } = read(bytes);
    const first = [`${wordings.organisation}: Saltmarsh University`, `${wordings.email}: lead@saltmarsh.example`];
    const second = [longPrompts[0], short(0), ''];
    expect(boxes).toEqual([
      first,
      first,
      second,
      second,
      [short(1)],
      [short(1)],
      [short(2)],
      [short(3)],
      [short(3)],
      [longPrompts[4]],
      [longPrompts[4]],
    ]);
    expect(onPage.slice(-7)).toEqual([
      '[box]',
      longPrompts[4],
      short(4),
      longPrompts[5],
      short(5),
      longPrompts[6],
      short(6),
    ]);
  });

  it('stands after the box where it has no room in it, and is named among what was placed so', async () => {
    const { bytes, filled, afterBoxes } = await fill(
      boxesForm(),
      answered(keys.map(() => richTextFromParagraphs(long))),
    );
    expect(filled).toHaveLength(9);
    // Boxes that grow take it, and so does the large one.
    expect(afterBoxes).toEqual(['p3', 'p9b1']);
    const { boxes, onPage } = read(bytes);
    expect(boxes[4]).toEqual(['']);
    expect(boxes[7]).toEqual([long]);
    expect(onPage.slice(onPage.indexOf(longPrompts[1]), onPage.indexOf(longPrompts[2]))).toEqual([
      longPrompts[1],
      '[box]',
      long,
    ]);
  });

  it('leaves the form byte for byte where nothing is answered', async () => {
    const form = boxesForm();
    const { bytes } = await fill(form, { ...answered([]), questions: [] });
    expect(unzipSync(bytes)).toEqual(unzipSync(form));
  });

  it('stands after a box whose two copies do not tell the same', async () => {
    const both = textBox(paragraph(''), { grows: true });
    const uneven = both.replace(
      '<mc:Fallback>',
      `<mc:Fallback>${textBox(paragraph(''), { isOld: true }).slice(5, -6)}`,
    );
    const form = formOf(`${paragraph(run(wordings.structures))}<w:p>${uneven}</w:p>${paragraph('The end.')}`);
    const { bytes, afterBoxes } = await fill(form, allShort);
    expect(afterBoxes).toEqual(['p0']);
    expect(read(bytes).boxes).toEqual([[''], [''], ['']]);
    expect(read(bytes).onPage.slice(0, 4)).toEqual([wordings.structures, '[box]', short(0), 'The end.']);
  });

  it('fills two prompts of one small box only as far as there is room', async () => {
    const content = [wordings.structures, wordings.governance].map((text) => paragraph(run(text)) + paragraph(''));
    const form = formOf(`<w:p>${textBox(content.join(''), { height: 210 })}</w:p>${paragraph('The end.')}`);
    const { bytes, afterBoxes } = await fill(
      form,
      answered([richTextFromParagraphs(long.slice(0, 300)), richTextFromParagraphs(long.slice(0, 300))]),
    );
    expect(afterBoxes).toEqual(['p0b3']);
    expect(read(bytes).onPage.slice(0, 3)).toEqual(['[box]', wordings.governance, long.slice(0, 300).trim()]);
  });
});
