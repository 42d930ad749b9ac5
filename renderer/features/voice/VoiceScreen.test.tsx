import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Voice } from '#shared/model/tables.ts';
import { fail, succeed } from '#shared/result.ts';
import { createClient } from '../../platform/client.ts';
import type { Platform } from '../../platform/platform.ts';
import { setHost } from '../../stores/host.ts';
import { useInspector } from '../../stores/inspector.ts';
import { useNotices } from '../../stores/notices.ts';
import { useRoute } from '../../stores/route.ts';
import { applyChanges, setClosed, useWorkspace } from '../../stores/workspace.ts';
import { useQuickDraft } from './quickEntry.ts';
import { VoiceScreen } from './VoiceScreen.tsx';
import { voiceColumns } from './voiceColumns.tsx';

const aVoice = (given: Partial<Voice>): Voice => ({
  id: `v${given.number ?? 1}`,
  number: 1,
  heardOn: null,
  channel: 'survey',
  groupName: '',
  personName: '',
  asked: null,
  replied: null,
  kind: 'summary',
  words: '',
  consent: 'anonymous',
  themes: [],
  changed: '',
  whyNot: '',
  binned: false,
  ...given,
});

let calls: (readonly [string, unknown])[] = [];
const keep = (...voices: readonly Voice[]): void =>
  applyChanges({
    type: 'changed',
    rows: voices.map((row) => ({ table: 'voice', id: row.id, row })),
    history: useWorkspace.getState().history,
  });

/** Keeps what is written in the rows of the page, as the host and its event would. */
const platform: Platform = {
  kind: 'browser',
  call: async (channel, input) => {
    // How the grid is looked at is remembered beside the workspace.
    if (channel.startsWith('view.')) return succeed({});
    calls = [...calls, [channel, input]];
    const voices = useWorkspace.getState().rows.voice;
    if (channel === 'voice.add') {
      const number = voices.size + 1;
      keep(aVoice({ number, ...(input as { fields: Partial<Voice> }).fields }));
      return succeed({ id: `v${number}`, number });
    }
    if (channel === 'voice.edit') {
      const { id, fields } = input as { id: string; fields: Partial<Voice> };
      keep({ ...(voices.get(id) as Voice), ...fields });
    }
    if (channel === 'voice.bin' || channel === 'voice.unbin')
      for (const id of (input as { ids: readonly string[] }).ids)
        keep({ ...(voices.get(id) as Voice), binned: channel === 'voice.bin' });
    return succeed({});
  },
  events: () => () => undefined,
  pickFile: async () => succeed(null),
  takeFile: async (file) => succeed({ token: 'token-of-a-held-file', fileName: file.name }),
  saveFile: async () => succeed({ saved: true }),
};

/** The screen as the frame shows it: with the entry that the address names. */
function Framed() {
  const [, voiceId] = useRoute((state) => state.path)
    .split('/')
    .filter(Boolean);
  return <VoiceScreen voiceId={voiceId} />;
}

beforeEach(() => {
  calls = [];
  setHost({ platform, client: createClient(platform) });
  setClosed();
  useQuickDraft.setState({ workspace: null, draft: null, underWay: 0, keptNumber: null, notKept: [] });
  useNotices.setState({ notices: [] });
  useRoute.setState({ path: '/voice' });
  const place = document.createElement('aside');
  document.body.append(place);
  useInspector.setState({ place });
});
afterEach(() => {
  cleanup();
  document.querySelector('aside')?.remove();
});

test('entries of one meeting are kept one after the other with Ctrl+Enter, and how many there were stays', async () => {
  render(<Framed />);
  expect(screen.getByRole('heading', { name: 'Nothing is recorded yet' })).toBeTruthy();
  const words = screen.getByRole('textbox', { name: 'Words' });
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Channel' }), 'Interview');
  await userEvent.type(screen.getByRole('textbox', { name: 'Asked' }), '12');
  await userEvent.type(screen.getByRole('textbox', { name: 'Replied' }), '9');
  await userEvent.type(screen.getByRole('combobox', { name: 'Group' }), 'Workshop staff');
  await userEvent.tab();
  expect(document.activeElement).toBe(words);
  await userEvent.keyboard('Nobody knows what the workshop can do');
  await userEvent.click(screen.getByRole('radio', { name: 'A quote, word for word' }));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Consent' }), 'May be quoted anonymously');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Visibility' }));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');

  expect(await screen.findByText('Voice 1 is kept.')).toBeTruthy();
  expect(document.activeElement).toBe(words);
  await userEvent.keyboard('Training money runs out in March{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Voice 2 is kept.')).toBeTruthy();

  const meeting = {
    channel: 'interview',
    groupName: 'Workshop staff',
    heardOn: expect.stringMatching(/^\d{4}-/),
    asked: 12,
    replied: 9,
    personName: '',
    changed: '',
    whyNot: '',
  };
  const careful = { kind: 'summary', consent: 'internal', themes: [] };
  const quoted = { kind: 'quote', consent: 'anonymous', themes: ['visibility'] };
  expect(calls).toEqual([
    ['voice.add', { fields: { ...meeting, ...quoted, words: 'Nobody knows what the workshop can do' } }],
    ['voice.add', { fields: { ...meeting, ...careful, words: 'Training money runs out in March' } }],
  ]);
  const [, newest] = screen.getAllByRole('row');
  expect(newest?.textContent).toContain('Training money runs out in March');
});

test('the next entry is written while the last is on its way, and they keep their order', async () => {
  let letThrough: () => void = () => undefined;
  const open = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  const slow: Platform = {
    ...platform,
    call: async (channel, input) => {
      if (channel === 'voice.add') await open;
      return platform.call(channel, input);
    },
  };
  setHost({ platform: slow, client: createClient(slow) });
  render(<Framed />);
  screen.getByRole('textbox', { name: 'Words' }).focus();
  await userEvent.keyboard('First{Control>}{Enter}{/Control}Second{Control>}{Enter}{/Control}Third, not yet sent');
  expect(screen.getByText('2 entries are on their way to the register.')).toBeTruthy();
  letThrough();
  expect(await screen.findByText('Voice 2 is kept.')).toBeTruthy();
  expect(calls.map(([, input]) => (input as { fields: Partial<Voice> }).fields.words)).toEqual(['First', 'Second']);
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Words' }).value).toBe('Third, not yet sent');
});

test('words that the register cannot take stay on the screen until they are kept', async () => {
  let isFull = true;
  const failing: Platform = {
    ...platform,
    call: async (channel, input) =>
      channel === 'voice.add' && isFull ? fail({ code: 'disk-full', detail: {} }) : platform.call(channel, input),
  };
  setHost({ platform: failing, client: createClient(failing) });
  render(<Framed />);
  screen.getByRole('textbox', { name: 'Words' }).focus();
  await userEvent.keyboard('Do not lose this{Control>}{Enter}{/Control}');
  expect(await screen.findByText(/Not kept: “Do not lose this”/)).toBeTruthy();
  isFull = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Voice 1 is kept.')).toBeTruthy();
  expect(screen.queryByText(/Not kept/)).toBeNull();
});

test('nothing is kept while there are no words', async () => {
  render(<Framed />);
  await userEvent.click(screen.getByRole('button', { name: 'Keep and start the next' }));
  expect(screen.getByText('Nothing is kept yet: write down what was said first.')).toBeTruthy();
  expect(calls).toEqual([]);
});

test('a row opens in the inspector, where each field keeps itself and a person is named only with consent', async () => {
  keep(aVoice({ number: 1, words: 'We are not seen', kind: 'quote', replied: 3 }));
  render(<Framed />);
  await userEvent.click(screen.getByRole('gridcell', { name: '1' }));
  const inspector = within(screen.getByRole('complementary'));
  expect(inspector.getByText(/fewer than five people may identify its speaker/)).toBeTruthy();
  expect(inspector.queryByRole('textbox', { name: 'Person' })).toBeNull();

  await userEvent.selectOptions(inspector.getByRole('combobox', { name: 'Consent' }), 'May be quoted by name');
  expect(await inspector.findByRole('textbox', { name: 'Person' })).toBeTruthy();
  // At once: keys that rest in between would save what there is so far.
  const put = async (name: string, text: string) => {
    await userEvent.click(inspector.getByRole('textbox', { name }));
    await userEvent.paste(text);
  };
  await put('What changed because of it', 'A directory');
  await put('People asked', 'ten');
  await userEvent.tab();

  expect(calls).toEqual([
    ['voice.edit', { id: 'v1', fields: { consent: 'named' } }],
    ['voice.edit', { id: 'v1', fields: { changed: 'A directory' } }],
  ]);
  expect(await inspector.findByText(/Write a whole number of people/)).toBeTruthy();
});

test('the bin says what happened and Undo brings the entry back', async () => {
  keep(aVoice({ number: 1, words: 'We are not seen' }), aVoice({ number: 2, words: 'No career path' }));
  useRoute.setState({ path: '/voice/v1' });
  render(<Framed />);
  await userEvent.click(screen.getByRole('button', { name: 'Put in the bin' }));
  await waitFor(() => expect(screen.queryByText('We are not seen')).toBeNull());
  const [notice] = useNotices.getState().notices;
  expect(notice?.message).toBe('Voice 1 is in the bin.');
  notice?.action?.run();
  expect(await screen.findByRole('gridcell', { name: '1' })).toBeTruthy();
  expect(useRoute.getState().path).toBe('/voice/v1');
});

test('cells are written in place, replies and all, and what changed keeps its two sides', async () => {
  keep(aVoice({ number: 1, words: 'We are not seen', changed: 'A directory', whyNot: '' }));
  render(<Framed />);
  await userEvent.click(screen.getByRole('gridcell', { name: 'A directory' }));
  await userEvent.keyboard('{Enter} of staff{Tab}Too few posts{Enter}');
  expect(calls.filter(([channel]) => channel === 'voice.change')).toEqual([
    [
      'voice.change',
      {
        kind: 'write',
        changes: [{ id: 'v1', fields: { changed: 'A directory of staff', whyNot: 'Too few posts' } }],
        added: [],
      },
    ],
  ]);
  const replies = voiceColumns(null, () => []).find(({ key }) => key === 'replies');
  expect(['12 of 40 replied', '7', '40 asked', 'many'].map((text) => replies?.read?.(text, null))).toMatchObject([
    { fields: { replied: 12, asked: 40 } },
    { fields: { replied: 7 } },
    { fields: { asked: 40 } },
    { ok: false },
  ]);
});

test('the chips leave only what they say', async () => {
  keep(
    aVoice({ number: 1, words: 'We are not seen', themes: ['visibility'], changed: 'A directory' }),
    aVoice({ number: 2, words: 'No career path', themes: ['career-development'] }),
  );
  render(<Framed />);
  await userEvent.click(screen.getByRole('button', { name: 'No change recorded 1' }));
  expect(screen.queryByText('We are not seen')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Visibility 1' }));
  expect(screen.getByText('We are not seen')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Sustainability 0' })).toBeNull();
});
