import { type Palette, resolveColour } from './colours.ts';
import type { Area, ConditionalRule } from './conditionalFormat.ts';
import { readTokens } from './oldFormula.ts';
import type { StyleParts } from './styleParts.ts';

/** Takes the records of a sheet and keeps those of its conditional formats. */
export type OldRules = {
  readonly take: (kind: number, at: number, length: number) => void;
  readonly finish: () => readonly ConditionalRule[];
};

const formatRecord = 0x01b0;
const ruleRecord = 0x01b1;

const operators = [
  undefined,
  'between',
  'notBetween',
  'equal',
  'notEqual',
  'greaterThan',
  'lessThan',
  'greaterThanOrEqual',
  'lessThanOrEqual',
] as const;

export function collectOldRules(stream: Uint8Array, palette: Palette): OldRules {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const rules: ConditionalRule[] = [];
  let areas: readonly Area[] = [];
  let origin = { row: 0, column: 0 };

  const areaAt = (at: number): Area => ({
    top: view.getUint16(at, true),
    bottom: view.getUint16(at + 2, true),
    left: view.getUint16(at + 4, true),
    right: view.getUint16(at + 6, true),
  });

  return {
    take: (kind, at, length) => {
      if (kind === formatRecord && length >= 14) {
        const bounds = areaAt(at + 4);
        origin = { row: bounds.top, column: bounds.left };
        const count = Math.min(view.getUint16(at + 12, true), Math.floor((length - 14) / 8));
        areas = Array.from({ length: count }, (_, index) => areaAt(at + 14 + index * 8));
      } else if (kind === ruleRecord && length >= 12 && areas.length > 0) {
        const [type, operator] = [stream[at], stream[at + 1]];
        const sizes = [view.getUint16(at + 2, true), view.getUint16(at + 4, true)] as const;
        const end = at + length;
        const formulas = [
          readTokens(stream.subarray(end - sizes[0] - sizes[1], end - sizes[1]), origin),
          readTokens(stream.subarray(end - sizes[1], end), origin),
        ].flatMap((formula) => formula ?? []);
        rules.push({
          areas,
          origin,
          priority: rules.length,
          stopIfTrue: true,
          type: type === 1 ? 'cellIs' : 'expression',
          operator: operators[operator ?? 0],
          formulas,
          style: differenceAt(view, at + 6, end - sizes[0] - sizes[1], palette),
        });
      }
    },
    finish: () => rules,
  };
}

/** Font and fill of a rule, which stand after one another where its first bits say so. */
function differenceAt(view: DataView, start: number, end: number, palette: Palette): StyleParts {
  const bits = view.getUint32(start, true);
  const has = (bit: number): boolean => ((bits >>> bit) & 1) === 1;
  let at = start + 6;
  if (has(25)) at += (view.getUint16(start + 4, true) & 1) === 1 && at + 2 <= end ? view.getUint16(at, true) : 2;
  let fontColour: string | undefined;
  let strike = false;
  if (has(26)) {
    if (at + 118 > end) return {};
    fontColour = resolveColour({ indexed: view.getInt32(at + 80, true) }, palette);
    strike = (view.getUint32(at + 68, true) & 0x80) !== 0 && (view.getUint32(at + 88, true) & 0x80) === 0;
    at += 118;
  }
  if (has(27)) at += 8;
  if (has(28)) at += 8;
  let fill: string | undefined;
  if (has(29) && at + 4 <= end) {
    const pattern = view.getUint32(at, true);
    const [foreground, background] = [(pattern >>> 16) & 0x7f, (pattern >>> 23) & 0x7f];
    // Bits 17 and 18 say that a colour is left as it was; the background is what is seen of a solid fill.
    fill = resolveColour({ indexed: has(18) ? (has(17) ? -1 : foreground) : background }, palette);
  }
  return {
    ...(fill === undefined ? {} : { fill }),
    ...(fontColour === undefined ? {} : { fontColour }),
    ...(strike ? { strike: true as const } : {}),
  };
}
