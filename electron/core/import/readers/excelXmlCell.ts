import type { SheetCell } from '../sheet.ts';
import { resolveColour } from './colours.ts';
import { type FormattedRun, formatOfRuns } from './richText.ts';
import { type Attributes, attributeOf } from './scanXml.ts';
import { noteText, serialOfDay, shownNumber, tidyText, withoutAuthor } from './shownText.ts';
import type { StyleParts } from './styleParts.ts';

/** Takes the elements inside one cell: its data, of which parts may have formats, and its comment. */
export type ExcelXmlCell = {
  /** The column after it. */
  readonly next: number;
  readonly onOpen: (name: string, attributes: Attributes) => void;
  readonly onText: (text: string) => void;
  readonly onClose: (name: string) => void;
  readonly finish: () => SheetCell | undefined;
};

export function excelXmlCell(attributes: Attributes, style: StyleParts, next: number): ExcelXmlCell {
  let type: string | undefined;
  let text = '';
  let note = '';
  let author: string | undefined;
  let inComment = false;
  let inData = false;
  const runs: FormattedRun[] = [];
  const formats: { readonly fontColour: string | undefined; readonly struck: boolean }[] = [];
  let hasFormats = false;

  return {
    next,
    onOpen: (name, inner) => {
      if (name === 'Comment') {
        inComment = true;
        author = attributeOf(inner, 'Author');
      } else if (name === 'Data') {
        inData = true;
        if (!inComment) type = attributeOf(inner, 'Type');
      } else if (inData && !inComment) {
        const outer = formats.at(-1);
        const colour = name === 'Font' ? attributeOf(inner, 'Color') : undefined;
        hasFormats ||= name === 'S' || colour !== undefined;
        formats.push({
          fontColour: colour === undefined ? (outer?.fontColour ?? style.fontColour) : resolveColour({ rgb: colour }),
          struck: name === 'S' || (outer?.struck ?? style.strike === true),
        });
      }
    },
    onText: (piece) => {
      if (!inData) return;
      if (inComment) note += piece;
      else {
        text += piece;
        const format = formats.at(-1);
        runs.push({
          text: piece,
          fontColour: format === undefined ? style.fontColour : format.fontColour,
          struck: format?.struck ?? style.strike === true,
        });
      }
    },
    onClose: (name) => {
      if (name === 'Comment') inComment = false;
      else if (name === 'Data') inData = false;
      else if (inData && !inComment) formats.pop();
    },
    finish: () => {
      const { fontColour: _, strike: __, ...plain } = style;
      const hyperlink = attributeOf(attributes, 'HRef');
      const written = noteText(withoutAuthor(tidyText(note), author));
      const extras = {
        ...(hasFormats ? { ...plain, ...formatOfRuns(runs) } : style),
        ...(written === '' ? {} : { note: written }),
        ...(hyperlink === undefined ? {} : { hyperlink }),
      };
      const value = valueOfData(type, text, style.numberFormat);
      if (value !== undefined) return { ...value, ...extras };
      return style.fill === undefined && written === '' ? undefined : { value: '', text: '', ...extras };
    },
  };
}

function valueOfData(
  type: string | undefined,
  text: string,
  numberFormat: string | undefined,
): Pick<SheetCell, 'value' | 'text' | 'isDate'> | undefined {
  if (text.trim() === '') return undefined;
  switch (type) {
    case 'Number': {
      const number = Number(text);
      if (Number.isFinite(number)) return shownNumber(number, numberFormat, false);
      break;
    }
    case 'DateTime': {
      const day = /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
      const serial = day === undefined ? Number.NaN : serialOfDay(day, false);
      if (Number.isFinite(serial)) return shownNumber(serial, numberFormat ?? 'dd/mm/yyyy', false);
      break;
    }
    case 'Boolean': {
      const value = text.trim() === '1';
      return { value, text: value ? 'TRUE' : 'FALSE' };
    }
  }
  const words = tidyText(text);
  return words === '' ? undefined : { value: words, text: words };
}
