import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Attachment, Evidence, Row, TableName } from '#shared/model/tables.ts';
import { usualEvidenceKinds } from '#shared/model/words.ts';
import { fail, succeed } from '#shared/result.ts';
import { createClient } from '../../platform/client.ts';
import type { Platform } from '../../platform/platform.ts';
import { setHost } from '../../stores/host.ts';
import { useInspector } from '../../stores/inspector.ts';
import { useNotices } from '../../stores/notices.ts';
import { useRoute } from '../../stores/route.ts';
import { applyChanges, setClosed, useWorkspace } from '../../stores/workspace.ts';
import { EvidenceScreen } from './EvidenceScreen.tsx';

const anItem = (given: Partial<Evidence>): Evidence => ({
  id: `e${given.number ?? 1}`,
  number: 1,
  kind: 'link',
  title: '',
  description: '',
  url: '',
  attachmentId: null,
  datedOn: null,
  staleAfter: null,
  binned: false,
  ...given,
});
const anAttachment = (fileName: string): Attachment => ({
  id: 'a1',
  sha256: 'f'.repeat(64),
  fileName,
  mediaType: 'application/pdf',
  bytes: 86_200,
  addedAt: '2026-11-21T14:02:11.000Z',
});

function keep<Table extends TableName>(table: Table, row: Row<Table>): void {
  const { history } = useWorkspace.getState();
  applyChanges({ type: 'changed', rows: [{ table, id: row.id, row }], history });
}

let calls: (readonly [string, unknown])[] = [];
let saved: (readonly [string, string])[] = [];
let taken: File[] = [];
let refuseFiles = false;
/** The item at which the same bytes stand already. */
let keptAt: number | null = null;

/** Keeps what is written in the rows of the page, as the host and its events would. */
const platform: Platform = {
  kind: 'browser',
  call: async (channel, input) => {
    // How the grid is looked at is remembered beside the workspace.
    if (channel.startsWith('view.')) return succeed({});
    calls = [...calls, [channel, input]];
    const { evidence } = useWorkspace.getState().rows;
    const { id = '', ids = [], fields = {} } = input as { id?: string; ids?: string[]; fields?: Partial<Evidence> };
    if (channel === 'evidence.add') {
      if (fields.url?.startsWith('javascript:'))
        return fail({ code: 'refused-by-rule', detail: { reason: 'An address begins with https.' } });
      const number = evidence.size + 1;
      keep('evidence', anItem({ number, ...fields }));
      return succeed({ id: `e${number}`, number });
    }
    if (channel === 'evidence.addFile') {
      if (refuseFiles) return fail({ code: 'file-too-large', detail: { fileName: 'Film.mp4', limit: '50 MB' } });
      const { evenIfKept } = input as { evenIfKept: boolean };
      if (keptAt !== null && !evenIfKept) return succeed({ id: `e${keptAt}`, number: keptAt, added: false });
      const number = evidence.size + 1;
      keep('attachment', anAttachment('Minutes.pdf'));
      keep('evidence', anItem({ number, ...fields, attachmentId: 'a1' }));
      return succeed({ id: `e${number}`, number, added: true });
    }
    if (channel === 'evidence.attach') {
      keep('attachment', anAttachment('Minutes.pdf'));
      keep('evidence', { ...(evidence.get(id) as Evidence), attachmentId: 'a1' });
      return succeed({ attachmentId: 'a1', alsoAt: [] });
    }
    if (channel === 'evidence.saveOut') return succeed({ file: 'a-held-copy-of-it', fileName: 'Minutes.pdf' });
    if (channel === 'evidence.bin')
      for (const each of ids) keep('evidence', { ...(evidence.get(each) as Evidence), binned: true });
    return succeed({});
  },
  events: () => () => undefined,
  pickFile: async () => succeed({ token: 'a-held-file-of-mine', fileName: 'Minutes.pdf' }),
  takeFile: async (file) => {
    taken = [...taken, file];
    return succeed({ token: 'a-held-file-of-mine', fileName: file.name });
  },
  saveFile: async (token, fileName) => {
    saved = [...saved, [token, fileName]];
    return succeed({ saved: true });
  },
};

/** The screen as the frame shows it: with the item that the address names. */
function Framed() {
  const [, evidenceId] = useRoute((state) => state.path)
    .split('/')
    .filter(Boolean);
  return <EvidenceScreen evidenceId={evidenceId} />;
}
const inspector = () => within(screen.getByRole('complementary'));

beforeEach(() => {
  [calls, saved, taken, refuseFiles, keptAt] = [[], [], [], false, null];
  setHost({ platform, client: createClient(platform) });
  setClosed();
  for (const [position, key] of usualEvidenceKinds.entries())
    keep('evidenceKind', { id: `kind ${key}`, position, key, title: '', retired: false });
  useNotices.setState({ notices: [] });
  useRoute.setState({ path: '/evidence' });
  const place = document.createElement('aside');
  document.body.append(place);
  useInspector.setState({ place });
});
afterEach(() => {
  cleanup();
  document.querySelector('aside')?.remove();
});

test('a link is added from one line and opens in the inspector', async () => {
  render(<Framed />);
  expect(screen.getByRole('heading', { name: 'There is no evidence yet' })).toBeTruthy();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'Award');
  await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'Technician of the year');
  await userEvent.type(screen.getByRole('textbox', { name: /^Address/ }), 'https://example.ac.uk/award{Enter}');
  const fields = { kind: 'award', title: 'Technician of the year', url: 'https://example.ac.uk/award' };
  expect(calls).toEqual([['evidence.add', { fields }]]);
  const link = await inspector().findByRole('link', { name: 'Open the address in the browser' });
  expect([link.getAttribute('href'), link.getAttribute('rel'), link.getAttribute('target')]).toEqual([
    'https://example.ac.uk/award',
    'noopener noreferrer',
    '_blank',
  ]);
});

test('a refused address stays in the form with the reason, and nothing is added', async () => {
  render(<Framed />);
  const address = screen.getByRole('textbox', { name: /^Address/ });
  await userEvent.type(address, 'javascript:alert(1){Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('An address begins with https.');
  expect(address).toHaveProperty('value', 'javascript:alert(1)');
});

test('a chosen file becomes an item with the file attached, and a copy can be saved out', async () => {
  render(<Framed />);
  await userEvent.click(screen.getByRole('button', { name: 'Choose a file…' }));
  expect(await inspector().findByText(/^86 KB, kept since /)).toBeTruthy();
  const fields = { kind: 'file', title: 'Minutes', datedOn: null };
  expect(calls).toEqual([['evidence.addFile', { file: 'a-held-file-of-mine', fields, evenIfKept: false }]]);
  await userEvent.click(inspector().getByRole('button', { name: 'Save a copy…' }));
  await waitFor(() => expect(saved).toEqual([['a-held-copy-of-it', 'Minutes.pdf']]));
});

test('a file that is refused adds nothing and says why', async () => {
  refuseFiles = true;
  render(<Framed />);
  await userEvent.click(screen.getByRole('button', { name: 'Choose a file…' }));
  await waitFor(() => expect(useNotices.getState().notices[0]?.message).toContain('Film.mp4'));
  expect(useWorkspace.getState().rows.evidence.size).toBe(0);
  expect(useRoute.getState().path).toBe('/evidence');
});

test('a pasted screenshot becomes an image of today, but words that are pasted into a field stay words', async () => {
  render(<Framed />);
  const picture = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], 'image.png', { type: 'image/png' });
  const paste = (target: Element, types: readonly string[]) => {
    const event = new Event('paste', { bubbles: true, cancelable: true });
    Object.assign(event, { clipboardData: { files: [picture], types } });
    target.dispatchEvent(event);
  };
  paste(screen.getByRole('textbox', { name: 'Title' }), ['text/plain', 'Files']);
  paste(document.body, ['Files']);
  await waitFor(() => expect(calls.map(([channel]) => channel)).toEqual(['evidence.addFile']));
  expect(taken.map((file) => file.name)).toEqual([expect.stringMatching(/^Screenshot .+ at \d\d\.\d\d\.png$/)]);
  expect(calls[0]?.[1]).toMatchObject({
    fields: { kind: 'image', datedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
  });
});

test('the list says what is out of date and what serves nowhere, and its chips find them', async () => {
  keep('evidence', anItem({ number: 1, title: 'Survey report', staleAfter: '2020-03-31' }));
  keep('evidence', anItem({ number: 2, title: 'Policy' }));
  render(<Framed />);
  expect(screen.getByText('Out of date since March 2020')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Out of date 1' }));
  expect(screen.queryByText('Policy')).toBeNull();
  expect(screen.getByRole('button', { name: 'Not used yet 2' })).toBeTruthy();
});

test('a file that is evidence already leads there, and is added again only when it is asked for', async () => {
  keep('evidence', anItem({ number: 1, title: 'Minutes' }));
  keptAt = 1;
  render(<Framed />);
  await userEvent.click(screen.getByRole('button', { name: 'Choose a file…' }));
  await waitFor(() => expect(useNotices.getState().notices[0]?.message).toContain('kept already, as evidence 1'));
  expect(useRoute.getState().path).toBe('/evidence/e1');
  useNotices.getState().notices[0]?.action?.run();
  await waitFor(() => expect(useRoute.getState().path).toBe('/evidence/e2'));
});

test('the files that stood at an item before are listed, and one of them is put back', async () => {
  const older = { ...anAttachment('Minutes of May.pdf'), id: 'a0' };
  keep('attachment', older);
  keep('attachment', anAttachment('Minutes.pdf'));
  keep('evidence', anItem({ number: 1, attachmentId: 'a1' }));
  keep('earlierFile', { id: 'r1', evidenceId: 'e1', attachmentId: 'a0', replacedAt: '2026-11-22T09:00:00.000Z' });
  useRoute.setState({ path: '/evidence/e1' });
  render(<Framed />);
  expect(inspector().getByText('Minutes of May.pdf')).toBeTruthy();
  await userEvent.click(inspector().getByRole('button', { name: 'Save a copy of Minutes of May.pdf' }));
  await userEvent.click(inspector().getByRole('button', { name: 'Use this one again: Minutes of May.pdf' }));
  expect(calls).toEqual([
    ['evidence.saveOut', { id: 'e1', attachmentId: 'a0' }],
    ['evidence.setFile', { id: 'e1', attachmentId: 'a0' }],
  ]);
});

test('a kind of one’s own is added, and one that is retired is no longer offered', async () => {
  keep('evidenceKind', { id: 'own', position: 20, key: 'own', title: 'Podcast', retired: true });
  keep('evidence', anItem({ number: 1, kind: 'own', title: 'Episode 3' }));
  render(<Framed />);
  const offered = within(screen.getByRole('combobox', { name: 'Kind' })).getAllByRole('option');
  expect(offered.map((option) => option.textContent)).not.toContain('Podcast');
  expect(screen.getByRole('button', { name: 'Podcast 1' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Edit the kinds…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Kinds of evidence' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Offer again: Podcast' }));
  await userEvent.type(dialog.getByRole('textbox', { name: 'A kind of your own' }), 'Film{Enter}');
  expect(calls).toEqual([
    ['evidenceKind.edit', { id: 'own', retired: false }],
    ['evidenceKind.add', { title: 'Film' }],
  ]);
});

test('an address of an odd form is said to be so beside the way to open it', () => {
  keep('evidence', anItem({ number: 1, url: 'https://eastmere.ac.uk/news).' }));
  useRoute.setState({ path: '/evidence/e1' });
  render(<Framed />);
  expect(inspector().getByText(/ends in a punctuation mark/)).toBeTruthy();
  expect(inspector().getByRole('link', { name: 'Open the address in the browser' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Address looks wrong 1' })).toBeTruthy();
});
