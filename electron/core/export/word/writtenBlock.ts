import { FileChild, type IContext, type IXmlableObject } from 'docx';

/**
 * A block of the document, a paragraph or a table, written straight to text. The library builds some twenty objects for
 * a cell and turns each into text by itself; a plan of 300 actions has 5,000 cells, and most of the time of an export
 * went there. Its document holds a mark in the place of each block, which no text can imitate, and `placeBlocks` puts
 * the block there. Numbers count from the start of the document, so the same content gives the same text.
 */
export abstract class WrittenBlock extends FileChild {
  constructor() {
    super(mark);
  }

  protected abstract xml(document: WrittenDocument): string;

  override prepForXml(context: IContext): IXmlableObject {
    const document = writtenDocuments.get(context.file) ?? new WrittenDocument(context);
    writtenDocuments.set(context.file, document);
    return { [mark]: { _attr: { place: String(document.blocks.push(this.xml(document)) - 1) } } };
  }
}

const mark = 'block';

/** What its blocks share of a document that is being written. */
export class WrittenDocument {
  /** In the order in which the library came to them. */
  readonly blocks: string[] = [];
  readonly #context: IContext;
  readonly #lists = new Map<string, number>();
  #links = 0;
  #bookmarks = 0;

  constructor(context: IContext) {
    this.#context = context;
  }

  /** The id of a new relationship that leads out of the document. */
  linkTo(href: string): string {
    this.#links += 1;
    const id = `Link${this.#links}`;
    this.#context.viewWrapper.Relationships.addRelationship(id, hyperlink, href, 'External');
    return `rId${id}`;
  }

  /** The id of a new bookmark. */
  bookmark(): number {
    this.#bookmarks += 1;
    return this.#bookmarks;
  }

  /** The id of the list that is numbered in this way. */
  list(reference: string): number {
    const known = this.#lists.get(reference);
    if (known !== undefined) return known;
    const { Numbering: numbering } = this.#context.file;
    numbering.createConcreteNumberingInstance(reference, 0);
    const list = numbering.ConcreteNumbering.find((each) => each.reference === reference);
    if (list === undefined) throw new Error(`No numbering is called ${reference}`);
    this.#lists.set(reference, list.numId);
    return list.numId;
  }
}

const hyperlink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

const writtenDocuments = new WeakMap<object, WrittenDocument>();

/** Puts the blocks into the text of the document part that the library packed. */
export function placeBlocks(document: object, xml: string): string {
  const blocks = writtenDocuments.get(document)?.blocks ?? [];
  return xml.replaceAll(/<block place="(\d+)"\/>/gu, (_, place: string) => blocks[Number(place)] ?? '');
}
