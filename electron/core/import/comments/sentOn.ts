import type { SheetCell } from '../sheet.ts';
import { type DateReading, readDateCell, readDateText } from '../understand/dates.ts';

/** A time after a day, as form services write when an answer was sent. */
const time = /[ T]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?|Z|UTC|GMT|BST)?$/i;

/** The day of a cell. When a form was sent is kept to the second; the day is what counts. */
export const readSentOn = (cell: SheetCell): DateReading =>
  cell.isDate === true
    ? readDateCell(String(cell.value).slice(0, 10), cell.numberFormat)
    : readDateText(cell.text.trim().replace(time, ''));
