import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GridView, plainGridView } from '#shared/model/gridView.ts';
import { arrange, filterValues } from './arrange.ts';
import { columnWidths } from './columnWidths.ts';
import type { GridColumn, Grouping } from './gridColumns.ts';

interface Row {
  readonly id: string;
  readonly ref: string;
  readonly lead: string;
}
const row = (ref: string, lead = ''): Row => ({ id: ref, ref, lead });
const columns: readonly GridColumn<Row>[] = [
  { key: 'ref', label: 'Ref', width: 60, text: ({ ref }) => ref },
  {
    key: 'lead',
    label: 'Lead',
    width: 100,
    grows: true,
    text: ({ lead }) => lead,
    filterBy: ({ lead }) => lead.split(', '),
  },
];
const byLead: Grouping<Row> = {
  key: 'lead',
  label: 'Lead',
  groupsOf: ({ lead }) => lead.split(', ').map((name) => ({ key: name, title: name, order: name === '' ? 1 : 0 })),
  summary: (rows) => `${rows.length} rows`,
};
const arranged = (rows: readonly Row[], view: Partial<GridView> = {}, held: Row | null = null) =>
  arrange<Row>({ rows, idOf: ({ id }) => id, columns, groupings: [byLead], view: { ...plainGridView, ...view }, held });
/** The rows that are shown, from top to bottom. */
const shown = (given: readonly Row[], view: Partial<GridView> = {}, held: Row | null = null): readonly Row[] =>
  arranged(given, view, held).lines.flatMap((line) =>
    line.kind === 'row' ? given.filter(({ id }) => id === line.row) : [],
  );
const refs = (given: readonly Row[]) => given.map(({ ref }) => ref);
const rows = [row('V2', 'Estates'), row('V10', 'HR'), row('V1', 'Estates, HR'), row('', '')];

describe('the rows of a grid', () => {
  it('stand in their own order until they are sorted, numbers inside references counting as numbers', () => {
    expect(refs(shown(rows))).toEqual(['V2', 'V10', 'V1', '']);
    expect(refs(shown(rows, { sort: [{ column: 'ref', direction: 'ascending' }] }))).toEqual(['V1', 'V2', 'V10', '']);
    expect(refs(shown(rows, { sort: [{ column: 'ref', direction: 'descending' }] }))).toEqual(['V10', 'V2', 'V1', '']);
  });

  it('are filtered by any of the values chosen, and by every word of a search whatever its accents', () => {
    expect(refs(shown(rows, { filters: { lead: ['HR'] } }))).toEqual(['V10', 'V1']);
    expect(refs(shown(rows, { search: 'ÉSTATES v1' }))).toEqual(['V1']);
    const [, lead] = columns;
    expect(lead && filterValues(rows, lead)).toEqual([
      { value: 'Estates', count: 2 },
      { value: 'HR', count: 2 },
      { value: '', count: 1 },
    ]);
  });

  it('stand under each of their groups, with what is folded away left out', () => {
    const grouped = arranged(rows, { group: 'lead', folded: ['HR'] });
    expect(grouped.lines).toEqual([
      { kind: 'heading', group: 'Estates' },
      { kind: 'row', row: 'V2', group: 'Estates' },
      { kind: 'row', row: 'V1', group: 'Estates' },
      { kind: 'heading', group: 'HR' },
      { kind: 'heading', group: '' },
      { kind: 'row', row: '', group: '' },
    ]);
    expect(grouped.groups.get('HR')).toMatchObject({ title: 'HR', summary: '2 rows' });
  });

  it('keep a row that is worked on where it was, though sorting and filters would now move it', () => {
    const changed = rows.map((each) => (each.id === 'V2' ? { ...each, ref: 'Z9', lead: 'Library' } : each));
    const view = { sort: [{ column: 'ref', direction: 'ascending' as const }], filters: { lead: ['Estates'] } };
    const held = rows[0] ?? null;
    expect(refs(shown(changed, view, held))).toEqual(['V1', 'Z9']);
    expect(refs(shown(changed, view))).toEqual(['V1']);
  });

  it('are sorted the same whatever order they came in, and none is lost or doubled', () => {
    const some = fc
      .uniqueArray(fc.string({ maxLength: 4 }), { maxLength: 12 })
      .map((names) => names.map((name) => row(name)));
    fc.assert(
      fc.property(some, fc.constantFrom('ascending' as const, 'descending' as const), (given, direction) => {
        const view = { sort: [{ column: 'ref', direction }] };
        const one = shown(given, view);
        expect(new Set(refs(one))).toEqual(new Set(given.map(({ ref }) => ref)));
        expect(one).toHaveLength(given.length);
        expect(refs(shown(one, view))).toEqual(refs(one));
      }),
    );
  });
});

describe('the widths of columns', () => {
  it('are what was set, and those that grow share the rest, never less than can be read', () => {
    expect(columnWidths(columns, {}, 500)).toEqual([60, 440]);
    expect(columnWidths(columns, { ref: 100 }, 500)).toEqual([100, 400]);
    expect(columnWidths(columns, { lead: 90 }, 500)).toEqual([60, 90]);
    expect(columnWidths(columns, {}, 120)).toEqual([60, 144]);
  });
});
