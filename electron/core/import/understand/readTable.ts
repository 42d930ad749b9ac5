import type {
  ColumnRole,
  GuessedField,
  ImportCorrections,
  ImportNote,
  PreviewAction,
  PreviewProblem,
  PreviewTable,
  RagScheme,
} from '#shared/model/importPreview.ts';
import { ownersOf, ownersStandingAlone } from '#shared/model/owners.ts';
import { dateReader, datesOfAction } from './actionDates.ts';
import { themesOfActions } from './actionThemes.ts';
import { foldMilestones, type ReadAction } from './foldMilestones.ts';
import type { GatheredTable } from './gatherTable.ts';
import { remember } from './memory.ts';
import { findMilestones } from './milestones.ts';
import { ownerText } from './owners.ts';
import { excerpt, wordCount } from './plainText.ts';
import type { ColourKey } from './rag.ts';
import { type Rating, rate } from './rating.ts';
import { remarkOf } from './ratingRemark.ts';
import type { PlacedCell } from './rawActions.ts';
import { findRedExplanation } from './redExplanation.ts';
import { responsibilitiesOf } from './responsibilities.ts';
import { tableProblems } from './tableProblems.ts';
import type { Table } from './tables.ts';
import type { ThemeKey } from './themeKey.ts';

export type ReadOptions = {
  readonly corrections?: ImportCorrections | undefined;
  /** ISO day from which `Y1` and `6-12 months` count; without it they stay texts. */
  readonly planStartsOn?: string | undefined;
  /** Month and day, as 08-01, from which `2026/27` counts; without it 1 August. */
  readonly academicYearStart?: string | undefined;
};

/** What the file itself says that its colours and the numbers of its themes mean. */
export type FileKeys = { readonly colours: ColourKey; readonly themes: ThemeKey };

export type ReadTable = {
  readonly actions: readonly PreviewAction[];
  readonly milestones: PreviewTable['milestones'];
  readonly problems: readonly PreviewProblem[];
  readonly ratings: readonly { readonly rating: Rating; readonly action: string }[];
  readonly themeWords: readonly { readonly word: string; readonly themes: PreviewAction['themes'] }[];
};

const headsComments = /comment|narrative|note/i;

/** Turns the gathered texts into actions, once the scheme and the key of the whole file are known. */
export function readTable(
  { table, raws, ratings }: GatheredTable,
  index: number,
  scheme: RagScheme,
  keys: FileKeys,
  { corrections = {}, planStartsOn, academicYearStart }: ReadOptions,
): ReadTable {
  const problems = tableProblems(table, index);
  const rated: { rating: Rating; action: string }[] = [];
  const themes = themesOfActions(table, raws, corrections.themes, keys.themes);
  const readText = remember(dateReader(planStartsOn, academicYearStart));
  const themeWords: { word: string; themes: PreviewAction['themes'] }[] = [];
  const known = ownersStandingAlone([
    ...raws.map((raw) => ownerText(raw.cells.get('owner')?.cell.text ?? '')),
    ...raws.flatMap(({ shares }) => shares.map(({ who }) => who)),
  ]);
  const isSpread = !table.columns.some(({ role }) => role === 'action');
  const hasOwners = table.columns.some(({ role }) => role === 'owner');
  const updates = table.columns.find(({ role }) => role === 'progress');

  const found = findMilestones(table, raws);
  const chosen = corrections.milestones?.find((one) => one.table === table.key)?.as;
  const as = chosen ?? found?.as ?? 'actions';
  const isMilestone = (at: number): boolean => as === 'milestones' && found?.parentOf.has(at) === true;

  const read = raws.map((raw, at): ReadAction => {
    const text = (role: ColumnRole): string => {
      const own = raw.cells.get(role)?.cell.text ?? '';
      if (raw.more.length === 0) return own;
      const more = raw.more.filter((one) => one.role === role).map((one) => one.text);
      return [own, ...more].filter((part) => part !== '').join('\n');
    };
    const reasons: Partial<Record<GuessedField, string>> = {};
    const because = (field: GuessedField, why: string): void => {
      if (why !== '') reasons[field] = why;
    };
    const notes: ImportNote[] = [...raw.notes];
    const key = `${table.key}/${raw.row}${raw.suffix}`;
    const apart = isSpread ? key : undefined;

    const theme = themes[at];
    because('themes', theme?.why ?? '');
    if (theme !== undefined && theme.word !== '') themeWords.push({ word: theme.word, themes: theme.themes });
    if (theme?.suggested && !isMilestone(at)) problems.add('theme-suggested', raw.row, theme.why);
    if (theme !== undefined && theme.unknown.length > 0) {
      notes.push({ header: raw.cells.get('theme')?.header ?? 'Theme', text: theme.word });
      problems.addWord(
        'theme-not-recognised',
        raw.row,
        theme.unknown.join(', '),
        'is no theme of the Technician Commitment. Choose the theme that it belongs to.',
      );
    }

    const source = ratings[at];
    const rating = source === undefined ? undefined : rate(source, scheme, keys.colours, corrections.statuses ?? {});
    if (source !== undefined && rating !== undefined) {
      rated.push({ rating, action: raw.action });
      because('rag', rating.from);
      if (rating.unknown)
        problems.addWord(
          'rag-not-recognised',
          raw.row,
          source.text,
          'is no rating that is known. Choose red, amber, green or not yet rated.',
        );
    }
    const remark =
      updates !== undefined || rating === undefined || rating.unknown ? undefined : remarkOf(source?.text ?? '');
    // A date of completion, words beyond the rating, and a status that did not rate would otherwise be lost.
    for (const status of [raw.cells.get('rag'), raw.cells.get('completed')]) {
      if (status === undefined || status.cell.text === '') continue;
      const rates = rating !== undefined && !rating.unknown && source?.placed === status;
      if (!rates || (remark === undefined && saysMoreThanRating(status)))
        notes.push({ header: status.header, text: status.cell.text });
    }

    const dates = datesOfAction(raw, readText);
    because('start', dates.startWhy);
    because('due', dates.dueWhy);
    for (const impossible of dates.impossible)
      problems.add(
        'date-impossible',
        raw.row,
        `there is no day “${excerpt(impossible, 30)}”. The text is kept; set the date.`,
      );

    const progress = text('progress') || (remark ?? '');
    const update = raw.cells.get('progress')?.header;
    if (update !== undefined && updates?.earlier !== undefined && update !== updates.header)
      because('progress', `From “${excerpt(update, 40)}”, the latest that says anything.`);
    if (remark !== undefined) because('progress', `From what stands beside the rating in ${source?.placed.place}.`);
    const explanation = findRedExplanation({
      isRed: rating?.rag === 'red',
      column: text('redExplanation'),
      ratingNote: source?.placed.cell.note,
      comments: raw.notes.filter(({ header }) => headsComments.test(header)).map((note) => note.text),
      progress,
      isComment: headsComments.test(update ?? ''),
    });
    because('redExplanation', explanation.why);
    if (rating?.rag === 'red' && explanation.text === '' && !isMilestone(at))
      problems.add(
        'red-without-explanation',
        raw.row,
        'this action is red and the file gives no explanation. Add one.',
        apart,
      );
    if (raw.split) because('action', 'One of several in the same cell.');
    if (raw.struck)
      problems.add(
        'crossed-out',
        raw.row,
        'this action is crossed out in the file. Decide whether it still belongs to the plan.',
        apart,
      );

    const objective = text('objective') || raw.sectionObjective || table.context.objective;
    if (objective !== '' && text('objective') === '') because('objective', 'From the heading above.');
    const written = { owner: ownerText(text('owner')), supporting: ownerText(text('supporting')) };
    const marked = responsibilitiesOf(raw.shares, written);
    notes.push(...marked.notes);
    because('owner', marked.ownerWhy);
    because('supporting', marked.supportingWhy);
    because('notes', marked.notesWhy);
    const accountable =
      written.owner === '' && hasOwners ? notes.find(({ header }) => isAccountable(header)) : undefined;
    if (accountable !== undefined && marked.owner === '')
      because(
        'owner',
        `A guess: no lead stands in the row, so it is who stands under “${excerpt(accountable.header, 40)}”.`,
      );
    const owner = written.owner || marked.owner || ownerText(accountable?.text ?? '');
    const action: PreviewAction = {
      key,
      id: text('id') || null,
      ref: text('ref') || raw.countedAs,
      themes: [...(theme?.themes ?? [])],
      objective,
      action: raw.action,
      owner,
      owners: [...ownersOf(owner, known)],
      supporting: written.supporting || marked.supporting,
      start: dates.start,
      due: dates.due,
      startText: dates.startText,
      dueText: dates.dueText,
      rag: rating?.rag ?? null,
      ragFrom: rating?.from ?? '',
      redExplanation: explanation.text,
      successMeasure: text('successMeasure'),
      progress,
      resources: text('resources'),
      impactEvidence: text('impactEvidence'),
      notes,
      reasons,
      hidden: table.grid.sheet.hiddenRows.has(raw.row),
      source: { table: index, row: table.grid.rowNumber(raw.row) },
    };
    return { action, status: source?.text ?? '', themeWord: theme?.word ?? '' };
  });
  const actions = found === undefined ? read.map((one) => one.action) : foldMilestones(read, { ...found, as });
  const milestones = found === undefined ? null : { count: found.parentOf.size, as, why: found.why };

  const all = [...problems.list(), ...hiddenRows(table, index, actions)];
  return { actions, milestones, problems: all, ratings: rated, themeWords };
}

function hiddenRows(table: Table, index: number, actions: readonly PreviewAction[]): readonly PreviewProblem[] {
  const hidden = actions.filter((action) => action.hidden).length;
  if (hidden === 0) return [];
  const what = hidden === 1 ? 'one action stands in a hidden row' : `${hidden} actions stand in hidden rows`;
  const message = `In ${table.grid.sheet.name} ${what}, as a filter leaves them. Check whether they belong to the plan.`;
  return [{ code: 'hidden-rows', message, table: index }];
}

/** More than its rating repeats: a date, or more words than a status has. */
const saysMoreThanRating = ({ cell: { text, isDate } }: PlacedCell): boolean =>
  isDate === true || wordCount(text) > 3 || text.length > 40 || /\d{4}/.test(text);

const isAccountable = (header: string): boolean => /^accountab(?:le|ility)$/i.test(header.trim());
