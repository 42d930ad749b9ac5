import { paleOf } from '#core/houseStyle/colours.ts';
import type { HouseStyle } from '#core/houseStyle/houseStyle.ts';
import { accentOf } from './dressStyles.ts';
import { lettersOfTables } from './letterWidths.ts';

/** How the tables of a document look. Ratings keep their own shades in every house. */
export interface TableLook {
  readonly headingFill: string;
  /** Of the lines between cells. */
  readonly lines: string;
  /** How much wider than 11 pt Arial the letters are. */
  readonly letters: number;
}

export const ownTables: TableLook = { headingFill: 'E3E9EE', lines: '8C97A1', letters: 1 };

/** The share of the house's colour in the ground of a header row. */
const headingShare = 0.14;

export function tableLookOf(house: HouseStyle | null): TableLook {
  if (house === null) return ownTables;
  return {
    headingFill: paleOf(accentOf(house), headingShare),
    lines: house.tableLines ?? ownTables.lines,
    letters: lettersOfTables(house),
  };
}
