import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Evidence, Voice } from '#shared/model/tables.ts';
import { anAction } from '#test/helpers/anAction.ts';
import { useNotices } from '../../stores/notices.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { EvidenceScreen } from '../evidence/EvidenceScreen.tsx';
import { LastPlanScreen } from '../lastPlan/LastPlanScreen.tsx';
import { NewPlanScreen } from '../newPlan/NewPlanScreen.tsx';
import { VoiceScreen } from '../voice/VoiceScreen.tsx';
import { answering, calls, showPlans } from './plansOnScreen.testing.ts';

const voice = { id: 'row', number: 4, channel: 'survey', kind: 'summary', words: 'Heard', themes: [], binned: false };
const evidence = { id: 'row', number: 4, kind: 'link', title: 'Shown', attachmentId: 'file', binned: false };
const blanks = { heardOn: null, groupName: '', personName: '', asked: null, replied: null, changed: '', whyNot: '' };
const unset = { description: '', url: '', datedOn: null, staleAfter: null };

/** Every key for whole rows that F1 lists, on every screen that has a grid. */
const screens = [
  { name: 'the last plan', plan: 'last', Shown: () => <LastPlanScreen />, cell: 'Do it', change: 'action.change' },
  { name: 'the new plan', plan: 'new', Shown: () => <NewPlanScreen />, cell: 'Do it', change: 'action.change' },
  {
    name: 'technician voice',
    plan: null,
    Shown: () => <VoiceScreen voiceId="row" />,
    cell: 'Heard',
    change: 'voice.change',
  },
  {
    name: 'evidence',
    plan: null,
    Shown: () => <EvidenceScreen evidenceId="row" />,
    cell: 'Shown',
    change: 'evidence.change',
  },
] as const;

describe.each(screens)('the keys for rows in $name', ({ plan, Shown, cell, change }) => {
  beforeEach(() => {
    const action = (id: string, text: string, position: number) =>
      anAction({ id, planId: plan ?? 'last', ref: id, text, position, themes: ['visibility'] });
    showPlans({ actions: [action('row', 'Do it', 1), action('next', 'Do that', 2)] });
    const byId = <Row,>(row: unknown): ReadonlyMap<string, Row> => new Map([['row', row as Row]]);
    useWorkspace.setState((state) => ({
      rows: {
        ...state.rows,
        voice: byId<Voice>({ ...voice, ...blanks, consent: 'anonymous' }),
        evidence: byId<Evidence>({ ...evidence, ...unset }),
      },
    }));
    useNotices.setState({ notices: [] });
  });
  afterEach(cleanup);

  const press = async (keys: string): Promise<void> => {
    render(<Shown />);
    await userEvent.click(screen.getByRole('gridcell', { name: cell }));
    await userEvent.keyboard(keys);
  };
  const isInGrid = () => document.activeElement?.closest('[role="grid"]') !== null;

  test('Space leads to the record, and Ctrl+Enter to where a row is added', async () => {
    await press(' ');
    await waitFor(() => expect(isInGrid()).toBe(false));
    cleanup();
    await press('{Control>}{Enter}{/Control}');
    if (plan === null) expect(document.activeElement?.matches('input, textarea')).toBe(true);
    else expect(calls('action.add')).toHaveLength(1);
  });

  test('Ctrl+Shift+D makes the row once more', async () => {
    answering(change, { ids: ['copy'] });
    await press('{Control>}{Shift>}d{/Shift}{/Control}');
    expect(calls(change)).toMatchObject([{ kind: 'duplicate', changes: [], added: [{ fields: {} }] }]);
    expect(JSON.stringify(calls(change))).toContain(cell);
    expect(JSON.stringify(calls(change))).not.toMatch(/"attachmentId"|"number"/u);
  });

  test('Ctrl+Delete puts it in the bin', async () => {
    await press('{Control>}{Delete}{/Control}');
    expect(calls(change.replace('change', 'bin') as 'action.bin')).toEqual([{ ids: ['row'] }]);
  });

  test('Alt+Down moves it, or a line says why nothing is moved', async () => {
    await press('{Alt>}{ArrowDown}{/Alt}');
    if (plan === null) expect(useNotices.getState().notices[0]?.message).toMatch(/stands newest first, so its rows/u);
    else expect(calls('action.move')).toEqual([{ ids: ['row'], before: null }]);
  });

  test('Shift+F10 opens its menu, which duplicates as well', async () => {
    await press('{Shift>}{F10}{/Shift}');
    expect(await screen.findByRole('menu', { name: 'Actions for the selected rows' })).toBeTruthy();
  });
});
