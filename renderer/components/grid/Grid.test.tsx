import { act, cleanup, createEvent, fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { type GridView, plainGridView } from '#shared/model/gridView.ts';
import { fail, succeed } from '#shared/result.ts';
import { Notices } from '../../frame/Notices.tsx';
import { Grid } from './Grid.tsx';
import type { GridColumn, Grouping, OnGridChange } from './gridColumns.ts';
import type { GridCommand } from './gridProps.ts';

afterEach(cleanup);

interface Row {
  readonly id: string;
  readonly ref: string;
  readonly text: string;
  readonly lead: string;
  readonly kind: string;
  readonly group: string;
}
const field = (key: 'ref' | 'text' | 'lead', label: string): GridColumn<Row> => ({
  key,
  label,
  width: 100,
  text: (row) => row[key],
  fields: (row) => [{ key, label, text: row[key] }],
  read: (text) =>
    text === 'bad' ? { ok: false, problem: 'That cannot stand here.' } : { ok: true, fields: { [key]: text } },
});
const kinds = ['Link', 'File', 'Award'];
const columns: readonly GridColumn<Row>[] = [
  field('ref', 'Ref'),
  field('text', 'Action'),
  field('lead', 'Lead'),
  {
    key: 'kind',
    label: 'Kind',
    width: 80,
    text: ({ kind }) => kind,
    fields: ({ kind }) => [{ key: 'kind', label: 'Kind', text: kind }],
    choices: kinds.map((label) => ({ value: label, label })),
    read: (text) => ({ ok: true, fields: { kind: text } }),
  },
  { key: 'sum', label: 'Sum', width: 60, text: ({ text }) => `${text.length}`, render: ({ text }) => `${text.length}` },
];
const row = (ref: string, text: string, group = 'Visibility'): Row => ({
  id: `id-${ref}`,
  ref,
  text,
  lead: 'Technical Manager',
  kind: 'Link',
  group,
});
const byGroup: Grouping<Row> = {
  key: 'group',
  label: 'Group',
  groupsOf: ({ group }) => [{ key: group, title: group, order: group === 'Visibility' ? 0 : 1 }],
  summary: (rows) => `${rows.length} actions`,
};
const plan = [
  row('V1', 'Publish a directory'),
  row('V2', 'Hold a conference'),
  row('R1', 'Pay the fees', 'Recognition'),
];

interface Shown {
  readonly rows?: readonly Row[];
  readonly onChange?: OnGridChange;
  readonly lettersRate?: boolean;
  readonly view?: Partial<GridView>;
  readonly canAdd?: boolean;
}
function show(given: Shown = {}) {
  const onChange = vi.fn<OnGridChange>(given.onChange ?? (async () => succeed({})));
  const onCommand = vi.fn<(command: GridCommand, rows: readonly string[], column: string) => void>();
  const onPlace = vi.fn<(id: string | null) => void>();
  const idOf = ({ id }: Row) => id;
  const nameOf = ({ ref }: Row) => ref;
  const groupings = [byGroup];
  function Screen({ rows }: { readonly rows: readonly Row[] }) {
    const [view, setView] = useState<GridView>({ ...plainGridView, group: 'group', ...given.view });
    return (
      <>
        <Grid<Row>
          label="New plan"
          rows={rows}
          idOf={idOf}
          nameOf={nameOf}
          noun={{ one: 'action', many: 'actions' }}
          columns={columns}
          groupings={groupings}
          view={view}
          onView={setView}
          startColumn="ref"
          lettersRate={given.lettersRate ?? false}
          onChange={onChange}
          onCommand={onCommand}
          onPlace={onPlace}
          canAdd={given.canAdd ?? true}
        />
        <button
          type="button"
          onClick={() => setView((last) => ({ ...last, sort: [{ column: 'text', direction: 'ascending' }] }))}
        >
          Sort by text
        </button>
        <Notices />
      </>
    );
  }
  const view = render(<Screen rows={given.rows ?? plan} />);
  return { onChange, onCommand, onPlace, again: (rows: readonly Row[]) => view.rerender(<Screen rows={rows} />) };
}
const cell = (text: string) => screen.getByRole('gridcell', { name: text });
const focused = () => [
  document.activeElement?.getAttribute('data-row'),
  document.activeElement?.getAttribute('data-column'),
];
const selected = () =>
  [...document.querySelectorAll('[data-selected]')].map(
    (each) => `${each.getAttribute('data-row')} ${each.getAttribute('data-column')}`,
  );

function pasteHere(text: string, html = ''): void {
  const target = document.activeElement ?? document.body;
  const event = createEvent.paste(target, {
    clipboardData: { getData: (type: string) => (type === 'text/html' ? html : text) },
  });
  fireEvent(target, event);
}
function copyHere(kind: 'copy' | 'cut' = 'copy'): Record<string, string> {
  const data: Record<string, string> = {};
  const clipboardData = {
    setData: (type: string, text: string) => {
      data[type] = text;
    },
  };
  const target = document.activeElement ?? document.body;
  fireEvent(target, createEvent[kind](target, { clipboardData }));
  return data;
}

test('the grid says how many rows and columns it has and is one tab stop', async () => {
  show();
  const grid = screen.getByRole('grid', { name: 'New plan' });
  expect(grid.getAttribute('aria-rowcount')).toBe('6');
  expect(grid.getAttribute('aria-colcount')).toBe('5');
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  await userEvent.tab();
  expect(document.activeElement).toBe(cell('V1'));
  await userEvent.tab();
  expect(grid.contains(document.activeElement)).toBe(false);
});

test('arrows, Home, End and their Ctrl forms move the focus', async () => {
  show();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}{ArrowRight}');
  expect(document.activeElement).toBe(cell('Hold a conference'));
  await userEvent.keyboard('{End}');
  expect(focused()).toEqual(['id-V2', 'sum']);
  await userEvent.keyboard('{Control>}{End}{/Control}{Home}');
  expect(document.activeElement).toBe(cell('R1'));
});

test('Enter edits, Enter keeps the whole text once, and the focus goes down', async () => {
  const { onChange } = show();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}{Enter}');
  const area = screen.getByRole('textbox', { name: 'Action of V1' });
  expect(area).toBe(document.activeElement);
  await userEvent.keyboard(' of staff{Alt>}{Enter}{/Alt}and rooms{Enter}');
  expect(onChange.mock.calls).toEqual([
    [[{ rowId: 'id-V1', fields: { text: 'Publish a directory of staff\nand rooms' } }], 'write'],
  ]);
  expect(focused()).toEqual(['id-V2', 'text']);
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('Escape puts back what was there and saves nothing', async () => {
  const { onChange } = show();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}{F2}something else{Escape}');
  expect(onChange).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(cell('Publish a directory'));
});

test('typing replaces, and Tab keeps the text and goes to the next cell', async () => {
  const { onChange } = show();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}Run{Tab}');
  expect(onChange.mock.calls).toEqual([[[{ rowId: 'id-V1', fields: { text: 'Run' } }], 'write']]);
  expect(focused()).toEqual(['id-V1', 'lead']);
});

test('a double click edits, and leaving the cell saves', async () => {
  const { onChange } = show();
  await userEvent.dblClick(cell('Hold a conference'));
  await userEvent.keyboard(' yearly');
  await userEvent.click(cell('R1'));
  expect(onChange.mock.calls[0]?.[0]).toEqual([{ rowId: 'id-V2', fields: { text: 'Hold a conference yearly' } }]);
  expect(document.activeElement).toBe(cell('R1'));
});

test('a change from outside leaves what is being written alone', async () => {
  const { onChange, again } = show();
  await userEvent.dblClick(cell('Hold a conference'));
  await userEvent.keyboard(' yearly');
  again([plan[0], { ...plan[1], text: 'Replaced from outside' }, plan[2]] as readonly Row[]);
  const area = screen.getByRole<HTMLTextAreaElement>('textbox');
  expect(area.value).toBe('Hold a conference yearly');
  expect(document.activeElement).toBe(area);
  await userEvent.keyboard('{Enter}');
  expect(onChange.mock.calls[0]?.[0]).toEqual([{ rowId: 'id-V2', fields: { text: 'Hold a conference yearly' } }]);
});

test('a text that could not be saved, or cannot stand there, stays in its cell with the reason', async () => {
  show({ onChange: async () => fail({ code: 'input-invalid', detail: { reason: 'it is too long' } }) });
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}Run{Enter}');
  const area = await screen.findByRole<HTMLTextAreaElement>('textbox');
  expect(area.value).toBe('Run');
  expect(area.getAttribute('aria-invalid')).toBe('true');
  expect(within(screen.getByRole('grid')).getByText(/too long/)).toBeTruthy();
  await userEvent.clear(area);
  await userEvent.keyboard('bad{Enter}');
  expect((await screen.findByRole<HTMLTextAreaElement>('textbox')).value).toBe('bad');
  expect(screen.getByText('That cannot stand here.')).toBeTruthy();
});

test('a saved text is announced and stands in the cell before its row comes', async () => {
  show();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}Run{Enter}');
  expect(await screen.findByText('V1, Action saved')).toBeTruthy();
  expect(cell('Run')).toBeTruthy();
});

test('keys for whole rows reach the screen with the selected rows', async () => {
  const { onCommand, onPlace } = show({ lettersRate: true });
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}r{Control>}{Enter}{/Control}{Shift>}{ArrowDown}{/Shift}g');
  expect(onCommand.mock.calls).toEqual([
    [{ kind: 'rate', rag: 'red' }, ['id-V2'], 'ref'],
    [{ kind: 'add' }, ['id-V2'], 'ref'],
    [{ kind: 'rate', rag: 'green' }, ['id-V2', 'id-R1'], 'ref'],
  ]);
  expect(onPlace).toHaveBeenLastCalledWith('id-R1');
});

test('when the focused row goes, the focus goes on to the row in its place', async () => {
  const { again } = show();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  again(plan.filter(({ ref }) => ref !== 'V2'));
  expect(document.activeElement).toBe(cell('R1'));
});

test('a group folds with Enter, and its rows come back', async () => {
  show();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowUp}{Enter}');
  expect(screen.queryByText('Publish a directory')).toBeNull();
  expect(document.activeElement?.getAttribute('aria-expanded')).toBe('false');
  await userEvent.keyboard('{Enter}');
  expect(screen.getByText('Publish a directory')).toBeTruthy();
});

test('Shift with arrows selects a block over the headings of groups, Delete empties it in one step', async () => {
  const { onChange } = show();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
  expect(selected()).toEqual(['id-V2 ref', 'id-V2 text', 'id-R1 ref', 'id-R1 text']);
  await userEvent.keyboard('{Delete}');
  expect(onChange.mock.calls).toEqual([
    [
      [
        { rowId: 'id-V2', fields: { ref: '', text: '' } },
        { rowId: 'id-R1', fields: { ref: '', text: '' } },
      ],
      'clear',
    ],
  ]);
  await userEvent.keyboard('{Escape}');
  expect(selected()).toHaveLength(1);
});

test('what is copied pastes back as it was, and one cell fills a selection', async () => {
  const { onChange } = show();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowRight}{/Shift}');
  const copied = copyHere();
  expect(copied['text/plain']).toBe('Publish a directory\tTechnical Manager');
  await userEvent.keyboard('{ArrowDown}{ArrowLeft}');
  pasteHere(copied['text/plain'] ?? '', copied['text/html']);
  expect(onChange.mock.calls.at(-1)).toEqual([[{ rowId: 'id-V2', fields: { text: 'Publish a directory' } }], 'paste']);
  await userEvent.keyboard('{Control>}{Home}{/Control}{Control>} {/Control}');
  pasteHere('X');
  expect(onChange.mock.calls.at(-1)?.[0]).toEqual(
    ['id-V1', 'id-V2', 'id-R1'].map((rowId) => ({ rowId, fields: { ref: 'X' } })),
  );
});

test('whoever goes on before a paste is on the disk stays where they are; whoever waits has what was pasted selected', async () => {
  const answers: (() => void)[] = [];
  show({
    onChange: () => new Promise((resolve) => answers.push(() => resolve(succeed({})))),
    view: { group: null },
  });
  await userEvent.tab();
  pasteHere('A\tB\r\n');
  await userEvent.keyboard('{ArrowDown}');
  await act(async () => answers.shift()?.());
  expect(selected()).toEqual(['id-V2 ref']);
  expect(focused()).toEqual(['id-V2', 'ref']);
  pasteHere('A\tB\r\n');
  await act(async () => answers.shift()?.());
  expect(selected()).toEqual(['id-V2 ref', 'id-V2 text']);
});

test('a paste beyond the last row asks, and adds rows or leaves them out', async () => {
  const { onChange } = show({ view: { group: null } });
  await userEvent.tab();
  await userEvent.keyboard('{Control>}{End}{/Control}{Home}');
  pasteHere('R8\tOne\r\nR9\tTwo\r\n');
  await userEvent.click(await screen.findByRole('button', { name: 'Add one new action' }));
  expect(onChange.mock.calls.at(-1)).toEqual([
    [
      { rowId: 'id-R1', fields: { ref: 'R8', text: 'One' } },
      { rowId: null, fields: { ref: 'R9', text: 'Two' } },
    ],
    'paste',
  ]);
  expect(await screen.findAllByText(/Pasted 4 cells and added 1 row/)).not.toHaveLength(0);
});

test('cells that cannot hold what was pasted are left, and the others are written', async () => {
  const { onChange } = show();
  await userEvent.tab();
  pasteHere('bad\r\nB2\r\nbad\r\n', '<table><tr><td>bad</td></tr><tr><td>B2</td></tr><tr><td>bad</td></tr></table>');
  expect(onChange.mock.calls.at(-1)?.[0]).toEqual([{ rowId: 'id-V2', fields: { ref: 'B2' } }]);
  await userEvent.click(await screen.findByRole('button', { name: 'Show which' }));
  expect(await screen.findByRole('dialog', { name: '2 cells were left as they are' })).toBeTruthy();
  expect(screen.getAllByText(/That cannot stand here/).length).toBeGreaterThan(1);
});

test('cutting takes away what it copies, and Ctrl+D fills down', async () => {
  const { onChange } = show();
  await userEvent.tab();
  expect(copyHere('cut')['text/plain']).toBe('V1');
  expect(onChange.mock.calls.at(-1)).toEqual([[{ rowId: 'id-V1', fields: { ref: '' } }], 'cut']);
  await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowDown}{/Shift}{Control>}d{/Control}');
  expect(onChange.mock.calls.at(-1)).toEqual([[{ rowId: 'id-V2', fields: { text: 'Publish a directory' } }], 'fill']);
});

test('a cell with choices opens a list that keys lead through', async () => {
  const { onChange } = show();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
  const list = screen.getByRole('listbox', { name: 'Kind of V1' });
  expect(document.activeElement).toBe(list);
  await userEvent.keyboard('a{Enter}');
  expect(onChange.mock.calls).toEqual([[[{ rowId: 'id-V1', fields: { kind: 'Award' } }], 'write']]);
});

test('a row that is worked on keeps its place in a sorted grid until the work goes on', async () => {
  const { again } = show({ view: { group: null, sort: [{ column: 'text', direction: 'ascending' }] } });
  const order = () => [...document.querySelectorAll('[data-column="ref"]')].map((each) => each.textContent);
  expect(order()).toEqual(['V2', 'R1', 'V1']);
  await userEvent.tab();
  again([plan[0], { ...plan[1], text: 'Zebra' }, plan[2]] as readonly Row[]);
  expect(order()).toEqual(['V2', 'R1', 'V1']);
  expect(cell('Zebra')).toBeTruthy();
  await userEvent.keyboard('{ArrowDown}');
  expect(order()).toEqual(['R1', 'V1', 'V2']);
  expect(document.activeElement).toBe(cell('R1'));
});

test('a selection is kept by its rows when the grid is sorted', async () => {
  show({ view: { group: null } });
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  await userEvent.click(screen.getByRole('button', { name: 'Sort by text' }));
  expect(document.querySelector('[tabindex="0"][data-row]')?.getAttribute('data-row')).toBe('id-V2');
});

test('moving in many rows draws only those that the focus leaves and reaches', async () => {
  const drawn = vi.fn<(ref: string) => void>();
  const rows = Array.from({ length: 100 }, (_, at) => row(`A${at}`, 'Text'));
  const counting: readonly GridColumn<Row>[] = [
    {
      key: 'ref',
      label: 'Ref',
      width: 60,
      text: ({ ref }) => ref,
      render: ({ ref }) => {
        drawn(ref);
        return ref;
      },
    },
  ];
  const fixed = { idOf: ({ id }: Row) => id, nameOf: ({ ref }: Row) => ref, groupings: [], nothing: () => undefined };
  render(
    <Grid<Row>
      label="Plan"
      rows={rows}
      idOf={fixed.idOf}
      nameOf={fixed.nameOf}
      noun={{ one: 'row', many: 'rows' }}
      columns={counting}
      groupings={fixed.groupings}
      view={plainGridView}
      onView={fixed.nothing}
      startColumn="ref"
      onChange={async () => succeed({})}
      onCommand={fixed.nothing}
      onPlace={fixed.nothing}
    />,
  );
  await userEvent.tab();
  drawn.mockClear();
  await userEvent.keyboard('{ArrowDown}');
  expect(new Set(drawn.mock.calls.flat())).toEqual(new Set(['A0', 'A1']));
});

test('Ctrl and an arrow go to the end of what is written now, also where nothing moved when it was written', async () => {
  const { again } = show({ rows: [row('V1', 'Publish'), row('V2', ''), row('V3', ''), row('V4', 'Report')] });
  await userEvent.click(cell('Publish'));
  await userEvent.keyboard('{Control>}{ArrowDown}{/Control}');
  expect(focused()).toEqual(['id-V4', 'text']);
  again([row('V1', 'Publish'), row('V2', 'Agree'), row('V3', ''), row('V4', 'Report')]);
  await userEvent.keyboard('{Control>}{ArrowUp}{/Control}');
  expect(focused()).toEqual(['id-V2', 'text']);
});

test('Tab leaves the grid for good, also where nothing follows that could take the focus', async () => {
  const { again } = show();
  await userEvent.click(cell('Publish a directory'));
  const left = document.activeElement as HTMLElement;
  fireEvent.keyDown(left, { key: 'Tab' });
  left.blur();
  again(plan.map((each) => ({ ...each, lead: 'Workshop manager' })));
  expect(document.activeElement).toBe(document.body);
});
