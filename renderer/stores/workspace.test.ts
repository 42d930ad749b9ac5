import { beforeEach, describe, expect, it } from 'vitest';
import type { RowChange } from '#shared/model/tables.ts';
import { setClosed, useWorkspace, withChanges } from './workspace.ts';

const change = (id: string, row: RowChange['row']): RowChange => ({ table: 'signatory', id, row });

beforeEach(setClosed);

describe('the rows on the screen', () => {
  it('take, change and lose a row as the events say', () => {
    const empty = useWorkspace.getState().rows;
    const added = withChanges(empty, [change('1', { id: '1', name: 'A' }), change('2', { id: '2', name: 'B' })]);
    expect([...added.signatory.keys()]).toEqual(['1', '2']);
    const changed = withChanges(added, [change('1', { id: '1', name: 'C' }), change('2', null)]);
    expect([...changed.signatory.values()]).toEqual([{ id: '1', name: 'C' }]);
  });

  it('leave every other table as it is, so that nothing else is drawn again', () => {
    const empty = useWorkspace.getState().rows;
    const added = withChanges(empty, [change('1', { id: '1' })]);
    expect(added.signatory).not.toBe(empty.signatory);
    expect(added.action).toBe(empty.action);
    expect(empty.signatory.size).toBe(0);
  });
});
