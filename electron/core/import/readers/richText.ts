import type { SheetCell } from '../sheet.ts';
import { type Palette, resolveColour } from './colours.ts';
import type { Attributes } from './scanXml.ts';
import { tidyText } from './shownText.ts';
import { type FormatParts, takeFormatElement } from './styleParts.ts';

/** A text of a workbook; `format` only where parts of it have formats of their own, which then stand for the cell's. */
export type StringItem = {
  readonly text: string;
  readonly format?: Pick<SheetCell, 'fontColour' | 'strike' | 'struckText'>;
};

type Run = { text: string; format: FormatParts | undefined };

/** Takes the elements of a shared or inline string, or of a comment, one after another. */
export type TextCollector = {
  readonly onOpen: (name: string, attributes: Attributes) => void;
  readonly onText: (text: string) => void;
  readonly onClose: (name: string) => void;
  /** The text since the last time. */
  readonly finish: () => StringItem;
};

/** Excel writes a character that XML cannot hold as `_x000B_`, and `_x005F_` before one that is only text. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

export function collectText(palette: Palette): TextCollector {
  let runs: Run[] = [];
  let run: Run | undefined;
  let inProperties = false;
  let inText = false;
  let inPhonetic = false;
  const startRun = (): void => {
    run = { text: '', format: undefined };
    runs.push(run);
  };
  return {
    onOpen: (name, attributes) => {
      if (name === 't') {
        inText = !inPhonetic;
        if (run === undefined) startRun();
      } else if (name === 'r') startRun();
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 'rPr') {
        inProperties = true;
        if (run !== undefined) run.format = { font: {} };
      } else if (inProperties && run?.format !== undefined) takeFormatElement(name, attributes, run.format);
    },
    onText: (text) => {
      if (inText && run !== undefined) run.text += text;
    },
    onClose: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPr') inProperties = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'r') run = undefined;
    },
    finish: () => {
      const item = itemOf(runs, palette);
      runs = [];
      run = undefined;
      return item;
    },
  };
}

function itemOf(runs: readonly Run[], palette: Palette): StringItem {
  const text = tidyText(unescaped(runs.length === 1 ? (runs[0]?.text ?? '') : runs.map((run) => run.text).join('')));
  if (text === '' || runs.every((run) => run.format === undefined)) return { text };
  const format = formatOfRuns(
    runs.map((run) => ({
      text: unescaped(run.text),
      fontColour: resolveColour(run.format?.font.colour, palette),
      struck: run.format?.font.strike === true,
    })),
  );
  return { text, format };
}

export type FormattedRun = {
  readonly text: string;
  readonly fontColour: string | undefined;
  readonly struck: boolean;
};

/** What the runs of a text are together. A colour counts only where all have it: one red word makes no red cell. */
export function formatOfRuns(runs: readonly FormattedRun[]): Pick<SheetCell, 'fontColour' | 'strike' | 'struckText'> {
  const seen = runs.filter((run) => run.text.trim() !== '');
  const [first] = seen;
  const struck = seen.filter((run) => run.struck);
  const colour = first?.fontColour;
  return {
    ...(colour !== undefined && seen.every((run) => run.fontColour === colour) ? { fontColour: colour } : {}),
    ...(struck.length > 0 && struck.length === seen.length ? { strike: true as const } : {}),
    ...(struck.length > 0 && struck.length < seen.length
      ? { struckText: tidyText(struck.map((run) => run.text.trim()).join(' ')) }
      : {}),
  };
}
