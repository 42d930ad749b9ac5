import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { Recovery } from '#shared/contract/workspace.ts';
import { setApp, useSession } from '../stores/session.ts';
import { NotOpenedStrip } from './NotOpenedStrip.tsx';

const recovery: Recovery = {
  fileName: 'Saltby Institute.tcplan',
  code: 'workspace-newer',
  folder: '~/Documents',
  workspaceId: '0123456789abcdef',
  holder: null,
  findings: [],
  backups: [],
  quarantined: null,
  quarantineFolder: '~/quarantine',
  beside: [],
};
const tell = (told: Recovery | null): void => {
  const app: Partial<ChannelOutput<'app.state'>> = { recovery: told, today: '2026-11-21' };
  setApp(app as ChannelOutput<'app.state'>);
};
afterEach(() => {
  cleanup();
  useSession.setState({ app: null });
});

it('tells of a second file that was not opened until it is put away, and of the next one again', async () => {
  tell(recovery);
  const { rerender } = render(<NotOpenedStrip />);
  expect(screen.getByRole('status').textContent).toBe(
    'Saltby Institute.tcplan was made by a newer version of this application. The workspace that was open stays open.',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(screen.queryByRole('status')).toBeNull();
  tell({ ...recovery });
  rerender(<NotOpenedStrip />);
  expect(screen.queryByRole('status')).toBeNull();
  tell({ ...recovery, workspaceId: 'fedcba9876543210', code: 'workspace-damaged' });
  rerender(<NotOpenedStrip />);
  expect(screen.getByRole('status').textContent).toContain('is damaged and was not opened');
});

it('is not there while every file was opened', () => {
  tell(null);
  render(<NotOpenedStrip />);
  expect(screen.queryByRole('region')).toBeNull();
});
