import { columnLetter } from '../sheet.ts';

/** Functions that `formula.ts` knows, by their number; with a count where they always take the same. */
const functions: ReadonlyMap<number, readonly [name: string, count?: number]> = new Map<
  number,
  readonly [name: string, count?: number]
>([
  [1, ['IF']],
  [3, ['ISERROR', 1]],
  [8, ['ROW']],
  [9, ['COLUMN']],
  [24, ['ABS', 1]],
  [25, ['INT', 1]],
  [31, ['MID', 3]],
  [32, ['LEN', 1]],
  [33, ['VALUE', 1]],
  [36, ['AND']],
  [37, ['OR']],
  [38, ['NOT', 1]],
  [39, ['MOD', 2]],
  [65, ['DATE', 3]],
  [82, ['SEARCH']],
  [112, ['LOWER', 1]],
  [113, ['UPPER', 1]],
  [114, ['PROPER', 1]],
  [115, ['LEFT']],
  [116, ['RIGHT']],
  [117, ['EXACT', 2]],
  [118, ['TRIM', 1]],
  [124, ['FIND']],
  [126, ['ISERR', 1]],
  [127, ['ISTEXT', 1]],
  [128, ['ISNUMBER', 1]],
  [129, ['ISBLANK', 1]],
  [190, ['ISNONTEXT', 1]],
  [346, ['COUNTIF', 2]],
]);

/** From the third kind of token on. */
const signs = ['+', '-', '*', '/', '^', '&', '<', '<=', '=', '>=', '>', '<>'] as const;

/**
 * The formula of a conditional format of an old workbook, as text. Its tokens stand with the operands first.
 * @param origin the first cell of the format, from which references without `$` count.
 * @returns undefined for no formula, or one with a token that plans do not use.
 */
export function readTokens(
  tokens: Uint8Array,
  origin: { readonly row: number; readonly column: number },
): string | undefined {
  const view = new DataView(tokens.buffer, tokens.byteOffset, tokens.byteLength);
  const stack: string[] = [];
  let at = 0;
  const take = (count: number): readonly string[] | undefined =>
    stack.length < count ? undefined : stack.splice(stack.length - count, count);

  while (at < tokens.length) {
    const token = tokens[at] ?? 0;
    at += 1;
    // The class of an operand (reference, value, array) does not matter here.
    const kind = token >= 0x40 ? (token & 0x1f) | 0x20 : token;
    const size = sizes.get(kind);
    if (size === undefined || at + size > tokens.length) return undefined;
    const sign = signs[kind - 0x03];
    if (sign !== undefined) {
      const operands = take(2);
      if (operands === undefined) return undefined;
      stack.push(`(${operands[0]}${sign}${operands[1]})`);
    } else
      switch (kind) {
        case 0x12:
        case 0x15:
          break;
        case 0x13:
          stack.push(`(-${stack.pop() ?? ''})`);
          break;
        case 0x14:
          stack.push(`(${stack.pop() ?? ''}%)`);
          break;
        case 0x17: {
          const wide = ((tokens[at + 1] ?? 0) & 1) === 1;
          const length = (tokens[at] ?? 0) * (wide ? 2 : 1);
          const bytes = tokens.subarray(at + 2, at + 2 + length);
          const text = new TextDecoder(wide ? 'utf-16le' : 'latin1').decode(bytes);
          stack.push(`"${text.replaceAll('"', '""')}"`);
          at += length;
          break;
        }
        // Of the marks that help to calculate, only the sum of one operand has a meaning of its own.
        case 0x19:
          if (((tokens[at] ?? 0) & 0x14) !== 0) return undefined;
          break;
        case 0x1d:
          stack.push(tokens[at] === 1 ? 'TRUE' : 'FALSE');
          break;
        case 0x1e:
          stack.push(String(view.getUint16(at, true)));
          break;
        case 0x1f:
          stack.push(String(view.getFloat64(at, true)));
          break;
        case 0x24:
        case 0x2c:
          stack.push(referenceAt(view, at, kind === 0x2c ? origin : undefined));
          break;
        case 0x21:
        case 0x22: {
          const fixed = kind === 0x21;
          const [name, count] = functions.get(view.getUint16(fixed ? at : at + 1, true) & 0x7fff) ?? [];
          const given = take(fixed ? (count ?? 0) : (tokens[at] ?? 0) & 0x7f);
          if (name === undefined || given === undefined || (fixed && count === undefined)) return undefined;
          stack.push(`${name}(${given.join(',')})`);
        }
      }
    at += size;
  }
  return stack.length === 1 ? stack[0] : undefined;
}

/** Bytes after the token itself; of a text those before its characters. Any other token is not understood. */
const sizes: ReadonlyMap<number, number> = new Map([
  ...signs.map((_, index) => [index + 3, 0] as const),
  [0x12, 0],
  [0x13, 0],
  [0x14, 0],
  [0x15, 0],
  [0x17, 2],
  [0x19, 3],
  [0x1d, 1],
  [0x1e, 2],
  [0x1f, 8],
  [0x21, 2],
  [0x22, 3],
  [0x24, 4],
  [0x2c, 4],
]);

function referenceAt(
  view: DataView,
  at: number,
  origin: { readonly row: number; readonly column: number } | undefined,
): string {
  const bits = view.getUint16(at + 2, true);
  const [relativeRow, relativeColumn] = [(bits & 0x8000) !== 0, (bits & 0x4000) !== 0];
  let row = view.getUint16(at, true);
  let column = bits & 0xff;
  // Distances wrap round at the edge of the sheet.
  if (origin !== undefined && relativeRow) row = (row + origin.row) & 0xffff;
  if (origin !== undefined && relativeColumn) column = (column + origin.column) & 0xff;
  return `${relativeColumn ? '' : '$'}${columnLetter(column)}${relativeRow ? '' : '$'}${row + 1}`;
}
