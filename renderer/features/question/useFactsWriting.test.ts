import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Facts } from '#shared/model/facts.ts';
import type { Answer } from '#shared/model/tables.ts';
import { fail, type Result, succeed } from '#shared/result.ts';
import type { Client } from '../../platform/client.ts';
import type { Platform } from '../../platform/platform.ts';
import { setHost } from '../../stores/host.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { useFactsWriting } from './useFactsWriting.ts';

const sent: Facts[] = [];
let answer: Result<unknown> = succeed({});

/** The news of what is stored, which comes by another way than the answer to a write. */
const news = (facts: Facts, redo: string | null = null): void =>
  useWorkspace.setState(({ rows, history }) => ({
    rows: { ...rows, answer: new Map([['a', { id: 'a', facts } as Answer]]) },
    history: { ...history, redo },
  }));

beforeEach(() => {
  sent.length = 0;
  answer = succeed({});
  const call = async (_channel: string, input: unknown) => {
    sent.push((input as { readonly facts: Facts }).facts);
    return answer;
  };
  setHost({ client: { call } as unknown as Client, platform: {} as Platform });
  news({ lead: 'Registrar' });
});

const writing = () => {
  const { result } = renderHook(() => useFactsWriting('a'));
  return (key: string, value: string) => act(() => result.current((now) => ({ ...now, [key]: value })));
};

test('a fact is added to those that were written, however late the news of them comes', async () => {
  const write = writing();
  await write('url', 'https://saltmarsh.example');
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 5_000);
  await write('email', 'workshop@saltmarsh.example');
  news({ lead: 'Registrar', url: 'https://saltmarsh.example' });
  await write('telephone', '0100 100 100');
  vi.restoreAllMocks();
  expect(sent.at(-1)).toEqual({
    lead: 'Registrar',
    url: 'https://saltmarsh.example',
    email: 'workshop@saltmarsh.example',
    telephone: '0100 100 100',
  });
});

test('a fact is added to what stands now where the last one was undone, refused, or written over elsewhere', async () => {
  const write = writing();
  await write('url', 'https://saltmarsh.example');
  news({ lead: 'Registrar', url: 'https://saltmarsh.example' });
  news({ lead: 'Registrar' }, 'Edited the facts');
  await write('email', 'a@saltmarsh.example');
  expect(sent.at(-1)).toEqual({ lead: 'Registrar', email: 'a@saltmarsh.example' });

  news({ lead: 'Bursar' });
  await write('email', 'b@saltmarsh.example');
  expect(sent.at(-1)).toEqual({ lead: 'Bursar', email: 'b@saltmarsh.example' });

  news({ lead: 'Bursar', email: 'b@saltmarsh.example' });
  answer = fail({ code: 'workspace-read-only', detail: {} });
  await write('url', 'https://refused.example');
  answer = succeed({});
  await write('telephone', '0100 100 100');
  expect(sent.at(-1)).toEqual({ lead: 'Bursar', email: 'b@saltmarsh.example', telephone: '0100 100 100' });
});
