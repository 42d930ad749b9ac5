import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Cycle } from '#shared/model/tables.ts';
import { fail, succeed } from '#shared/result.ts';
import { createClient } from '../../platform/client.ts';
import type { Platform } from '../../platform/platform.ts';
import { chooseForDocument } from '../../stores/documentChoices.ts';
import { setHost } from '../../stores/host.ts';
import { applyChanges, setClosed, useWorkspace } from '../../stores/workspace.ts';
import { ExportWeb } from './ExportWeb.tsx';
import { ExportWord } from './ExportWord.tsx';
import { RecordStep } from './RecordStep.tsx';

let asked: string[] = [];
let recorded: unknown = null;
/** Whoever asks what is still open is told of a failure, once more than they may think. */
const platform: Platform = {
  kind: 'browser',
  call: async (channel, input) => {
    asked = [...asked, channel];
    if (channel === 'readiness.list') return fail({ code: 'internal', detail: {} });
    if (channel === 'export.webReview') return succeed([]);
    if (channel === 'signOff.record') recorded = input;
    return fail({ code: 'cancelled', detail: {} });
  },
  events: () => () => undefined,
  pickFile: async () => succeed(null),
  takeFile: async (file) => succeed({ token: 'token-of-a-held-file', fileName: file.name }),
  saveFile: async () => succeed({ saved: true }),
};
const cycle = { id: 'cycle-3', stage: 3 } as Cycle;
const issued = (id: string, kind: string, issuedAt: string): void =>
  applyChanges({
    type: 'changed',
    rows: [
      {
        table: 'issuedDocument',
        id,
        row: { id, kind, cycleId: 'cycle-3', fileName: `${id}.${kind}`, versionId: null, issuedAt } as never,
      },
    ],
    history: useWorkspace.getState().history,
  });

beforeEach(() => {
  asked = [];
  recorded = null;
  setHost({ platform, client: createClient(platform) });
  setClosed();
});
afterEach(() => {
  chooseForDocument({ draft: true });
  cleanup();
});

test('nothing is issued as a Word document where nobody can say what is still open, before somebody says to go on', async () => {
  const user = userEvent.setup();
  chooseForDocument({ draft: false });
  render(<ExportWord cycle={cycle} />);
  await user.click(screen.getByRole('button', { name: 'Issue this copy' }));
  expect((await screen.findByRole('alert')).textContent).toContain('could not be looked up, so nothing was issued');
  expect(asked).not.toContain('export.word');
  await user.click(screen.getByRole('button', { name: 'Issue it regardless' }));
  expect(asked).toContain('export.word');
});

test('nor as a web page', async () => {
  const user = userEvent.setup();
  render(<ExportWeb cycle={cycle} />);
  await user.click(screen.getByRole('radio', { name: /^An issued page/u }));
  await user.click(screen.getByRole('button', { name: 'Look through what is taken out' }));
  await user.click(await screen.findByRole('button', { name: 'Issue this page' }));
  expect((await screen.findByRole('alert')).textContent).toContain('could not be looked up, so nothing was issued');
  expect(asked).not.toContain('export.web');
});

test('a signature is recorded under a document that can come back, and the form says so where there is none', async () => {
  const user = userEvent.setup();
  issued('page', 'web', '2026-11-21T12:00:00.000Z');
  const { rerender } = render(<RecordStep cycle={cycle} after="with-leader" />);
  await user.selectOptions(screen.getByLabelText('Step'), 'signed');
  const options = () => [...screen.getByLabelText('Issued copy').querySelectorAll('option')].map((each) => each.value);
  expect(options()).toEqual(['']);
  expect(screen.getByText(/^A signature is under an issued copy\. Issue the Word document/u)).toBeTruthy();
  issued('document', 'word', '2026-11-20T12:00:00.000Z');
  rerender(<RecordStep cycle={cycle} after="with-leader" />);
  expect(options()).toEqual(['document']);
  await user.type(screen.getByLabelText('Name'), 'Rowan Ellis');
  await user.click(screen.getByRole('button', { name: 'Record this step' }));
  expect(recorded).toMatchObject({ step: 'signed', issuedDocumentId: 'document' });
});
