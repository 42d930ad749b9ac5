import { parseStrictXml, type XmlElement } from './strictXml.ts';
import type { WordTheme } from './wordColours.ts';
import type { WordComment } from './wordComments.ts';
import {
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
import { WordFields } from './wordFields.ts';
import type { WordBlock } from './wordModel.ts';
import type { CountParagraph } from './wordNumbering.ts';
import { readCellProperty, readParagraphProperty, readRowProperty, widthOf } from './wordProperties.ts';
import { isOff, readRunProperty, type WordStyles } from './wordStyles.ts';
import { symbolText, textInFont } from './wordSymbols.ts';

export type WordContext = {
  readonly styles: WordStyles;
  readonly countParagraph: CountParagraph;
  readonly theme: WordTheme;
  readonly comments: ReadonlyMap<string, WordComment>;
  readonly links: ReadonlyMap<string, string>;
  /** Whether words that ask for an entry are read: they say nothing in a plan, and stand on the page of a document. */
  readonly placeholders: 'read' | 'left-out';
};

const wordNamespaces: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const compatibilityNamespace = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** Left out with everything in it: old properties, deleted text, and looks of whole tables, which rate nothing. */
const skippedElements: ReadonlySet<string> = new Set([
  'moveFrom',
  'del',
  'sdtEndPr',
  'tblPr',
  'tblPrEx',
  'rt',
  'sectPr',
]);

type Container = { readonly blocks: WordBlock[]; unended: ParagraphDraft | undefined };
/** A content control: whether it still shows the words that ask for an entry, and whether it lists the contents. */
type Control = { placeholder: boolean; contents: boolean };

/** Reads document.xml: the paragraphs and tables of the body, with tracked changes accepted. Throws on broken XML. */
export function readWordDocument(xml: string, context: WordContext): readonly WordBlock[] {
  const body: Container = { blocks: [], unended: undefined };
  const containers: Container[] = [body];
  const tables: TableDraft[] = [];
  const paragraphs: ParagraphDraft[] = [];
  const controls: Control[] = [];
  const fields = new WordFields();
  const path: string[] = [];
  const waiting = new Set<string>();
  const attached = new Set<string>();
  let skipping = 0;
  let inText: 'text' | 'instruction' | undefined;

  const container = (): Container => containers.at(-1) ?? body;
  const show = (text: string): void => {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined || text === '' || !fields.visible) return;
    const look = paragraph.run?.look ?? paragraph.style;
    if (look.hidden === true || controls.some(({ placeholder }) => placeholder)) return;
    fields.sawText();
    addText(paragraph, textInFont(look.font, text.replaceAll('\u00ad', '')));
  };
  const attach = (id: string | undefined): void => {
    const comment = id === undefined ? undefined : context.comments.get(id);
    if (id === undefined || comment === undefined || attached.has(id)) return;
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined) {
      waiting.add(id);
      return;
    }
    attached.add(id);
    waiting.delete(id);
    paragraph.comments.push(comment);
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
  return body.blocks;

  function openElement(element: XmlElement, parent: string | undefined): void {
    const paragraph = paragraphs.at(-1);
    if (path.includes('sdtPr')) {
      const control = controls.at(-1);
      if (control === undefined) return;
      if (element.name === 'showingPlcHdr')
        control.placeholder = context.placeholders === 'left-out' && !isOff(element);
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
      case 'hyperlink':
        link(context.links.get(element.attribute('id') ?? ''));
        break;
      case 'commentRangeStart':
      case 'commentReference':
        attach(element.attribute('id'));
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
    for (const id of waiting) attach(id);
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

/** Properties are skipped by their change mark, deletions by their element where it holds text and is no mark itself. */
function isSkipped(element: XmlElement, isWord: boolean, path: readonly string[]): boolean {
  if (element.namespace === compatibilityNamespace) return element.name === 'Fallback';
  if (!isWord) return false;
  if (element.name.endsWith('Change')) return true;
  const parent = path.at(-1);
  if (parent === 'rPr' || parent === 'trPr') return false;
  return skippedElements.has(element.name);
}
