import { cleanLine, cleanLines } from '../word/cleanText.ts';
import { type DocumentWords, dateInWords } from '../word/documentWords.ts';
import type { Rating } from '../word/ragAppearance.ts';
import { escapeHtml } from './richTextHtml.ts';

/**
 * The small parts that the page is put together from. Everything that somebody wrote goes through `shown` or `inline`:
 * it is escaped, and its direction is its own, so that a text from right to left, or one that turns the direction
 * round, ends where it ends.
 */

/** Lines of a text, each a line of its own; blank where nothing was written. */
export function shown(text: string): string {
  return cleanLines(text).map(isolated).join('<br>');
}

/** A text on one line, within words of the page. */
export const inline = (text: string): string => isolated(cleanLine(text));

const isolated = (line: string): string => `<bdi>${escapeHtml(line)}</bdi>`;

export const day = (iso: string, words: DocumentWords): string => escapeHtml(dateInWords(iso, words));

/** A rating as a word on a shade of its own; the word carries it. */
export const ragMark = (rating: Rating, words: DocumentWords): string =>
  `<span class="rag ${rating}">${escapeHtml(words.rag.word[rating])}</span>`;

/** Terms and what is said of each; what is blank is left out. */
export function facts(items: readonly (readonly [label: string, html: string])[]): string {
  const given = items.filter(([, html]) => html !== '');
  return `<dl>\n${given.map(([label, html]) => `<div><dt>${escapeHtml(label)}</dt><dd>${html}</dd></div>`).join('\n')}\n</dl>`;
}

export interface Table {
  /** Of the caption, by which the region around it is named too. */
  readonly id: string;
  readonly caption: string;
  readonly headings: readonly string[];
  /** Cells as html. */
  readonly rows: readonly (readonly string[])[];
  /** For a cell in which nothing was written. */
  readonly blank: string;
  /** The column that names its row. */
  readonly rowHeading: number;
  /** Columns of other than the common width, by place. */
  readonly widths?: ReadonlyMap<number, 'narrow' | 'wide'>;
  /** Not seen, where a heading right above says the same. */
  readonly isCaptionHeard?: boolean;
  /** As wide as its words and no wider. */
  readonly isSmall?: boolean;
}

/** A table that scrolls by itself where it is wider than the screen, by keyboard too. */
export function table({
  id,
  caption,
  headings,
  rows,
  blank,
  rowHeading,
  widths = new Map(),
  isCaptionHeard = false,
  isSmall = false,
}: Table): string {
  const empty = `<span class="blank">${escapeHtml(blank)}</span>`;
  const body = rows.map((cells) =>
    cells
      .map((cell, index) =>
        index === rowHeading ? `<th scope="row">${cell || empty}</th>` : `<td>${cell || empty}</td>`,
      )
      .join(''),
  );
  const head = headings
    .map((text, index) => {
      const width = widths.get(index);
      return `<th scope="col"${width === undefined ? '' : ` class="${width}"`}>${escapeHtml(text)}</th>`;
    })
    .join('');
  return `<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table${isSmall ? ' class="small"' : ''}>
<caption id="${id}"${isCaptionHeard ? ' class="heard"' : ''}><span>${inline(caption)}</span></caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.map((row) => `<tr>${row}</tr>`).join('\n')}
</tbody>
</table>
</div>`;
}

export const heading = (level: 2 | 3 | 4 | 5, text: string, id = ''): string =>
  `<h${level}${id === '' ? '' : ` id="${id}"`}>${inline(text)}</h${level}>`;
