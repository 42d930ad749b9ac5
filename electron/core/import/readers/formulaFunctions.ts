import {
  compares,
  type Formula,
  type FormulaContext,
  type FormulaValue,
  failed,
  numberOf,
  textOf,
} from './formulaValues.ts';

type FormulaFunction = (given: readonly FormulaValue[]) => FormulaValue;

/** A failed part fails the whole, except where a function is there to ask about it. */
const overValues = (apply: FormulaFunction): FormulaFunction => {
  return (given) => (given.includes(failed) ? failed : apply(given));
};

const truth = (value: FormulaValue): boolean | undefined => {
  if (typeof value === 'boolean') return value;
  const number = typeof value === 'string' ? undefined : numberOf(value);
  return number === undefined ? undefined : number !== 0;
};

/** Excel's wildcards: `*` any text, `?` one character, `~` before one of them that is meant. */
export function wildcards(text: string): RegExp {
  let pattern = '';
  for (const [part] of text.matchAll(/~[*?~]|[\s\S]/g)) {
    if (part === '*') pattern += '[\\s\\S]*?';
    else if (part === '?') pattern += '[\\s\\S]';
    else pattern += part.slice(-1).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  }
  return new RegExp(pattern, 'i');
}

const whole = (pattern: RegExp): RegExp => new RegExp(`^${pattern.source}$`, pattern.flags);

const find: FormulaFunction = ([sought = '', within = '', from = 1]) => {
  const place = textOf(within).indexOf(textOf(sought), (numberOf(from) ?? 1) - 1);
  return place < 0 ? failed : place + 1;
};

const search: FormulaFunction = ([sought = '', within = '', from = 1]) => {
  const start = Math.max(0, (numberOf(from) ?? 1) - 1);
  const place = textOf(within)
    .slice(start)
    .search(wildcards(textOf(sought)));
  return place < 0 ? failed : place + start + 1;
};

/** Only over one cell; a range does not compile. */
const countIf: FormulaFunction = ([value = null, criterion = null]) => {
  const [, sign = '=', rest = ''] = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/.exec(textOf(criterion)) ?? [];
  const number = rest.trim() === '' ? undefined : numberOf(rest);
  if (number !== undefined) return typeof value === 'number' && compares(sign, value, number) ? 1 : 0;
  const same = whole(wildcards(rest)).test(textOf(value));
  return (sign === '<>' ? !same : sign === '=' ? same : compares(sign, value, rest)) ? 1 : 0;
};

const logic = (given: readonly FormulaValue[], combine: (all: readonly boolean[]) => boolean): FormulaValue => {
  const truths = given.map(truth);
  return truths.includes(undefined) ? failed : combine(truths as readonly boolean[]);
};

const slice = (apply: (text: string, first: number, second: number) => string): FormulaFunction => {
  return overValues(([text = '', first = 1, second = 1]) => {
    const [one, other] = [numberOf(first), numberOf(second)];
    return one === undefined || other === undefined ? failed : apply(textOf(text), one, other);
  });
};

/** Days since the last of 1899, as workbooks count them. */
const serialOf = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;

const functions: ReadonlyMap<string, FormulaFunction> = new Map<string, FormulaFunction>([
  ['AND', overValues((given) => logic(given, (all) => all.every(Boolean)))],
  ['OR', overValues((given) => logic(given, (all) => all.some(Boolean)))],
  ['NOT', overValues((given) => logic(given, ([first]) => first !== true))],
  ['LEFT', slice((text, count) => text.slice(0, Math.max(0, count)))],
  ['RIGHT', slice((text, count) => (count <= 0 ? '' : text.slice(-count)))],
  ['MID', slice((text, from, count) => text.slice(from - 1, from - 1 + Math.max(0, count)))],
  ['LEN', overValues(([text = '']) => textOf(text).length)],
  ['TRIM', overValues(([text = '']) => textOf(text).trim().replace(/ {2,}/g, ' '))],
  ['UPPER', overValues(([text = '']) => textOf(text).toUpperCase())],
  ['LOWER', overValues(([text = '']) => textOf(text).toLowerCase())],
  [
    'PROPER',
    overValues(([text = '']) =>
      textOf(text)
        .toLowerCase()
        .replace(/\b[a-z]/g, (c) => c.toUpperCase()),
    ),
  ],
  ['EXACT', overValues(([one = '', other = '']) => textOf(one) === textOf(other))],
  ['FIND', overValues(find)],
  ['SEARCH', overValues(search)],
  ['COUNTIF', overValues(countIf)],
  ['ISBLANK', ([value = null]) => value === null],
  ['ISNUMBER', ([value = null]) => typeof value === 'number'],
  ['ISTEXT', ([value = null]) => typeof value === 'string'],
  ['ISNONTEXT', ([value = null]) => typeof value !== 'string'],
  ['ISERROR', ([value = null]) => value === failed],
  ['ISERR', ([value = null]) => value === failed],
  ['VALUE', overValues(([value = null]) => numberOf(value) ?? failed)],
  ['ABS', overValues(([value = null]) => Math.abs(numberOf(value) ?? 0))],
  ['INT', overValues(([value = null]) => Math.floor(numberOf(value) ?? 0))],
  [
    'MOD',
    overValues(([value = null, by = null]) => {
      const divisor = numberOf(by) ?? 0;
      const number = numberOf(value) ?? 0;
      return divisor === 0 ? failed : number - divisor * Math.floor(number / divisor);
    }),
  ],
  [
    'DATE',
    overValues(([year = null, month = null, day = null]) =>
      serialOf(numberOf(year) ?? 1900, numberOf(month) ?? 1, numberOf(day) ?? 1),
    ),
  ],
]);

/** These do not ask for all of what they are given, or ask where they stand. */
const special = new Set(['IF', 'IFERROR', 'ROW', 'COLUMN']);

export const isFormulaFunction = (name: string): boolean => functions.has(name) || special.has(name);

export function callFunction(name: string, given: readonly Formula[], context: FormulaContext): FormulaValue {
  const value = (index: number): FormulaValue => given[index]?.(context) ?? null;
  switch (name) {
    case 'IF': {
      const condition = value(0);
      const met = condition === failed ? undefined : truth(condition);
      if (met === undefined) return failed;
      if (met) return given.length > 1 ? value(1) : true;
      return given.length > 2 ? value(2) : false;
    }
    case 'IFERROR':
      return value(0) === failed ? value(1) : value(0);
    // Only of the cell itself: what a reference points at is no longer known here.
    case 'ROW':
      return given.length === 0 ? context.row + 1 : failed;
    case 'COLUMN':
      return given.length === 0 ? context.column + 1 : failed;
    default:
      return functions.get(name)?.(given.map((one) => one(context))) ?? null;
  }
}
