import type { Sheet } from '../sheet.ts';
import { buildSheet, newBudget, type ReadingBudget } from './buildSheet.ts';
import { type HtmlStyle, readCssColour, readDeclarations, readStyleSheet } from './htmlStyles.ts';
import { type HtmlTable, htmlTable } from './htmlTable.ts';
import { htmlTokens } from './htmlTokens.ts';
import { tidyText } from './shownText.ts';

/**
 * Every table of a web page that holds something: saved as .xls or .html, or put on the clipboard by Excel,
 * LibreOffice, Google Sheets or Word. A table in a cell is a table of its own. Throws `ImportError` beyond the limits.
 * @param html with or without the lines of places that Windows puts before it on the clipboard.
 */
export function readHtml(html: string, fileName: string): readonly Sheet[] {
  const page = html.replace(/^\uFEFF?\s*Version:[\d.]+\s[^<]*/i, '');
  const fromWord = /<meta[^>]+(?:ProgId[^>]+Word|Microsoft Word)|class="?Mso(?:Normal|TableGrid|ListParagraph)/i.test(
    page,
  );
  const classes = new Map<string, HtmlStyle>();
  const open: HtmlTable[] = [];
  const found: { readonly sheet: Sheet; readonly order: number }[] = [];
  const headings: { readonly level: number; text: string }[] = [];
  const names: string[] = [];
  const budget = newBudget(fileName);
  let heading: { readonly level: number; text: string } | undefined;
  let started = 0;
  const orders: number[] = [];
  const above: (readonly string[])[] = [];

  const styleOf = (attributes: ReadonlyMap<string, string>): HtmlStyle => {
    const given: HtmlStyle[] = [];
    for (const name of (attributes.get('class') ?? '').toLowerCase().split(/\s+/)) {
      const style = classes.get(name);
      if (style !== undefined) given.push(style);
    }
    const [fill, fontColour] = [attributes.get('bgcolor'), attributes.get('color')];
    const declared = attributes.get('style');
    return Object.assign(
      {},
      fill === undefined ? {} : { fill: readCssColour(fill) ?? null },
      fontColour === undefined ? {} : { fontColour: readCssColour(fontColour) ?? null },
      ...given,
      declared === undefined ? {} : readDeclarations(declared),
      attributes.has('hidden') ? { hidden: true } : {},
    );
  };

  const closeTable = (): void => {
    const table = open.pop();
    if (table === undefined) return;
    const order = orders.pop() ?? 0;
    const headingsAbove = above.pop() ?? [];
    const sheet = sheetOf(table, names[order] ?? '', headingsAbove, fromWord, budget);
    if (sheet.rows.length > 0) found.push({ sheet, order });
  };

  for (const token of htmlTokens(page)) {
    const table = open.at(-1);
    switch (token.kind) {
      case 'styles':
        readStyleSheet(token.text, classes);
        break;
      case 'comment':
        for (const [, name = ''] of token.text.matchAll(/<x:Name>([^<]*)<\/x:Name>/gi)) names.push(name.trim());
        break;
      case 'text':
        if (heading !== undefined) heading.text += token.text;
        table?.cell()?.addText(token.text);
        break;
      case 'open': {
        const { name, attributes } = token;
        if (name === 'table') {
          open.push(htmlTable());
          orders.push(started);
          above.push(headings.map(({ text }) => tidyText(text)).filter((text) => text !== ''));
          started += 1;
        } else if (table === undefined) {
          const level = /^h([1-6])$/.exec(name)?.[1];
          if (level !== undefined) heading = { level: Number(level), text: '' };
        } else if (name === 'tr') table.openRow(styleOf(attributes));
        else if (name === 'td' || name === 'th') table.openCell(attributes, styleOf(attributes));
        else if (name === 'col') table.openColumn(attributes, styleOf(attributes));
        else table.cell()?.openElement(name, styleOf(attributes), attributes);
        break;
      }
      case 'close':
        if (token.name === 'table') closeTable();
        else if (/^h[1-6]$/.test(token.name) && heading !== undefined) {
          const { level } = heading;
          while ((headings.at(-1)?.level ?? 0) >= level) headings.pop();
          headings.push(heading);
          // LibreOffice heads each table with the name of its sheet.
          const sheetName = /^\s*(?:Sheet|Tabelle|Feuille)\s+\d+:\s*(.+?)\s*$/i.exec(heading.text)?.[1];
          if (sheetName !== undefined) names[started] = sheetName;
          heading = undefined;
        } else if (table !== undefined) {
          if (token.name === 'td' || token.name === 'th' || token.name === 'tr') table.closeCell();
          else table.cell()?.closeElement(token.name);
        }
    }
  }
  while (open.length > 0) closeTable();
  return found
    .sort((one, other) => one.order - other.order)
    .map(({ sheet }, index) => (sheet.name === '' ? { ...sheet, name: nameOf(index, fromWord) } : sheet));
}

const nameOf = (index: number, fromWord: boolean): string => (fromWord ? `table ${index + 1}` : `Sheet${index + 1}`);

function sheetOf(
  table: HtmlTable,
  name: string,
  headingsAbove: readonly string[],
  fromWord: boolean,
  budget: ReadingBudget,
): Sheet {
  return buildSheet(
    {
      name: fromWord ? '' : name,
      kind: fromWord ? 'wordTable' : 'worksheet',
      hidden: false,
      headingsAbove,
      ...table.finish(),
    },
    budget,
  );
}
