import type { ColumnRole } from '#shared/model/importPreview.ts';
import type { OutlineLine } from '../readers/outlineLine.ts';
import type { Sheet, SheetCell } from '../sheet.ts';
import { type OutlineAction, type PlacedField, readOutlineActions } from './outlineActions.ts';
import { readBracket } from './outlineItem.ts';
import { judgeOutline } from './outlineJudgement.ts';
import { colourOfHex } from './rag.ts';

type Column = { readonly role: ColumnRole; readonly header: string };

/** The headings under which a plan of headings and lists is laid out. The words are those that a table would use. */
const columns: readonly Column[] = [
  { role: 'ref', header: 'Ref' },
  { role: 'theme', header: 'Theme' },
  { role: 'objective', header: 'Objective' },
  { role: 'action', header: 'Action' },
  { role: 'owner', header: 'Lead' },
  { role: 'supporting', header: 'Supporting' },
  { role: 'start', header: 'Start date' },
  { role: 'due', header: 'End date' },
  { role: 'timescale', header: 'Timescale' },
  { role: 'completed', header: 'Completed' },
  { role: 'successMeasure', header: 'Success measure' },
  { role: 'resources', header: 'Resources' },
  { role: 'progress', header: 'Progress' },
  { role: 'rag', header: 'RAG' },
  { role: 'redExplanation', header: 'Explanation of red' },
];
const alwaysThere: ReadonlySet<ColumnRole> = new Set(['theme', 'action']);
const detailsHeader = 'Details';

/**
 * Lays a plan that is written as headings and lists out as a sheet, one row for each action, at the row of the
 * paragraph where it begins. Empty where the document has no such plan; with a doubt where it hardly shows one.
 */
export function outlineSheets(outline: readonly OutlineLine[] | undefined): readonly Sheet[] {
  if (outline === undefined || outline.length === 0) return [];
  const strict = judgeOutline(readOutlineActions(outline));
  const judged = strict.actions.length > 0 ? strict : judgeOutline(readOutlineActions(outline, true), true);
  if (judged.actions.length === 0) return [];
  const owners = ownersInBrackets(judged.actions);
  const laidOut = judged.actions.map((action) => ({ action, cells: cellsOf(action, owners.get(action)) }));
  const used = columns.filter(({ role }) => alwaysThere.has(role) || laidOut.some(({ cells }) => cells.has(role)));
  const noteHeaders = [...new Set(laidOut.flatMap(({ action }) => notesOf(action).map(([header]) => header)))];
  const headers = [...used.map(({ header }) => header), ...noteHeaders];

  const first = judged.actions[0]?.paragraph ?? 1;
  const rows: (SheetCell | undefined)[][] = [];
  // The row before the first action is free: a heading stands above it.
  const headerRow = Math.max(0, first - 2);
  const last = judged.actions.at(-1)?.paragraph ?? first;
  for (let row = 0; row <= Math.max(last - 1, headerRow + 1); row += 1) rows.push([]);
  rows[headerRow] = headers.map((header) => cell(header));
  let lowest = headerRow;
  for (const { action, cells } of laidOut) {
    const notes = new Map(notesOf(action));
    // Several actions of one paragraph still need a row each.
    lowest = Math.max(lowest + 1, action.paragraph - 1);
    rows[lowest] = [
      ...used.map(({ role }) => cells.get(role)),
      ...noteHeaders.map((header) => {
        const text = notes.get(header);
        return text === undefined ? undefined : cell(text);
      }),
    ];
  }
  return [
    {
      name: 'headings and lists',
      kind: 'wordOutline',
      hidden: false,
      rows,
      columnCount: headers.length,
      merges: [],
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      headingsAbove: [],
      ...(judged.doubt === undefined ? {} : { doubt: judged.doubt }),
    },
  ];
}

const cell = (text: string, look: Partial<SheetCell> = {}): SheetCell => ({ value: text, text, ...look });

function cellsOf(action: OutlineAction, owner: string | undefined): ReadonlyMap<ColumnRole, SheetCell> {
  const cells = new Map<ColumnRole, SheetCell>();
  const put = (role: ColumnRole, text: string, look: Partial<SheetCell> = {}): void => {
    if (text !== '' || look.fill !== undefined) cells.set(role, cell(text, look));
  };
  const { fill, fontColour: _, ...look } = action.look;
  const text = owner === undefined ? action.text : action.text.replace(/\s*[([][^()[\]]*[)\]][.;,]?$/, '');
  put('ref', action.ref);
  put('theme', action.standing.theme);
  put('objective', action.standing.objective);
  put('action', text, look);
  put('timescale', action.standing.horizon);
  put('rag', action.standing.status);
  if (owner !== undefined) put('owner', owner);
  if (colourOfHex(fill) !== undefined && fill !== undefined) put('rag', '', { fill });
  for (const [role, fields] of byRole(action.fields)) {
    const said = [...new Set(fields.map((field) => field.text))].join('\n');
    const [first] = fields;
    if (role !== 'note' && role !== 'action') put(role, said, fieldLook(role, first));
  }
  for (const { role } of columns) {
    const inherited = cells.has(role) ? '' : (action.defaults.get(role) ?? '');
    if (inherited !== '') put(role, inherited);
  }
  return cells;
}

function fieldLook(role: ColumnRole, field: PlacedField | undefined): Partial<SheetCell> {
  if (field === undefined) return {};
  const { fill, fontColour, ...others } = field.look;
  return role === 'rag'
    ? { ...others, ...(fill === undefined ? {} : { fill }), ...(fontColour === undefined ? {} : { fontColour }) }
    : others;
}

function byRole(fields: readonly PlacedField[]): ReadonlyMap<ColumnRole, readonly PlacedField[]> {
  const groups = new Map<ColumnRole, PlacedField[]>();
  for (const field of fields) groups.set(field.role, [...(groups.get(field.role) ?? []), field]);
  return groups;
}

/** What stands below an action and is no field of it, under its own label where it has one. */
function notesOf(action: OutlineAction): readonly (readonly [string, string])[] {
  const notes = new Map<string, string[]>();
  const add = (header: string, text: string): void => {
    notes.set(header, [...(notes.get(header) ?? []), text]);
  };
  for (const detail of action.details) {
    const label = /^\s*(\p{Lu}[\p{L}’' ]{2,28}):\s+(\S[\s\S]*)$/u.exec(detail);
    if (label === null) add(detailsHeader, detail);
    else add(label[1] ?? detailsHeader, label[2] ?? '');
  }
  for (const { role, label, text } of action.fields) if (role === 'note') add(label, text);
  if (action.standing.horizon !== '' && action.fields.some(({ role }) => role === 'timescale' || role === 'due'))
    add('Heading', action.standing.horizon);
  return [...notes].map(([header, texts]) => [header, texts.join('\n')] as const);
}

const ownerShare = 0.6;
const fewestBrackets = 3;

/** “(Head of Technical Services)” at the end names who leads where most actions end like that. */
function ownersInBrackets(actions: readonly OutlineAction[]): ReadonlyMap<OutlineAction, string> {
  const ending = actions.filter(
    ({ bracket, fields }) =>
      /^\p{Lu}/u.test(bracket) && readBracket(bracket).length === 0 && !fields.some(({ role }) => role === 'owner'),
  );
  const isCustom = ending.length >= fewestBrackets && ending.length >= actions.length * ownerShare;
  return new Map(isCustom ? ending.map((action) => [action, action.bracket]) : []);
}
