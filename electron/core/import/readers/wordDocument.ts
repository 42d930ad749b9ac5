import { parseStrictXml, type XmlElement } from './strictXml.ts';
import type { WordTheme } from './wordColours.ts';
import { CommentPlaces, type WordComment } from './wordComments.ts';
import {
  addLink,
  addText,
  finishParagraph,
  finishTable,
  joinParagraphs,
  newCell,
  newParagraph,
  newRow,
  type ParagraphDraft,
  type TableDraft,
} from './wordDrafts.ts';
import { WordFields, wholeAddress } from './wordFields.ts';
import type { WordBlock, WordPages } from './wordModel.ts';
import type { CountParagraph } from './wordNumbering.ts';
import { readCellProperty, readParagraphProperty, readRowProperty, widthOf } from './wordProperties.ts';
import { idOfNote, isSkipped, wordNamespaces } from './wordSkipped.ts';
import { isOff, readRunProperty, type WordStyles } from './wordStyles.ts';
import { symbolText, textInFont } from './wordSymbols.ts';

export type WordContext = {
  readonly styles: WordStyles;
  readonly countParagraph: CountParagraph;
  readonly theme: WordTheme;
  readonly comments: ReadonlyMap<string, WordComment>;
  readonly links: ReadonlyMap<string, string>;
  /**
   * A plan is read for what it says. Of pages everything is read that stands on them, with the words that ask for an
   * entry, and what is hidden there.
   */
  readonly reading: 'plan' | 'pages';
};

type Container = { readonly blocks: WordBlock[]; unended: ParagraphDraft | undefined };
/** A content control: whether it still shows the words that ask for an entry, and whether it lists the contents. */
type Control = { placeholder: boolean; contents: boolean };

/** Reads document.xml: the paragraphs and tables of the body, with tracked changes accepted. Throws on broken XML. */
export const readWordDocument = (xml: string, context: WordContext): readonly WordBlock[] =>
  readWordPart(xml, context).blocks;

/** Reads a part that holds text: the document, a header or footer, or notes, each by its kind and id. */
export function readWordPart(xml: string, context: WordContext): Pick<WordPages, 'blocks' | 'notes'> {
  const pages = context.reading === 'pages';
  const notes = new Map<string, readonly WordBlock[]>();
  const body: Container = { blocks: [], unended: undefined };
  const containers: Container[] = [body];
  const tables: TableDraft[] = [];
  const paragraphs: ParagraphDraft[] = [];
  const controls: Control[] = [];
  const fields = new WordFields(pages);
  const hyperlinks: (string | undefined)[] = [];
  const path: string[] = [];
  const comments = new CommentPlaces(context.comments);
  let skipping = 0;
  let inText: 'text' | 'instruction' | undefined;

  const container = (): Container => containers.at(-1) ?? body;
  const show = (text: string): void => {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined || text === '' || !fields.visible) return;
    const look = paragraph.run?.look ?? paragraph.style;
    if (controls.some(({ placeholder }) => placeholder)) return;
    if (look.hidden === true) {
      if (pages) paragraph.hiddenText += text;
      return;
    }
    fields.sawText();
    const address = hyperlinks.at(-1) ?? fields.address;
    if (address !== undefined) addLink(paragraph, address);
    addText(paragraph, textInFont(look.font, text.replaceAll('\u00ad', '')));
  };
  const link = (address: string | undefined): void => {
    const paragraph = paragraphs.at(-1);
    if (address !== undefined && paragraph !== undefined && !paragraph.links.includes(address))
      paragraph.links.push(address);
  };

  parseStrictXml(xml, {
    onOpen: (element) => {
      const isWord = wordNamespaces.has(element.namespace);
      if (skipping > 0 || isSkipped(element, isWord, path)) {
        skipping += 1;
        return;
      }
      if (isWord) openElement(element, path.at(-1));
      path.push(element.name);
    },
    onText: (text) => {
      if (skipping > 0) return;
      if (inText === 'text') show(text.replace(/[\r\n]+/g, ' '));
      else if (inText === 'instruction') fields.addInstruction(text);
    },
    onClose: (element) => {
      if (skipping > 0) {
        skipping -= 1;
        return;
      }
      path.pop();
      if (wordNamespaces.has(element.namespace)) closeElement(element.name);
    },
  });
  return { blocks: body.blocks, notes };

  function openElement(element: XmlElement, parent: string | undefined): void {
    const paragraph = paragraphs.at(-1);
    if (path.includes('sdtPr')) {
      const control = controls.at(-1);
      if (control === undefined) return;
      if (element.name === 'showingPlcHdr') control.placeholder = !pages && !isOff(element);
      else if (element.name === 'docPartGallery')
        control.contents = /table of contents/i.test(element.attribute('val') ?? '');
      return;
    }
    if (parent === 'rPr' && path.at(-2) === 'r') {
      openRunProperty(element, paragraph);
      return;
    }
    if (path.includes('ffData')) fields.readForm(element, parent);
    switch (element.name) {
      case 'p':
        openParagraph();
        break;
      case 'r':
        if (paragraph !== undefined) paragraph.run = { look: { ...paragraph.style } };
        break;
      case 't':
        inText = 'text';
        break;
      case 'instrText':
        inText = 'instruction';
        break;
      case 'tab':
      case 'ptab':
        if (parent === 'r') show('\t');
        break;
      case 'br':
      case 'cr':
        show('\n');
        break;
      case 'noBreakHyphen':
        show('-');
        break;
      case 'sym':
        show(symbolText(element.attribute('font'), element.attribute('char')));
        break;
      case 'fldChar': {
        const { text, address } = fields.follow(element);
        if (text !== undefined) show(text);
        link(address);
        break;
      }
      case 'hyperlink': {
        const address = context.links.get(element.attribute('id') ?? '');
        link(address);
        hyperlinks.push(wholeAddress(address, element.attribute('anchor')));
        break;
      }
      case 'fldSimple':
        if (pages) fields.openSimple(element.attribute('instr') ?? '');
        break;
      case 'footnoteReference':
      case 'endnoteReference':
        if (pages) paragraph?.notes.push({ id: idOfNote(element), at: paragraph.text.length });
        break;
      case 'footnote':
      case 'endnote': {
        const inside: WordBlock[] = [];
        notes.set(idOfNote(element), inside);
        containers.push({ blocks: inside, unended: undefined });
        break;
      }
      case 'commentRangeStart':
      case 'commentReference':
        comments.attach(element.attribute('id'), paragraph);
        break;
      case 'txbxContent':
        // A box floats beside its paragraph: what is in it stands before that.
        containers.push({ blocks: container().blocks, unended: undefined });
        break;
      case 'sdt':
        controls.push({ placeholder: false, contents: false });
        break;
      default:
        if (parent === 'pPr' || parent === 'numPr' || (parent === 'rPr' && path.at(-2) === 'pPr'))
          readParagraphProperty(element, parent, paragraph, context);
        else openTablePart(element, parent);
    }
  }

  function openRunProperty(element: XmlElement, paragraph: ParagraphDraft | undefined): void {
    const look = paragraph?.run?.look;
    if (look === undefined) return;
    if (element.name === 'rStyle') Object.assign(look, context.styles(element.attribute('val') ?? ''));
    else readRunProperty(element, context.theme, look);
  }

  function openParagraph(): void {
    const paragraph = newParagraph(context.styles(undefined));
    const { unended } = container();
    if (unended !== undefined) joinParagraphs(unended, paragraph);
    container().unended = undefined;
    paragraph.contents = fields.contents || controls.some(({ contents }) => contents);
    paragraphs.push(paragraph);
    comments.attachWaiting(paragraph);
  }

  function openTablePart(element: XmlElement, parent: string | undefined): void {
    const table = tables.at(-1);
    const row = table?.rows.at(-1);
    switch (element.name) {
      case 'tbl':
        flush();
        tables.push({ rows: [], widths: [] });
        break;
      case 'gridCol':
        table?.widths.push(widthOf(element.attribute('w')));
        break;
      case 'tr':
        table?.rows.push(newRow());
        break;
      case 'tc': {
        const opened = newCell();
        row?.cells.push(opened);
        containers.push({ blocks: opened.blocks, unended: undefined });
        break;
      }
      default:
        if (parent === 'trPr') readRowProperty(element, row);
        else if (parent === 'tcPr') readCellProperty(element, row?.cells.at(-1), context.theme);
    }
  }

  function closeElement(name: string): void {
    switch (name) {
      case 't':
      case 'instrText':
        inText = undefined;
        break;
      case 'r': {
        const paragraph = paragraphs.at(-1);
        if (paragraph !== undefined) paragraph.run = undefined;
        break;
      }
      case 'p':
        endParagraph();
        break;
      case 'sdt':
        controls.pop();
        break;
      case 'hyperlink':
        hyperlinks.pop();
        break;
      case 'fldSimple':
        if (pages) show(fields.closeSimple() ?? '');
        break;
      case 'footnote':
      case 'endnote':
      case 'tc':
      case 'txbxContent':
        flush();
        if (containers.length > 1) containers.pop();
        break;
      case 'tbl': {
        const table = tables.pop();
        if (table !== undefined) container().blocks.push(finishTable(table));
        break;
      }
      case 'body':
        flush();
        break;
      default:
    }
  }

  function endParagraph(): void {
    fields.endParagraph();
    const paragraph = paragraphs.pop();
    if (paragraph === undefined) return;
    if (paragraph.endDeleted) container().unended = paragraph;
    else pushParagraph(paragraph);
  }

  function flush(): void {
    const { unended } = container();
    container().unended = undefined;
    if (unended !== undefined) pushParagraph(unended);
  }

  function pushParagraph(paragraph: ParagraphDraft): void {
    const place = paragraph.list ?? paragraph.style.list;
    const gone = paragraph.endDeleted && paragraph.text === '';
    const label = place === undefined || gone ? '' : context.countParagraph(place);
    container().blocks.push(finishParagraph(paragraph, label));
  }
}
