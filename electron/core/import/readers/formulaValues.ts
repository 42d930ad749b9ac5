/** Blank is null; `failed` is what Excel shows as #VALUE! and the like. */
export type FormulaError = { readonly error: true };
export const failed: FormulaError = { error: true };
export type FormulaValue = number | string | boolean | null | FormulaError;

export type FormulaContext = {
  readonly valueAt: (row: number, column: number) => FormulaValue;
  /** The cell that the formula is asked for, from 0. */
  readonly row: number;
  readonly column: number;
  /** The cell that it was written for: references without `$` move with the distance between the two. */
  readonly origin: { readonly row: number; readonly column: number };
};

export type Formula = (context: FormulaContext) => FormulaValue;

/** Numbers come before texts and texts before yes and no; a blank takes the kind of the other side; case is nothing. */
export function compares(sign: string, left: FormulaValue, right: FormulaValue): boolean {
  const one = comparable(left, right);
  const other = comparable(right, left);
  const order = rank(one) - rank(other) || (one < other ? -1 : one > other ? 1 : 0);
  switch (sign) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

function comparable(value: FormulaValue, other: FormulaValue): number | string | boolean {
  if (typeof value === 'string') return value.toLowerCase();
  if (typeof value !== 'object') return value;
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}

const rank = (value: number | string | boolean): number =>
  typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;

export function textOf(value: FormulaValue): string {
  if (typeof value === 'object') return '';
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
}

/** A text of digits counts as its number, a blank as 0; other text has none. */
export function numberOf(value: FormulaValue): number | undefined {
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'object' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** `A` is 0, `AA` is 26. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
