import type { ImportNote } from '#shared/model/importPreview.ts';
import type { ColumnGuess } from './columns.ts';
import { isNoTick } from './columnWords.ts';
import type { Grid } from './grid.ts';
import { excerpt, plainText } from './plainText.ts';
import { type Part, partsOfMark } from './responsibilityMarks.ts';

/** What one mark says: whose it is, where it stands, and their parts; none where the cell says something else. */
export type Share = {
  readonly who: string;
  readonly place: string;
  readonly text: string;
  readonly parts: readonly Part[] | undefined;
};

export function sharesOfRow(grid: Grid, row: number, columns: readonly ColumnGuess[]): readonly Share[] {
  return columns.flatMap(({ role, column, header }) => {
    const text = role === 'responsibility' ? grid.text(row, column) : '';
    const parts = partsOfMark(text);
    if (text === '' || (parts === undefined && isNoTick(text))) return [];
    const who = header.replace(/\s+/g, ' ').trim();
    return [
      { who: who === '' ? `Column ${grid.columnName(column)}` : who, place: grid.place(row, column), text, parts },
    ];
  });
}

/** Who leads and who supports by the marks, each with the reason, and everything else as notes in words. */
export type Responsibilities = {
  readonly owner: string;
  readonly ownerWhy: string;
  readonly supporting: string;
  readonly supportingWhy: string;
  readonly notes: readonly ImportNote[];
  readonly notesWhy: string;
};

const nothing: Responsibilities = {
  owner: '',
  ownerWhy: '',
  supporting: '',
  supportingWhy: '',
  notes: [],
  notesWhy: '',
};

/**
 * R leads; where nobody is marked R, A does; where there are only ticks, those who are ticked do. A column of leads or of
 * supporting people goes before the marks, which are then kept as notes.
 */
export function responsibilitiesOf(
  shares: readonly Share[],
  written: { readonly owner: string; readonly supporting: string },
): Responsibilities {
  if (shares.length === 0) return nothing;
  const having = (part: Part): readonly Share[] => shares.filter(({ parts }) => parts?.includes(part) === true);
  const isNamed = ({ who }: Share): boolean => plainText(written.owner).includes(plainText(who));
  const [responsible, accountable] = [having('responsible'), having('accountable')];
  const ticked = having('ticked').filter((share) => !isNamed(share));
  const supporting = having('supporting');
  const notes: ImportNote[] = [];
  const reasons: string[] = [];
  const note = (header: string, of: readonly Share[]): void => {
    if (of.length === 0) return;
    notes.push({ header, text: namesOf(of) });
    reasons.push(`${markOf[header] ?? 'ticked'} ${placesOf(of)}`);
  };
  const isWritten = written.owner !== '';
  const leads = isWritten ? [] : ([responsible, accountable, ticked].find((of) => of.length > 0) ?? []);
  if (isWritten) {
    note(
      'Responsible',
      responsible.filter((share) => !isNamed(share)),
    );
  }
  note('Accountable', accountable);
  const helpers = [...supporting, ...(leads === ticked ? [] : ticked)];
  if (written.supporting !== '') {
    note('Supporting', supporting);
    note('Involved', leads === ticked ? [] : ticked);
  }
  note('Consulted', having('consulted'));
  note('Informed', having('informed'));
  for (const { who, text, parts } of shares) if (parts === undefined) notes.push({ header: who, text });
  const helps = written.supporting === '' ? helpers : [];
  return {
    owner: namesOf(leads),
    ownerWhy:
      leads.length === 0
        ? ''
        : leads === responsible
          ? `Marked R ${placesOf(leads)}.`
          : leads === accountable
            ? `A guess: nobody is marked R, so it is who is marked A, ${placesOf(leads)}.`
            : `A guess: ticked ${placesOf(leads)}.`,
    supporting: namesOf(helps),
    supportingWhy:
      helps.length === 0
        ? ''
        : supporting.length === helps.length
          ? `Marked S ${placesOf(helps)}.`
          : `A guess: ${supporting.length === 0 ? 'ticked' : 'marked S or ticked'} ${placesOf(helps)}, beside the lead.`,
    notes,
    notesWhy: reasons.length === 0 ? '' : `Marked ${reasons.join('; ')}.`,
  };
}

/** By the word of the note. */
const markOf: Readonly<Record<string, string>> = {
  Responsible: 'R',
  Accountable: 'A',
  Supporting: 'S',
  Consulted: 'C',
  Informed: 'I',
};

const namesOf = (shares: readonly Share[]): string => [...new Set(shares.map(({ who }) => who))].join(', ');

/** Reasons name so many places; more would not be read. */
const placesNamed = 4;

function placesOf(shares: readonly Share[]): string {
  const named = shares.slice(0, placesNamed).map(({ who, place }) => `“${excerpt(who, 40)}” in ${place}`);
  const more = shares.length - named.length;
  const last = more > 0 ? `${more} more` : named.pop();
  return `under ${named.length === 0 ? last : `${named.join(', ')} and ${last}`}`;
}
