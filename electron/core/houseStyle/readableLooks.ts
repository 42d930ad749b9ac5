import type { HouseStyleNote } from '#shared/model/houseStyle.ts';
import { isReadable } from '../export/check/faults.ts';
import { readableOnPaper } from './colours.ts';
import { fontVerdict, hasSerifs } from './houseFonts.ts';
import type { WrittenLook } from './houseLooks.ts';
import type { HouseLook, HouseStyleName } from './houseStyle.ts';

/**
 * What is asked of a look before it is taken over, whatever the house says: letters that are letters, sizes that
 * readers with low vision need, colours that can be read, no capitals throughout, and headings that are larger than what
 * stands under them.
 */

export interface Wanted {
  readonly name: HouseStyleName;
  /** For people: *Heading 1*. */
  readonly title: string;
  /** Half points that it has at the least. */
  readonly least: number;
  readonly most: number;
  /** Headings and titles: may stand in the middle, on a fill, between rules. */
  readonly display: boolean;
}

const points = (halfPoints: number): string => `${halfPoints / 2} pt`;

/** A look as it may be printed, with what was said of it and whether anything was changed. */
export function readableLook(written: WrittenLook, wanted: Wanted): { look: HouseLook; note: HouseStyleNote } {
  const said: string[] = [];
  const changes: string[] = [];
  const look: { -readonly [Key in keyof HouseLook]: HouseLook[Key] } = {};

  if (written.font !== undefined) {
    const verdict = fontVerdict(written.font);
    if (verdict === 'readable') look.font = written.font;
    const shown = written.font.slice(0, 40);
    if (verdict === 'readable') said.push(shown);
    else if (verdict === 'no-name') changes.push('the font has no usable name, so Arial stays');
    else changes.push(`${shown} is ${verdict === 'symbols' ? 'a font of symbols' : 'hard to read'}, so Arial stays`);
    if (verdict === 'readable' && !wanted.display && hasSerifs(shown))
      said.push('a font with serifs, which some readers find harder');
  }
  if (written.size !== undefined) {
    look.size = Math.min(wanted.most, Math.max(wanted.least, Math.round(written.size)));
    said.push(points(written.size));
    if (look.size !== Math.round(written.size)) changes.push(`printed at ${points(look.size)}`);
  }
  if (written.bold !== undefined && wanted.display) look.bold = written.bold;
  if (written.italic !== undefined && wanted.display) look.italic = written.italic;
  if (written.bold === true) said.push('bold');
  if (!wanted.display && (written.bold || written.italic)) changes.push('bold and italic are kept for emphasis');
  takeColours(look, written, wanted, said, changes);
  if (written.capitals) changes.push('printed as written rather than in capitals');
  if (written.justified) changes.push('set from the left rather than to both sides');
  if (wanted.display && written.alignment !== undefined) look.alignment = written.alignment;
  if (written.before !== undefined) look.before = Math.min(mostSpace, Math.round(written.before));
  if (written.after !== undefined) look.after = Math.min(mostSpace, Math.round(written.after));
  if (written.line !== undefined) look.line = Math.min(480, Math.max(240, Math.round(written.line)));

  return {
    look,
    note: {
      what: wanted.title,
      outcome: changes.length > 0 ? 'changed' : 'taken',
      said: [...said, ...changes].join('; ') || 'as the text',
    },
  };
}

/** 36 pt: what is more pushes a heading to the next page. */
const mostSpace = 720;

function takeColours(
  look: { -readonly [Key in keyof HouseLook]: HouseLook[Key] },
  written: WrittenLook,
  { display }: Wanted,
  said: string[],
  changes: string[],
): void {
  const { colour, fill } = written;
  const onFill = display && fill !== undefined && fill !== 'FFFFFF';
  if (onFill && isReadable(colour ?? '000000', fill)) {
    look.fill = fill;
    look.colour = colour ?? '000000';
    said.push(`#${look.colour} on #${fill}`);
  } else if (colour !== undefined || display) {
    // A heading whose colour is automatic is black.
    look.colour = readableOnPaper(colour ?? '000000');
    if (colour !== undefined) said.push(`#${colour}`);
    if (onFill) changes.push(`its ground #${fill} is left out, because it could not be read there`);
    if (colour !== undefined && look.colour !== colour)
      changes.push(`too pale to read on white, so printed in #${look.colour}`);
  }
  if (!display) return;
  if (written.over !== undefined) look.over = written.over;
  if (written.under !== undefined) look.under = written.under;
  if (written.beside !== undefined) look.beside = written.beside;
  if (written.over ?? written.under ?? written.beside) said.push('with a rule');
}

/** A heading that nothing but its place tells from the text is bold: sizes are put in order where they are printed. */
export function toldFromText(look: HouseLook, text: HouseLook | undefined): HouseLook {
  const larger = (look.size ?? 0) > (text?.size ?? leastText);
  return larger || look.bold || look.fill !== undefined || look.under !== undefined ? look : { ...look, bold: true };
}

/** 12 pt. */
export const leastText = 24;
