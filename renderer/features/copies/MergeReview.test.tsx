import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { MergePreview } from '#shared/contract/handover.ts';
import { MergeReview } from './MergeReview.tsx';

afterEach(cleanup);

const field = { field: 'plainText', before: 'Forty of us. In five teams.', after: 'Forty of us. In six teams.' };
const item = { kind: 'answer', lines: [{ table: 'answer', what: 'Both wrote in it.', fields: [field] }] } as const;
const preview: MergePreview = {
  fileName: 'copy.tcplan',
  toName: 'Priya Nair',
  byName: 'Jo Marsh',
  handedAt: '2026-11-21T10:00:00.000Z',
  withInternal: true,
  mergedAt: null,
  seen: { sha256: 'a'.repeat(64), change: 1 },
  items: [
    { ...item, key: 'answer 1', name: 'Structures', presence: 'together' },
    { ...item, key: 'answer 2', name: 'Governance', presence: 'changed' },
  ],
  conflicts: [],
  signed: [],
  notes: [],
};

it('shows what is taken together apart and unfolded, to be read before it is merged or left out', async () => {
  const onMerge = vi.fn();
  render(<MergeReview preview={preview} isMerging={false} onMerge={onMerge} onStop={() => undefined} />);
  const together = within(screen.getByRole('region', { name: /^1 answer is taken together/u }));
  const box = together.getByRole('checkbox', { name: /both changed, in different places; taken together/u });
  expect(together.getByText('What changes in Structures').closest('details')?.open).toBe(true);
  expect(together.getByText('six', { exact: false, selector: 'ins' }).parentElement?.textContent).toContain(
    'Forty of us.',
  );
  const others = within(screen.getByRole('region', { name: /^1 thing comes in/u }));
  expect(others.getByText('What changes in Governance').closest('details')?.open).toBe(false);
  await userEvent.click(box);
  await userEvent.click(screen.getByRole('button', { name: 'Merge' }));
  expect(onMerge).toHaveBeenCalledWith(['answer 1'], []);
});
