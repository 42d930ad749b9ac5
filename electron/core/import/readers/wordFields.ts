import type { XmlElement } from './strictXml.ts';
import { isOff } from './wordStyles.ts';

type Field = {
  phase: 'instruction' | 'result';
  instruction: string;
  contents: boolean;
  shown: boolean;
  /** A box or a list of the old forms, which has no text of its own. */
  ticked: boolean | undefined;
  choices: string[] | undefined;
  chosen: number;
};

const isContents = (instruction: string): boolean => /^\s*TOC\b/i.test(instruction);
const addressIn = (instruction: string): string | undefined => /^\s*HYPERLINK\s+"([^"]+)"/i.exec(instruction)?.[1];

/**
 * Follows the fields of a document, of which only the result is seen: not the instruction, nor fields within it.
 * Boxes and lists of the old forms give their state as text.
 */
export class WordFields {
  readonly #open: Field[] = [];

  /** Whether text that stands here is seen. */
  get visible(): boolean {
    return this.#open.every(({ phase }) => phase === 'result');
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
        this.#open.push({
          phase: 'instruction',
          instruction: '',
          contents: false,
          shown: false,
          ticked: undefined,
          choices: undefined,
          chosen: 0,
        });
        return {};
      case 'separate': {
        const field = this.#open.at(-1);
        if (field === undefined) return {};
        field.phase = 'result';
        field.contents = isContents(field.instruction);
        const address = addressIn(field.instruction);
        return address === undefined ? {} : { address };
      }
      case 'end': {
        const field = this.#open.pop();
        if (field === undefined || field.shown) return {};
        if (field.ticked !== undefined) return { text: field.ticked ? '☒' : '☐' };
        const choice = field.choices?.[field.chosen];
        return choice === undefined ? {} : { text: choice };
      }
      default:
        return {};
    }
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
