import { importLimits } from '#shared/limits.ts';
import type { SheetCell } from '../sheet.ts';
import { type ColourScale, colourOnScale, type IconSet, iconColour, measuresOf } from './conditionalScale.ts';
import { compileFormula } from './formula.ts';
import { wildcards } from './formulaFunctions.ts';
import {
  columnIndex,
  compares,
  type Formula,
  type FormulaContext,
  type FormulaValue,
  failed,
  textOf,
} from './formulaValues.ts';
import { serialOfDay } from './shownText.ts';
import type { StyleParts } from './styleParts.ts';

export type Area = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/** A rule of a conditional format, of whichever kind of workbook. */
export type ConditionalRule = {
  readonly areas: readonly Area[];
  /** The cell that relative references count from; without it the first corner of all areas. */
  readonly origin?: { readonly row: number; readonly column: number } | undefined;
  /** The lowest is looked at first. */
  readonly priority: number;
  readonly stopIfTrue: boolean;
  /** As Excel names it: `cellIs`, `containsText`, `expression`. */
  readonly type: string;
  readonly operator?: string | undefined;
  readonly formulas: readonly string[];
  readonly text?: string | undefined;
  readonly style?: StyleParts | undefined;
  readonly scale?: ColourScale | undefined;
  readonly icons?: IconSet | undefined;
};

/** `F2:F20 H2` with or without `$`; a whole column is `F1:F1048576`. */
export function readAreas(ranges: string): readonly Area[] {
  return ranges.split(/[\s,;]+/).flatMap((range) => {
    const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(range);
    if (match === null) return [];
    const [, left = 'A', top = '1', right = left, bottom = top] = match;
    return [{ top: Number(top) - 1, left: columnIndex(left), bottom: Number(bottom) - 1, right: columnIndex(right) }];
  });
}

/** What the rules that hold give to a cell. */
type Given = { style: StyleParts; icon?: string; hidesText?: true; stopped?: true };

/**
 * Gives cells the fill, font colour and strike of the rules that hold for them, in place. A rule that cannot be
 * evaluated holds nowhere, so that no colour is invented. An icon of a traffic light counts as a fill of its colour.
 */
export function applyConditionalFormats(
  rows: (SheetCell | undefined)[][],
  rules: readonly ConditionalRule[],
  from1904: boolean,
): void {
  if (rules.length === 0) return;
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const valueAt = (row: number, column: number): FormulaValue => formulaValueOf(rows[row]?.[column], from1904);
  const given = new Map<number, Given>();
  let evaluations = 0;

  for (const rule of [...rules].sort((one, other) => one.priority - other.priority)) {
    const decide = decisionOf(rule, valueAt, () => numbersIn(rule.areas));
    if (decide === undefined) continue;
    eachPlace(rule.areas, (row, column) => {
      evaluations += 1;
      if (evaluations > importLimits.conditionalEvaluations) return;
      const key = row * width + column;
      const known = given.get(key);
      if (known?.stopped) return;
      const outcome = decide(row, column);
      if (outcome === undefined) return;
      const now: Given = known ?? { style: {} };
      // The first rule that says anything about a property decides it.
      now.style = { ...outcome.style, ...now.style };
      if (outcome.icon !== undefined) now.icon ??= outcome.icon;
      if (outcome.hidesText) now.hidesText = true;
      if (rule.stopIfTrue) now.stopped = true;
      given.set(key, now);
    });
  }

  for (const [key, { style, icon, hidesText }] of given) {
    const row = rows[Math.floor(key / width)];
    const column = key % width;
    if (row === undefined) continue;
    const cell = row[column] ?? emptyCell;
    const fill = style.fill ?? icon ?? cell.fill;
    const formatted = {
      ...cell,
      ...style,
      ...(fill === undefined ? {} : { fill }),
      ...(hidesText ? { text: '' } : {}),
    };
    if (cell !== emptyCell || fill !== undefined) row[column] = formatted;
  }

  function eachPlace(areas: readonly Area[], visit: (row: number, column: number) => void): void {
    for (const area of areas) {
      for (let row = Math.max(0, area.top); row <= Math.min(area.bottom, rows.length - 1); row += 1) {
        // In a row without any content there is nothing to rate.
        if (rows[row]?.length === 0) continue;
        for (let column = area.left; column <= Math.min(area.right, width - 1); column += 1) visit(row, column);
      }
    }
  }

  function numbersIn(areas: readonly Area[]): readonly number[] {
    const numbers: number[] = [];
    eachPlace(areas, (row, column) => {
      const value = valueAt(row, column);
      if (typeof value === 'number') numbers.push(value);
    });
    return measuresOf(numbers);
  }
}

const emptyCell: SheetCell = { value: '', text: '' };

function formulaValueOf(cell: SheetCell | undefined, from1904: boolean): FormulaValue {
  if (cell === undefined || cell.value === '') return null;
  if (cell.isDate === true) return serialOfDay(String(cell.value), from1904);
  return typeof cell.value === 'string' && /^#(N\/A|[A-Z0-9/]+[!?])$/.test(cell.value) ? failed : cell.value;
}

type Outcome = { readonly style?: StyleParts; readonly icon?: string; readonly hidesText?: true };
type Decision = (row: number, column: number) => Outcome | undefined;

function decisionOf(
  rule: ConditionalRule,
  valueAt: FormulaContext['valueAt'],
  numbers: () => readonly number[],
): Decision | undefined {
  const { scale, icons } = rule;
  if (scale !== undefined || icons !== undefined) {
    const sorted = numbers();
    return (row, column) => {
      const value = valueAt(row, column);
      if (typeof value !== 'number') return undefined;
      if (icons !== undefined) {
        const icon = iconColour(icons, value, sorted);
        return icon === undefined ? undefined : { icon, ...(icons.hidesValue ? { hidesText: true } : {}) };
      }
      const fill = scale === undefined ? undefined : colourOnScale(scale, value, sorted);
      return fill === undefined ? undefined : { style: { fill } };
    };
  }
  const holds = conditionOf(rule);
  if (holds === undefined) return undefined;
  const origin = rule.origin ?? {
    row: Math.min(...rule.areas.map((area) => area.top)),
    column: Math.min(...rule.areas.map((area) => area.left)),
  };
  const outcome: Outcome = { style: rule.style ?? {} };
  return (row, column) => (holds(valueAt(row, column), { valueAt, row, column, origin }) ? outcome : undefined);
}

type Condition = (value: FormulaValue, context: FormulaContext) => boolean;

const signs: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  lessThan: '<',
  lessThanOrEqual: '<=',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
};

function conditionOf(rule: ConditionalRule): Condition | undefined {
  const formulas = rule.formulas.map(compileFormula);
  const [first, second] = formulas;
  switch (rule.type) {
    case 'cellIs':
      return comparisonOf(rule.operator ?? 'equal', first, second);
    case 'containsBlanks':
      return (value) => textOf(value).trim() === '' && value !== failed;
    case 'notContainsBlanks':
      return (value) => textOf(value).trim() !== '';
    case 'containsErrors':
      return (value) => value === failed;
    case 'notContainsErrors':
      return (value) => value !== failed;
    case 'containsText':
    case 'notContainsText':
    case 'beginsWith':
    case 'endsWith': {
      if (rule.text === undefined || rule.text === '') return first && isMet(first);
      const sought = wildcards(rule.text).source;
      const pattern = new RegExp(
        rule.type === 'beginsWith' ? `^${sought}` : rule.type === 'endsWith' ? `${sought}$` : sought,
        'i',
      );
      return (value) => pattern.test(textOf(value)) !== (rule.type === 'notContainsText');
    }
    case 'expression':
      return first && isMet(first);
    default:
      return undefined;
  }
}

const isMet = (formula: Formula): Condition => {
  return (_, context) => {
    const value = formula(context);
    return value === true || (typeof value === 'number' && value !== 0);
  };
};

function comparisonOf(
  operator: string,
  first: Formula | undefined,
  second: Formula | undefined,
): Condition | undefined {
  if (first === undefined) return undefined;
  const holds = (sign: string, value: FormulaValue, other: FormulaValue): boolean =>
    value !== failed && other !== failed && compares(sign, value, other);
  const sign = signs[operator];
  if (sign !== undefined) return (value, context) => holds(sign, value, first(context));
  if (second === undefined || (operator !== 'between' && operator !== 'notBetween')) return undefined;
  return (value, context) => {
    const [one, other] = [first(context), second(context)];
    const [low, high] = compares('<=', one, other) ? [one, other] : [other, one];
    const within = holds('>=', value, low) && holds('<=', value, high);
    return operator === 'between' ? within : !within;
  };
}
