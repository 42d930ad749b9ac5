import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ColumnRole, ImportPreview, PreviewAction } from '#shared/model/importPreview.ts';
import { type ImportedField, importedFields } from '#shared/model/importPreview.ts';
import type { Action, Rating } from '#shared/model/tables.ts';
import { everyChoice, previewOf } from '#test/helpers/importing.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';
import { tablesOf } from '#test/helpers/tables.ts';

/** A preview's fields by the fields of an action; a date goes with its text. */
const places = {
  ref: ['ref', 'ref'],
  themes: ['themes', 'themes'],
  objective: ['objective', 'objective'],
  action: ['text', 'text'],
  owner: ['lead', 'lead'],
  supporting: ['supporting', 'supporting'],
  startText: ['startText', 'startText'],
  start: ['startOn', 'startText'],
  dueText: ['dueText', 'dueText'],
  due: ['dueOn', 'dueText'],
  successMeasure: ['successMeasure', 'successMeasure'],
  resources: ['resources', 'resources'],
  impactEvidence: ['impactEvidence', 'impactEvidence'],
} as const satisfies Partial<Record<keyof PreviewAction, readonly [keyof Action, keyof Action]>>;
/** Columns whose empty cells empty a field. A file without any of them says nothing of the field. */
const emptiedBy: Partial<Record<keyof PreviewAction, readonly ColumnRole[]>> = {
  ref: ['ref'],
  themes: ['theme'],
  objective: ['objective'],
  action: ['action'],
  owner: ['owner'],
  supporting: ['supporting'],
  startText: ['start', 'timescale'],
  start: ['start', 'timescale'],
  dueText: ['due', 'timescale'],
  due: ['due', 'timescale'],
  successMeasure: ['successMeasure'],
  resources: ['resources'],
  impactEvidence: ['impactEvidence'],
  rag: ['rag', 'completed'],
  progress: ['progress'],
  redExplanation: ['redExplanation'],
};
const ratingPlaces = { rag: 'rag', progress: 'progress', redExplanation: 'explanation' } as const;
const decliners: readonly ImportedField[] = importedFields;

const plans = [
  ['plain.xlsx', 'next-year.xlsx'],
  ['merged-theme-cells.xlsx', 'objective-spans-actions.xlsx'],
  ['windows-1252.csv', 'word-tables.docx'],
  ['column-per-horizon.xlsx', 'status-in-date-column.xlsx'],
  ['sheet-per-theme.xlsx', 'status-in-date-column.xlsx'],
] as const;
type Blanks = 'keep' | 'fill-blanks-only' | 'replace';
const blank = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What the plan says afterwards, given what it says, what the file says, and what decides between them. */
function settled<Value>(
  there: Value,
  file: Value,
  decider: { there: unknown; file: unknown; hasColumn: boolean },
  blanks: Blanks,
): Value {
  if (blank(decider.file) && !decider.hasColumn) return there;
  if (blanks === 'keep') return blank(decider.file) ? there : file;
  if (blanks === 'fill-blanks-only') return blank(decider.there) && !blank(decider.file) ? file : there;
  return file;
}

const fieldOf = (name: string): string => name.replace(/Text$/, '');
/** A match lists each field in which the file says something else; what it does not list is left as it is. */
const isUnlisted = ({ match }: PreviewAction, field: string): boolean =>
  match?.fields.every((listed) => listed.field !== field) === true;
/** What is left of a value when its form is set aside: of texts the letters and figures, of a list what is in it. */
const loosely = (value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .toLowerCase()
        .replaceAll('&', 'and')
        .replace(/[^\p{L}\p{N}]/gu, '')
    : Array.isArray(value)
      ? value.toSorted()
      : value;

interface Said {
  readonly action: Action;
  readonly rating: Pick<Rating, 'rag' | 'progress' | 'explanation'>;
}
const nothing = { rag: null, progress: '', explanation: '' };

async function said({ call }: TestCore): Promise<ReadonlyMap<string, Said>> {
  const { rows } = await call('workspace.load', {});
  return new Map(
    rows.action.map((action) => {
      const rating = rows.rating.filter(({ actionId }) => actionId === action.id).at(-1);
      const { rag, progress, explanation } = rating ?? nothing;
      return [action.id, { action, rating: { rag, progress, explanation } }];
    }),
  );
}

function expected(
  file: PreviewAction,
  there: Said | undefined,
  { without = [] }: { readonly without?: readonly string[] },
  { tables, blanks }: { readonly tables: ImportPreview['tables']; readonly blanks: Blanks },
) {
  const roles = new Set(tables[file.source.table]?.columns.map(({ role }) => role));
  const hasColumn = (name: keyof PreviewAction): boolean => emptiedBy[name]?.some((role) => roles.has(role)) === true;
  const action: Record<string, unknown> = {};
  const declined = new Set<string>(
    without.flatMap((name) => (name === 'start' || name === 'due' ? [name, `${name}Text`] : name)),
  );
  for (const [name, [place, by]] of Object.entries(places)) {
    const fromFile = file[name as keyof typeof places];
    const empty = Array.isArray(fromFile) ? [] : name === 'start' || name === 'due' ? null : '';
    const current = there ? there.action[place] : empty;
    const byName = by === 'startText' || by === 'dueText' ? file[by] : fromFile;
    if (there && isUnlisted(file, fieldOf(name))) {
      if (!blank(fromFile)) expect(loosely(current)).toEqual(loosely(place.endsWith('Text') ? current : fromFile));
      action[place] = current;
      continue;
    }
    const decider = {
      there: there ? there.action[by] : '',
      file: byName,
      hasColumn: hasColumn(name as keyof PreviewAction),
    };
    action[place] = declined.has(name)
      ? current
      : there
        ? settled<unknown>(current, fromFile, decider, blanks)
        : fromFile;
  }
  action.notes = notesAfter(file, there?.action.notes, declined.has('notes'), blanks);
  const rating: Record<string, unknown> = {};
  for (const [name, place] of Object.entries(ratingPlaces)) {
    const fromFile = file[name as keyof typeof ratingPlaces];
    const current = (there?.rating ?? nothing)[place];
    if (there && isUnlisted(file, name)) {
      if (!blank(fromFile)) expect(loosely(current)).toEqual(loosely(fromFile));
      rating[place] = current;
      continue;
    }
    rating[place] = declined.has(name)
      ? current
      : settled<unknown>(
          current,
          fromFile,
          { there: current, file: fromFile, hasColumn: hasColumn(name as keyof PreviewAction) },
          there ? blanks : 'keep',
        );
  }
  return { action, rating };
}

/** Notes are a person's own as well: those of the file stand below them, each once, and nothing is taken away. */
function notesAfter(file: PreviewAction, there: string | undefined, isDeclined: boolean, blanks: Blanks): string {
  const own = there ?? '';
  if (
    isDeclined ||
    (there !== undefined && (isUnlisted(file, 'notes') || (blanks === 'fill-blanks-only' && own !== '')))
  )
    return own;
  const lines = own.split('\n');
  const added = file.notes
    .map(({ header, text }) => `${header}: ${text}`)
    .filter((note) => note.includes('\n') || !lines.includes(note));
  return [...(own === '' ? [] : [own]), ...added].join('\n');
}

/** What decides an import, for as many actions as there are: brought in or left, as new or as a change, and what not. */
const decisions = fc.record({
  blanks: fc.constantFrom<Blanks>('keep', 'fill-blanks-only', 'replace'),
  each: fc.array(
    fc.record({
      ticked: fc.boolean(),
      asNew: fc.boolean(),
      without: fc.subarray([...decliners], { maxLength: 4 }),
    }),
    { minLength: 4, maxLength: 20 },
  ),
});

function choose(
  preview: ImportPreview,
  each: (typeof decisions extends fc.Arbitrary<infer Value> ? Value : never)['each'],
) {
  return preview.actions.flatMap((action, index) => {
    const decision = each[index % each.length];
    if (!decision?.ticked) return [];
    const actionId = decision.asNew ? null : (action.match?.id ?? null);
    return [{ action, choice: { key: action.key, actionId, without: decision.without } }];
  });
}

/** A correction that changes nothing of what is read but has to be remembered. */
function aCorrection({ tables }: ImportPreview) {
  const table = tables.find(({ use, headerKey }) => use === 'plan' && headerKey !== '');
  const column = table?.columns[0];
  return table && column ? { columns: [{ table: table.key, column: column.column, role: column.role }] } : {};
}

it.each(plans)(
  'brings %s and then %s in as previewed, and taken back leaves the tables as before',
  async (first, second) => {
    const test = await openCore();
    const start = await previewOf(test, first);
    await test.call('import.apply', { previewId: start.previewId, choices: everyChoice(start) });
    // Another day, so that ratings are new ones beside the old.
    test.ports.pass(24 * 60 * 60_000);
    const corrections = aCorrection((await previewOf(test, second)).preview);
    const { previewId, preview } = await previewOf(test, second, undefined, corrections);
    const before = tablesOf(test, ['importRun']);
    const saidBefore = await said(test);
    await fc.assert(
      fc.asyncProperty(decisions, async ({ blanks, each }) => {
        const chosen = choose(preview, each);
        const report = await test.call('import.apply', {
          previewId,
          blanks,
          choices: chosen.map(({ choice }) => choice),
        });
        const { rows } = await test.call('workspace.load', {});
        expect(rows.mapping).toHaveLength('columns' in corrections ? 1 : 0);
        const after = await said(test);
        const made = [...after.values()]
          .filter(({ action }) => !saidBefore.has(action.id))
          .toSorted((one, other) => one.action.position - other.action.position);
        expect(report).toMatchObject({
          created: made.length,
          changed: chosen.length - made.length - report.same,
          left: preview.actions.length - chosen.length,
        });
        for (const { action, choice } of chosen) {
          const is = choice.actionId === null ? made.shift() : after.get(choice.actionId);
          const there = choice.actionId === null ? undefined : saidBefore.get(choice.actionId);
          const should = expected(action, there, choice, { tables: preview.tables, blanks });
          expect(is).toMatchObject(should);
          const shown = action.match?.fields.filter(({ field, inPlan, inFile }) => {
            if (choice.without.includes(field)) return false;
            return blanks === 'replace' || (blanks === 'keep' ? inFile !== '' : inPlan === '');
          });
          const line = report.lines.find(({ key }) => key === action.key);
          if (there) expect(line?.fields).toEqual(shown?.map(({ field }) => field));
          else expect(line?.outcome).toBe('created');
        }
        const left = report.lines.filter(({ outcome }) => outcome === 'left').map(({ key }) => key);
        expect(left).toEqual(
          preview.actions.filter((action) => !chosen.some((one) => one.action === action)).map(({ key }) => key),
        );
        const touched = new Set(chosen.map(({ choice }) => choice.actionId));
        for (const [id, was] of saidBefore) if (!touched.has(id)) expect(after.get(id)).toEqual(was);
        await test.call('import.undo', { importRunId: report.importRunId });
        expect(tablesOf(test, ['importRun'])).toEqual(before);
      }),
      // One workspace serves all runs, so after a failure it is no longer as it was: no shrinking.
      { numRuns: 12, endOnFailure: true },
    );
  },
  60_000,
);
