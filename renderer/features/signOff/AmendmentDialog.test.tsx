import { act, cleanup, render, renderHook, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RichText, richTextFromParagraphs } from '#shared/model/richText.ts';
import type { TableName } from '#shared/model/tables.ts';
import { fail, succeed } from '#shared/result.ts';
import { createClient } from '../../platform/client.ts';
import type { Platform } from '../../platform/platform.ts';
import { beginAmending } from '../../stores/amending.ts';
import { setHost } from '../../stores/host.ts';
import { leaveAnswer, leftAnswers, takeUpAnswer } from '../../stores/leftAnswers.ts';
import { useNotices } from '../../stores/notices.ts';
import { useSaving } from '../../stores/saving.ts';
import { applyChanges, setClosed, useWorkspace } from '../../stores/workspace.ts';
import { useAnswerDraft } from '../question/useAnswerDraft.ts';
import { AmendmentDialog } from './AmendmentDialog.tsx';

const keep = (table: TableName, row: { readonly id: string }): void =>
  applyChanges({
    type: 'changed',
    // Only what the dialog reads of a row.
    rows: [{ table, id: row.id, row: row as never }],
    history: useWorkspace.getState().history,
  });

let amended = false;
let written: [string, RichText][] = [];
/** A signed cycle: answers are refused until an amendment is started. */
const platform: Platform = {
  kind: 'browser',
  call: async (channel, input) => {
    if (channel === 'amendment.start') amended = true;
    if (channel !== 'answer.write') return succeed({ id: 'amendment-1' });
    if (!amended) return fail({ code: 'signed-off', detail: { cycleId: 'cycle-3', reason: 'This was signed.' } });
    const { id, content } = input as { id: string; content: RichText };
    if (id === 'too-long') return fail({ code: 'refused-by-rule', detail: { reason: 'It is too long.' } });
    written = [...written, [id, content]];
    return succeed({});
  },
  events: () => () => undefined,
  pickFile: async () => succeed(null),
  takeFile: async (file) => succeed({ token: 'token-of-a-held-file', fileName: file.name }),
  saveFile: async () => succeed({ saved: true }),
};

const words = richTextFromParagraphs;

beforeEach(() => {
  amended = false;
  written = [];
  setHost({ platform, client: createClient(platform) });
  setClosed();
  useNotices.setState({ notices: [] });
  useSaving.setState({ pending: 0, unkept: null, left: new Set(), failure: null });
  const questions = ['governance', 'impact', 'talent', 'too-long'].map((key) => ({ key, title: `Title of ${key}` }));
  keep('questionSet', { id: 'set', content: { questions } } as never);
  keep('cycle', { id: 'cycle-3', stage: 3, questionSetId: 'set' } as never);
  keep('cycle', { id: 'cycle-2', stage: 2, questionSetId: 'set' } as never);
  for (const { key } of questions) keep('answer', { id: key, cycleId: 'cycle-3', questionKey: key } as never);
  keep('answer', { id: 'earlier', cycleId: 'cycle-2', questionKey: 'impact' } as never);
});
afterEach(() => {
  cleanup();
  for (const id of leftAnswers().keys()) takeUpAnswer(id);
});

async function startAmendment(): Promise<void> {
  render(<AmendmentDialog />);
  act(() => beginAmending('cycle-3'));
  await userEvent.type(screen.getByRole('combobox', { name: 'Who starts it' }), 'Ada Okafor');
  await userEvent.type(screen.getByRole('textbox', { name: /^Reason/ }), 'A date is wrong.');
  await userEvent.click(screen.getByRole('button', { name: 'Start the amendment' }));
}
const said = () => useNotices.getState().notices.map(({ message }) => message);
const opened = 'An amendment is open. It ends when what is changed now is signed again.';

test('words that were refused and left are sent when an amendment is started on any screen, and the notice says which', async () => {
  leaveAnswer('governance', words('The Registrar leads it.'));
  leaveAnswer('impact', words('Two more.'));
  leaveAnswer('earlier', words('Of another cycle.'));
  await startAmendment();
  await waitFor(() =>
    expect(said()).toContain(
      `${opened} The words that were refused before are saved now: Title of governance, Title of impact.`,
    ),
  );
  expect(written).toEqual([
    ['governance', words('The Registrar leads it.')],
    ['impact', words('Two more.')],
  ]);
  // What the amendment does not open goes on waiting, and the state line with it.
  expect([...useSaving.getState().left]).toEqual(['earlier']);
});

test('words that are refused again go on waiting, and are not called saved', async () => {
  leaveAnswer('too-long', words('Words.'));
  leaveAnswer('talent', words('A recommendation.'));
  await startAmendment();
  await waitFor(() =>
    expect(said()).toContain(`${opened} The words that were refused before are saved now: Title of talent.`),
  );
  expect([...leftAnswers().keys()]).toEqual(['too-long']);
});

test('words that stand in an open editor are sent and named too, though no news of the amendment has come', async () => {
  const { result } = renderHook(() => useAnswerDraft('talent', () => undefined));
  act(() => {
    result.current.write(words('After the signature.'));
    result.current.flush();
  });
  await waitFor(() => expect(useSaving.getState().unkept).not.toBeNull());
  expect(written).toEqual([]);
  await startAmendment();
  await waitFor(() =>
    expect(said()).toContain(`${opened} The words that were refused before are saved now: Title of talent.`),
  );
  expect(written).toEqual([['talent', words('After the signature.')]]);
  expect(useSaving.getState()).toMatchObject({ unkept: null, pending: 0 });
});

test('where nothing was refused, the notice says only that the amendment is open', async () => {
  await startAmendment();
  await waitFor(() => expect(said()).toEqual([opened]));
});
