import type { XmlElement } from './strictXml.ts';
import { isOff } from './wordStyles.ts';

type Field = {
  phase: 'instruction' | 'result';
  instruction: string;
  contents: boolean;
  /** Counted anew by whoever shows the document, so what was last counted says nothing. */
  pageNumber: boolean;
  /** Where a link leads. */
  address: string | undefined;
  shown: boolean;
  /** A box or a list of the old forms, which has no text of its own. */
  ticked: boolean | undefined;
  choices: string[] | undefined;
  chosen: number;
};

const isContents = (instruction: string): boolean => /^\s*TOC\b/i.test(instruction);
const addressIn = (instruction: string): string | undefined => /^\s*HYPERLINK\s+"([^"]+)"/i.exec(instruction)?.[1];
const bookmarkIn = (instruction: string): string | undefined =>
  /^\s*HYPERLINK\b.*?\\l\s+"([^"]+)"/i.exec(instruction)?.[1];
/** With no switch but those of its format: a picture of a number may hold any words. */
const isPageNumber = (instruction: string): boolean =>
  /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)(?:\s*\\\*\s*[a-z]+)*\s*$/i.test(instruction);
/** What stands in the place of a page number. */
const pageNumber = '#';

const newField = (): Field => ({
  phase: 'instruction',
  instruction: '',
  contents: false,
  pageNumber: false,
  address: undefined,
  shown: false,
  ticked: undefined,
  choices: undefined,
  chosen: 0,
});

/** An address with the place in it, or a place in this document; undefined for neither. */
export const wholeAddress = (address: string | undefined, bookmark: string | undefined): string | undefined =>
  bookmark === undefined || bookmark === '' ? address : `${address ?? ''}#${bookmark}`;

/**
 * Follows the fields of a document, of which only the result is seen: not the instruction, nor fields within it.
 * Boxes and lists of the old forms give their state as text.
 */
export class WordFields {
  readonly #open: Field[] = [];
  readonly #pages: boolean;

  /** @param pages Whether page numbers are read as a mark, whichever they were last. */
  constructor(pages = false) {
    this.#pages = pages;
  }

  /** Whether text that stands here is seen. */
  get visible(): boolean {
    return this.#open.every(({ phase, pageNumber: counted }) => phase === 'result' && !counted);
  }
  /** Where the innermost link leads that is open here. */
  get address(): string | undefined {
    return this.#open.findLast(({ address }) => address !== undefined)?.address;
  }
  /** Whether a table of contents is being listed. */
  get contents(): boolean {
    return this.#open.some(({ contents }) => contents);
  }

  addInstruction(text: string): void {
    const field = this.#open.at(-1);
    if (field?.phase === 'instruction') field.instruction += text;
  }
  sawText(): void {
    for (const field of this.#open) field.shown = true;
  }
  /** Instructions never run over the end of a paragraph: one that does is damage, and must not hide what follows. */
  endParagraph(): void {
    for (let index = this.#open.length - 1; index >= 0; index -= 1) {
      if (this.#open[index]?.phase === 'instruction') this.#open.splice(index, 1);
    }
  }

  /** Follows `w:fldChar`. @returns text and address that the field brings to this place. */
  follow(element: XmlElement): { readonly text?: string; readonly address?: string } {
    switch (element.attribute('fldCharType')) {
      case 'begin':
        this.#open.push(newField());
        return {};
      case 'separate': {
        const field = this.#open.at(-1);
        if (field === undefined) return {};
        const address = this.#understand(field);
        return address === undefined ? {} : { address };
      }
      case 'end': {
        const field = this.#open.pop();
        if (field === undefined) return {};
        if (field.pageNumber || (this.#pages && isPageNumber(field.instruction))) return { text: pageNumber };
        if (field.shown) return {};
        if (field.ticked !== undefined) return { text: field.ticked ? '☒' : '☐' };
        const choice = field.choices?.[field.chosen];
        return choice === undefined ? {} : { text: choice };
      }
      default:
        return {};
    }
  }

  /** `w:fldSimple`, whose content is its result. */
  openSimple(instruction: string): void {
    const field = { ...newField(), instruction };
    this.#understand(field);
    this.#open.push(field);
  }
  /** @returns text that the field brings to this place. */
  closeSimple(): string | undefined {
    return this.#open.pop()?.pageNumber ? pageNumber : undefined;
  }

  /** Its instruction is complete, and what follows is its result. @returns where it links to, as a whole address. */
  #understand(field: Field): string | undefined {
    field.phase = 'result';
    field.contents = isContents(field.instruction);
    field.pageNumber = this.#pages && isPageNumber(field.instruction);
    const [address, bookmark] = [addressIn(field.instruction), bookmarkIn(field.instruction)];
    field.address = wholeAddress(address, bookmark);
    return address;
  }

  /** Reads the parts of `w:ffData`, the data of an old form field. */
  readForm(element: XmlElement, parent: string | undefined): void {
    const field = this.#open.at(-1);
    if (field === undefined) return;
    const value = element.attribute('val');
    if (element.name === 'checkBox') field.ticked ??= false;
    else if (element.name === 'ddList') field.choices ??= [];
    else if (parent === 'checkBox' && (element.name === 'checked' || element.name === 'default'))
      field.ticked = !isOff(element);
    else if (parent === 'ddList' && element.name === 'listEntry') field.choices?.push(value ?? '');
    else if (parent === 'ddList' && (element.name === 'result' || element.name === 'default'))
      field.chosen = Number(value) || 0;
  }
}
