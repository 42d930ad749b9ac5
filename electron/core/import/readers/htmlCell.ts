import type { SheetCell } from '../sheet.ts';
import type { HtmlStyle } from './htmlStyles.ts';
import { type FormattedRun, formatOfRuns } from './richText.ts';
import { dayOfSerial, isDayFormat, shownDate, tidyText } from './shownText.ts';

/** Gathers the text of one table cell, line by line, with what its elements say of its look. */
export type HtmlCell = {
  readonly openElement: (name: string, style: HtmlStyle, attributes: ReadonlyMap<string, string>) => void;
  readonly closeElement: (name: string) => void;
  readonly addText: (text: string) => void;
  readonly finish: () => SheetCell | undefined;
};

/** Elements that stand on lines of their own. */
const blocks: ReadonlySet<string> = new Set(
  'p div li ul ol h1 h2 h3 h4 h5 h6 blockquote pre dl dt dd address section article tr table'.split(' '),
);
const struckElements: ReadonlySet<string> = new Set(['s', 'strike', 'del']);
/** These have no end. */
export const voidElements: ReadonlySet<string> = new Set(
  'br img hr input meta link col area base wbr embed source track param'.split(' '),
);

type Line = { text: string; isItem: boolean };
type Open = { readonly name: string; readonly style: HtmlStyle; readonly isDropped: boolean; readonly isNote: boolean };

/** @param own what the cell, its class and its row say. */
export function htmlCell(own: HtmlStyle, attributes: ReadonlyMap<string, string>): HtmlCell {
  const lines: Line[] = [{ text: '', isItem: false }];
  const runs: (FormattedRun & { readonly behind: string | null | undefined })[] = [];
  const open: Open[] = [];
  let hyperlink: string | undefined;
  let note = '';

  const newLine = (isItem: boolean): void => {
    const last = lines.at(-1);
    if (last !== undefined && last.text.trim() === '') last.isItem ||= isItem;
    else lines.push({ text: '', isItem });
  };
  const last = (): Open | undefined => open.at(-1);

  return {
    openElement: (name, style, given) => {
      if (name === 'br') {
        // A line of its own, though it may be empty: only that of a paragraph is shared.
        lines.push({ text: '', isItem: false });
        return;
      }
      if (voidElements.has(name)) return;
      if (name === 'a' && given.get('href') !== undefined) hyperlink ??= given.get('href');
      if (blocks.has(name)) newLine(name === 'li' || style.list === true);
      const outer = last();
      const reference = /\b(MsoCommentReference|msocomanchor|comment-indicator)\b/i.test(given.get('class') ?? '');
      open.push({
        name,
        style: {
          ...outer?.style,
          ...style,
          ...(struckElements.has(name) ? { strike: true } : {}),
        },
        isDropped: outer?.isDropped === true || style.hidden === true || style.list === 'mark' || reference,
        isNote: outer?.isNote === true || name === 'comment',
      });
    },
    closeElement: (name) => {
      const place = open.findLastIndex((one) => one.name === name);
      if (place >= 0) open.length = place;
      if (blocks.has(name)) newLine(false);
    },
    addText: (text) => {
      const inner = last();
      if (inner?.isNote === true) {
        note += text;
        return;
      }
      const line = lines.at(-1);
      if (inner?.isDropped === true || line === undefined) return;
      const plain = text.replace(/[\s]+/g, (space) => (space.includes('\u00a0') ? space : ' '));
      line.text += line.text === '' || line.text.endsWith(' ') ? plain.replace(/^ /, '') : plain;
      const style = { ...own, ...inner?.style };
      runs.push({
        text: plain,
        fontColour: coloured(style.fontColour),
        struck: style.strike === true,
        behind: inner?.style.fill,
      });
    },
    finish: () => {
      const kept = lines.map(({ text, isItem }) => ({ text: tidyText(text), isItem }));
      while (kept.length > 0 && kept.at(-1)?.text === '') kept.pop();
      while (kept[0]?.text === '') kept.shift();
      const text = kept.map((line) => line.text).join('\n');
      const items = kept.filter(({ isItem, text: words }) => isItem && words !== '').map((line) => line.text);
      const [first] = runs.filter((run) => run.text.trim() !== '');
      // A word marked in colour stands for the cell only where the cell has no colour of its own and no other word.
      const behind = runs.every((run) => run.text.trim() === '' || run.behind === first?.behind) ? first?.behind : null;
      const fill = own.fill ?? behind ?? undefined;
      const parts = {
        ...(own.numberFormat === undefined || own.numberFormat === '' ? {} : { numberFormat: own.numberFormat }),
        ...(fill === undefined ? {} : { fill }),
        ...formatOfRuns(runs),
        ...(note.trim() === '' ? {} : { note: tidyText(note.replace(/\s+/g, ' ')) }),
        ...(hyperlink === undefined || hyperlink === '' ? {} : { hyperlink }),
        ...(items.length === 0 ? {} : { listItems: items }),
      };
      if (text === '' && fill === undefined && note.trim() === '') return undefined;
      return { ...numberUnder(text, attributes, own.numberFormat), ...parts };
    },
  };
}

/** Programs write black on every word; only another colour was chosen. */
const coloured = (colour: string | null | undefined): string | undefined =>
  colour === null || colour === '#000000' ? undefined : colour;

/** Programs leave the number behind the text of a cell in attributes of their own. */
function numberUnder(
  text: string,
  attributes: ReadonlyMap<string, string>,
  ownFormat: string | undefined,
): Pick<SheetCell, 'value' | 'text' | 'isDate' | 'numberFormat'> {
  const written = attributes.get('sdval') ?? attributes.get('x:num') ?? attributes.get('data-v');
  const number = Number(written === '' ? text : written);
  if (text === '' || written === undefined || !Number.isFinite(number) || attributes.get('data-t') === 's') {
    return { value: text, text };
  }
  const numberFormat = attributes.get('sdnum')?.split(';').slice(2).join(';') || attributes.get('data-z') || ownFormat;
  const named = numberFormat === undefined || numberFormat === '' ? {} : { numberFormat: numberFormat.toLowerCase() };
  const day = named.numberFormat && isDayFormat(named.numberFormat) ? dayOfSerial(number, false) : undefined;
  if (day === undefined) return { value: number, text, ...named };
  return { value: day, isDate: true, text: shownDate(day, named.numberFormat, text), ...named };
}
