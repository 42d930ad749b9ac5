import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { run } from '../actions/run.ts';
import type { Client } from '../platform/client.ts';
import type { Platform } from '../platform/platform.ts';
import { setHost } from '../stores/host.ts';
import { useReplaced } from '../stores/replaced.ts';
import { ReplacedStrip } from './ReplacedStrip.tsx';

afterEach(() => {
  cleanup();
  useReplaced.setState({ error: null });
});

it('tells over everything that the file shows damage, once a change is refused for it, and the way on', async () => {
  const refused = { ok: false, error: { code: 'workspace-damaged', detail: {} } } as const;
  const client: Client = { call: async () => refused };
  setHost({ platform: {} as Platform, client });
  await run('history.undo', {});
  render(<ReplacedStrip />);
  expect(screen.getByRole('region', { name: 'The file is damaged' }).textContent).toContain('this was not saved');
  expect(screen.getByRole('button', { name: 'Close the workspace' })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Open what was kept' })).toBeNull();
});

it('is not there while the file takes every change', () => {
  render(<ReplacedStrip />);
  expect(screen.queryByRole('region')).toBeNull();
});
