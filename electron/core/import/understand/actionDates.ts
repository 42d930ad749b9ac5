import { type DateReading, readDateCell, readDateText } from './dates.ts';
import type { PlacedCell, RawAction } from './rawActions.ts';
import { readRelativeDate } from './relativeDates.ts';

export type DatesOfAction = {
  readonly start: string | null;
  readonly due: string | null;
  readonly startText: string;
  readonly dueText: string;
  readonly startWhy: string;
  readonly dueWhy: string;
  /** Texts that look like a day but name none, such as 31 June. */
  readonly impossible: readonly string[];
};

/** `readDateText` or `dateReader`, or the same with a memory. */
type ReadText = (text: string) => DateReading;

function readPlaced(placed: PlacedCell | undefined, readText: ReadText): DateReading {
  if (placed === undefined) return { kind: 'none' };
  const { cell } = placed;
  if (cell.isDate === true) return readDateCell(String(cell.value), cell.numberFormat);
  return readText(withUnit(placed.header, cell.text));
}

/**
 * Reads calendar dates and, where the start of the plan is known, those that count from it. Without it they stay text:
 * `Y1` alone is no day.
 */
export const dateReader =
  (planStartsOn: string | undefined, academicYearStart?: string): ReadText =>
  (text) => {
    const calendar = readDateText(text, academicYearStart);
    return calendar.kind === 'none' && planStartsOn !== undefined ? readRelativeDate(text, planStartsOn) : calendar;
  };

const durationHeading = /\b(?:duration|length|how long)\b/i;
const isDuration = ({ header, cell }: PlacedCell): boolean =>
  durationHeading.test(header) && cell.isDate !== true && readDateText(cell.text).kind === 'none';

/** How long an action takes counts from its own start, and from nothing else. */
function readDuration({ header, cell: { text } }: PlacedCell, start: DateReading): DateReading {
  if (start.kind !== 'period') return { kind: 'none' };
  const unit = /\b(month|year)s?\b/i.exec(header)?.[1] ?? '';
  const read = readRelativeDate(/^\d{1,2}$/.test(text.trim()) ? `${text} ${unit}s` : text, start.start);
  return read.kind === 'period' ? { ...read, why: `${text.trim()} from its start.`, range: false } : read;
}

/** Under “Year” a plan writes 1, 2 or 1-3, and means its own years. */
function withUnit(header: string, text: string): string {
  const unit = /^\W*(?:plan |project )?(year|month)s?\W*$/i.exec(header)?.[1];
  return unit !== undefined && /^\d{1,2}(?:\s*(?:-|–|to|,|&|and)\s*\d{1,2})*$/.test(text.trim())
    ? `${unit} ${text}`
    : text;
}

/** The columns that an action stands under or is marked in, where they are calendar or academic years. */
function readHorizon(horizon: string, readText: ReadText): DateReading {
  const periods = horizon
    .split('\n')
    .map((line) => readText(line))
    .filter((one) => one.kind === 'period');
  const last = periods.at(-1);
  if (last === undefined) return { kind: 'none' };
  const first = periods[0] ?? last;
  return {
    ...last,
    start: first.start,
    startWhy: first.startWhy ?? first.why,
    range: last.range || periods.length > 1,
  };
}

/**
 * Start and due date from their columns, or both from one column of timescales. A start is the first day of what is
 * said, a due date the last. What is no date stays as text.
 */
export function datesOfAction(raw: RawAction, readText: ReadText = (text) => readDateText(text)): DatesOfAction {
  const startCell = raw.cells.get('start');
  const dueCell = raw.cells.get('due');
  const scale = raw.cells.get('timescale');
  const ending = dueCell ?? scale;
  const start = readPlaced(startCell, readText);
  const due =
    ending === undefined
      ? readHorizon(raw.horizon, readText)
      : isDuration(ending)
        ? readDuration(ending, start)
        : readPlaced(ending, readText);
  const more = raw.more.filter(({ role }) => role === 'due' || role === 'timescale').map(({ text }) => text);
  const dueText = [
    ending?.cell.text ?? raw.horizon,
    dueCell === undefined ? '' : (scale?.cell.text ?? ''),
    ...more,
  ].filter((text) => text !== '');
  const fromRange = start.kind !== 'period' && startCell === undefined && due.kind === 'period' && due.range;
  return {
    start: start.kind === 'period' ? start.start : fromRange ? due.start : null,
    due: due.kind === 'period' ? due.end : null,
    startText: startCell?.cell.text ?? '',
    dueText: [...new Set(dueText)].join('\n'),
    startWhy: start.kind === 'period' ? (start.startWhy ?? start.why) : fromRange ? (due.startWhy ?? due.why) : '',
    dueWhy: due.kind === 'period' ? due.why : '',
    impossible: [
      ...(start.kind === 'impossible' ? [startCell?.cell.text ?? ''] : []),
      ...(due.kind === 'impossible' ? [ending?.cell.text ?? ''] : []),
    ],
  };
}
