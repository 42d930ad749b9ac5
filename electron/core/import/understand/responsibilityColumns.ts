import { guessRoles, isHorizon, isNoTick } from './columnWords.ts';
import type { Grid } from './grid.ts';
import { plainText } from './plainText.ts';
import { namesWho, type Part, partsOfMark } from './responsibilityMarks.ts';
import { ratingOfHeading } from './splitRatings.ts';
import { themesNamed } from './themes.ts';

/** A column whose heading is somebody and whose cells say their part in each action. */
export type ResponsibilityColumn = { readonly column: number; readonly why: string };

/** From this share of its cells on, a column holds marks; what else stands in it is kept as a note. */
const marked = 0.8;
/** The same of a column that stands beside others which do. */
const markedBeside = 0.5;
/** Ratings fill every cell; of a few letters that could be either, responsibilities leave at least this share blank. */
const blankShare = 0.4;

const somebody =
  /\b(?:hr|human resources|people|estates?|facilities|it|its|ict|digital|library|libraries|finance|registry|registrar|secretariat|facult(?:y|ies)|schools?|dept|departments?|colleges?|institutes?|unit|division|directorate|office|officers?|services?|teams?|group|committee|board|council|deans?|heads?|hods?|managers?|directors?|chair|provost|principal|chancellor|pvc|dvc|vc|coo|technicians?|technical|unions?|comms|communications|marketing|research|planning|procurement|safety|od|ld|l&d|edi|equality|careers|students?|academics?|leads?|supervisors?|workshops?|laborator(?:y|ies)|labs?|engineering|sciences?|arts|medicine|chemistry|physics|biology|humanities|law)\b/;
/** What is ticked beside an action and is nobody: a charter, a property, a question. */
const nobody =
  /\b(?:athena|swan|race equality|rec|ref|tef|kef|talent|concordat|charter|priorit\w*|quick win|costed|costs?|funded|new|strategy|kpi|evidence|complete|started|done|carried|visible|status|approved|reviewed)\b/;

type Column = {
  readonly column: number;
  readonly header: string;
  readonly cells: number;
  readonly parts: ReadonlySet<Part>;
  readonly isTicked: boolean;
  /** “Lead” or “Support”, under which initials may stand as well. */
  readonly isField: boolean;
  /** The share of its cells that are marks. */
  readonly share: number;
};

/**
 * Columns headed by people or departments with R, A, C or I below them, or with mere ticks. Ticks under quarters, themes
 * and ratings, and letters that rate, are none.
 * @param groups for every column the heading that spans it and its neighbours.
 */
export function responsibilityColumns(
  grid: Grid,
  headers: readonly string[],
  groups: readonly string[],
  rows: readonly number[],
): readonly ResponsibilityColumn[] {
  const found = headers.flatMap((header, column) => columnOfMarks(grid, header, column, rows) ?? []);
  const isUnderWho = ({ column }: Column): boolean => namesWho(groups[column] ?? '');
  const sure = found.filter(({ share }) => share >= marked);
  const lettered = sure.filter(({ isTicked }) => !isTicked);
  const ticked = sure.filter(({ isTicked }) => isTicked);
  const byLetters = areResponsibilities(lettered, rows.length, lettered.some(isUnderWho)) ? lettered : [];
  const byTicks = runsOf(ticked)
    .map((run) => run.filter((one) => isUnderWho(one) || !nobody.test(plainText(one.header))))
    .filter((run) => run.length >= 2 && (run.some(isUnderWho) || namesSomebody(run)));
  return [
    ...[...byLetters, ...found.filter((one) => !sure.includes(one) && isBeside(one, byLetters))].map(({ column }) => ({
      column,
      why: 'The heading is a person or department and the cells say their part: R, A, C or I.',
    })),
    ...(byLetters.length > 0 ? ticked.filter((one) => isBeside(one, byLetters)) : byTicks.flat()).map(({ column }) => ({
      column,
      why: 'A guess: the heading reads as a person or department and the cells are ticked.',
    })),
  ];
}

const leastOf = (run: readonly Column[]): number => run.length / 2;
const namesSomebody = (run: readonly Column[]): boolean =>
  run.filter(({ header }) => somebody.test(plainText(header))).length >= leastOf(run);

const isBeside = ({ column }: Column, others: readonly Column[]): boolean =>
  others.some((other) => Math.abs(other.column - column) === 1);

function columnOfMarks(grid: Grid, header: string, column: number, rows: readonly number[]): Column | undefined {
  if (header === '' || header.endsWith('?') || isHorizon(header) || ratingOfHeading(header) !== undefined)
    return undefined;
  if (themesNamed(header).length > 0) return undefined;
  // “Lead technician” is somebody as well; any other field of an action is not.
  const roles = guessRoles(header).filter(({ score }) => score >= 8);
  if (roles.some(({ role }) => role !== 'owner' && role !== 'supporting')) return undefined;
  const texts = rows.map((row) => grid.text(row, column)).filter((text) => text !== '');
  const marks = texts.map(partsOfMark);
  const known = marks.filter((mark) => mark !== undefined).length + texts.filter(isNoTick).length;
  // A single G is a rating, and so are the letters around it.
  if (known === 0 || known < texts.length * markedBeside || texts.some((text) => /^(?:g|green|amber|red)$/i.test(text)))
    return undefined;
  const parts = new Set(marks.flatMap((mark) => mark ?? []));
  if (parts.size === 0) return undefined;
  return {
    column,
    header,
    cells: texts.length,
    parts,
    isTicked: parts.size === 1 && parts.has('ticked'),
    isField: roles.length > 0,
    share: known / texts.length,
  };
}

/** C and I rate nothing. R and A do, so without those the columns must be headed so, or leave cells blank. */
function areResponsibilities(columns: readonly Column[], rows: number, isHeadedSo: boolean): boolean {
  if (columns.length < 2 || columns.every(({ isField }) => isField)) return false;
  const parts = new Set(columns.flatMap((one) => [...one.parts]));
  parts.delete('ticked');
  if (isHeadedSo) return true;
  if (parts.size < 2) return false;
  if (parts.has('consulted') || parts.has('informed')) return true;
  const cells = columns.reduce((sum, one) => sum + one.cells, 0);
  return cells <= (1 - blankShare) * rows * columns.length;
}

function runsOf(columns: readonly Column[]): readonly (readonly Column[])[] {
  const runs: Column[][] = [];
  for (const one of columns) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1)?.column === one.column - 1) run.push(one);
    else runs.push([one]);
  }
  return runs;
}
