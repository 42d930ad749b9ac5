import { notYetRated, type PlanColumn, planHeadings, ragWords } from '#core/export/workbook/layout.ts';
import { importLimits } from '#shared/limits.ts';
import type {
  ImportNote,
  PreviewAction,
  PreviewProblem,
  PreviewStatus,
  PreviewTable,
  PreviewThemeWord,
} from '#shared/model/importPreview.ts';
import { ownersOf, ownersStandingAlone } from '#shared/model/owners.ts';
import { type Rag, rags } from '#shared/model/words.ts';
import type { SheetCell } from '../sheet.ts';
import { dateReader } from './actionDates.ts';
import { type DateReading, readDateCell } from './dates.ts';
import type { OurSheet, OurWorkbook } from './ourWorkbook.ts';
import { excerpt } from './plainText.ts';

/** What the rows of a plan sheet of ours say. */
export type OurRows = {
  readonly actions: readonly PreviewAction[];
  readonly problems: readonly PreviewProblem[];
  readonly skipped: PreviewTable['skipped'];
  readonly statuses: readonly PreviewStatus[];
  readonly themeWords: readonly PreviewThemeWord[];
  /** Some of the values of each column. */
  readonly samples: ReadonlyMap<number, readonly string[]>;
};

type Counted<Value> = { -readonly [Field in keyof Value]: Value[Field] };

const ragOfWord = new Map<string, Rag | null>([
  ...rags.map((rag) => [ragWords[rag].toLowerCase(), rag] as const),
  [notYetRated.toLowerCase(), null],
]);
const samplesShown = 3;

/** Every row that has our id or the text of an action is one action. @param index of the table in the preview. */
export function readOurRows(sheet: OurSheet, index: number, workbook: OurWorkbook): OurRows {
  const { grid, columns, headerRow, key } = sheet;
  const { corrections = {}, planStartsOn, academicYearStart } = workbook.options;
  const readText = dateReader(planStartsOn, academicYearStart);
  const problems: PreviewProblem[] = [];
  const skipped: OurRows['skipped'][number][] = [];
  const statuses = new Map<string, Counted<PreviewStatus>>();
  const themeWords = new Map<string, Counted<PreviewThemeWord>>();
  const samples = new Map<number, string[]>();
  const columnOf = new Map(columns.map(({ role, column }) => [role, column]).toReversed() as [PlanColumn, number][]);
  const alone = ownersStandingAlone(rowsBelow().map((row) => textAt(row, 'owner')));
  const actions = rowsBelow().flatMap((row) => readRow(row) ?? []);
  return {
    actions,
    problems,
    skipped,
    statuses: [...statuses.values()],
    themeWords: [...themeWords.values()],
    samples,
  };

  function rowsBelow(): readonly number[] {
    return Array.from({ length: Math.max(0, grid.rowCount - headerRow - 1) }, (_, offset) => headerRow + 1 + offset);
  }

  function cellAt(row: number, role: PlanColumn): SheetCell | undefined {
    const column = columnOf.get(role);
    return column === undefined ? undefined : grid.at(row, column);
  }

  function textAt(row: number, role: PlanColumn): string {
    return workbook.longTexts(
      cellAt(row, 'id')?.text ?? '',
      planHeadings[role],
      role === 'id' ? '' : (cellAt(row, role)?.text ?? ''),
    );
  }

  function problem(code: PreviewProblem['code'], row: number, message: string): void {
    problems.push({
      code,
      message: `Sheet “${grid.sheet.name}”, row ${row + 1}: ${message}`,
      table: index,
      row: row + 1,
    });
  }

  function readRow(row: number): PreviewAction | undefined {
    const id = cellAt(row, 'id')?.text ?? '';
    const action = textAt(row, 'action');
    if (id === '' && action === '') {
      const filled = grid.filled(row).map((column) => grid.text(row, column));
      if (filled.some((text) => text !== notYetRated) && skipped.length < importLimits.skippedRowsShown)
        skipped.push({
          row: row + 1,
          text: excerpt(filled.join(' · ')),
          why: 'Its column “Action” is empty.',
          canBeAction: false,
        });
      return undefined;
    }
    collectSamples(row);
    const notes = notesOf(row);
    const start = readTimescale(row, 'start');
    const due = readTimescale(row, 'due');
    const owner = textAt(row, 'owner');
    const rag = readRag(row, action, notes);
    const redExplanation = textAt(row, 'redExplanation');
    if (rag === 'red' && redExplanation === '' && columnOf.has('redExplanation'))
      problem('red-without-explanation', row, 'this action is red and has no explanation. Add one.');
    return {
      key: `${key}/${row}`,
      id: id || null,
      ref: textAt(row, 'ref'),
      themes: [...readThemes(row, notes)],
      objective: textAt(row, 'objective'),
      action,
      owner,
      owners: [...ownersOf(owner, alone)],
      supporting: textAt(row, 'supporting'),
      start: start.kind === 'period' ? start.start : null,
      due: due.kind === 'period' ? due.end : null,
      startText: textAt(row, 'start'),
      dueText: textAt(row, 'due'),
      rag,
      ragFrom: rag === null ? '' : `From the word in ${grid.place(row, columnOf.get('rag') ?? 0)}.`,
      redExplanation,
      successMeasure: textAt(row, 'successMeasure'),
      progress: textAt(row, 'progress'),
      resources: textAt(row, 'resources'),
      impactEvidence: textAt(row, 'impactEvidence'),
      notes,
      reasons: {},
      hidden: grid.sheet.hiddenRows.has(row),
      source: { table: index, row: row + 1 },
    };
  }

  function readTimescale(row: number, role: 'start' | 'due'): DateReading {
    const cell = cellAt(row, role);
    if (cell === undefined || cell.text === '') return { kind: 'none' };
    const read = cell.isDate ? readDateCell(String(cell.value), cell.numberFormat) : readText(cell.text);
    if (read.kind === 'impossible')
      problem('date-impossible', row, `there is no day “${excerpt(cell.text, 30)}”. The text is kept; set the date.`);
    return read;
  }

  function readThemes(row: number, notes: ImportNote[]): PreviewAction['themes'] {
    const word = textAt(row, 'theme');
    if (word === '') return [];
    const { themes, unknown } = workbook.themeWords(word, corrections.themes ?? {});
    const known = themeWords.get(word);
    if (known !== undefined) known.count += 1;
    else themeWords.set(word, { word, themes: [...themes], count: 1 });
    if (unknown.length > 0) {
      notes.push({ header: planHeadings.theme, text: word });
      const named = excerpt(unknown.join(', '), 40);
      problem(
        'theme-not-recognised',
        row,
        `“${named}” is no theme of the Technician Commitment. Choose the theme that it belongs to.`,
      );
    }
    return themes;
  }

  function readRag(row: number, action: string, notes: ImportNote[]): Rag | null {
    const word = textAt(row, 'rag');
    if (word === '') return null;
    const chosen = corrections.statuses?.[word];
    const rag = chosen === undefined ? ragOfWord.get(word.toLowerCase()) : chosen;
    const known = statuses.get(word);
    if (known !== undefined) known.count += 1;
    else
      statuses.set(word, {
        word,
        from: 'text',
        rag: rag ?? null,
        asked: rag === undefined,
        count: 1,
        sample: excerpt(action),
      });
    if (rag !== undefined) return rag;
    notes.push({ header: planHeadings.rag, text: word });
    const message = `“${excerpt(word, 40)}” is no rating that is known. Choose red, amber, green or not yet rated.`;
    problem('rag-not-recognised', row, message);
    return null;
  }

  /** The column of notes is a field of ours and has no heading here; what others added keeps theirs. */
  function notesOf(row: number): ImportNote[] {
    const notes: ImportNote[] = [];
    for (const { column, header, role } of columns) {
      const cell = grid.at(row, column);
      const own = role === 'note' && columnOf.get('note') === column && header.toLowerCase() === noteHeading;
      if (own) notes.push({ header: '', text: textAt(row, 'note') });
      if (cell === undefined || role === 'ignore') continue;
      const name = header === '' ? `Column ${grid.columnName(column)}` : header;
      if (role === 'note' && !own && cell.text !== '') notes.push({ header: name, text: cell.text });
      if (cell.note !== undefined) notes.push({ header: `Note on ${name}`, text: cell.note });
      // Excel makes a link of every address that is typed; only one that the text does not show is told.
      const link = cell.hyperlink?.replace(/^mailto:/, '').replace(/\/$/, '');
      if (link !== undefined && !cell.text.includes(link)) notes.push({ header: `Link in ${name}`, text: link });
    }
    return notes;
  }

  function collectSamples(row: number): void {
    for (const { column } of columns) {
      const text = grid.text(row, column);
      const known = samples.get(column) ?? [];
      if (text !== '' && known.length < samplesShown) samples.set(column, [...known, excerpt(text)]);
    }
  }
}

const noteHeading = planHeadings.note.toLowerCase();
