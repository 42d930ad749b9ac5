import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { succeed } from '#shared/result.ts';
import { FactsTable } from './FactsTable.tsx';

type Line = Readonly<Record<string, string>>;
type OnChange = Parameters<typeof FactsTable>[0]['onChange'];

const shownWith = (lines: readonly Line[], onChange: OnChange) => (
  <FactsTable
    fact={{
      kind: 'table',
      key: 'funding',
      label: 'Funding',
      help: '',
      columns: [
        { key: 'purpose', label: 'What for', kind: 'text' },
        { key: 'amount', label: 'Amount', kind: 'text' },
      ],
    }}
    lines={lines}
    folds={false}
    sought={false}
    onChange={onChange}
  />
);

afterEach(cleanup);

test('a row that was added stays, with the cursor in it, until there is news of it, and is then one row', async () => {
  const onChange = vi.fn<OnChange>(async () => succeed({}));
  const { rerender } = render(shownWith([], onChange));
  await userEvent.click(screen.getByRole('button', { name: 'Add a row' }));
  await userEvent.type(screen.getByLabelText('What for, row 1'), 'Fees');
  await userEvent.tab();
  expect(onChange).toHaveBeenCalledOnce();
  // The answer is there, and the rows are those from before.
  await onChange.mock.results[0]?.value;
  await userEvent.keyboard('£6');
  const amount = screen.getByLabelText<HTMLInputElement>('Amount, row 1');
  expect(document.activeElement).toBe(amount);
  rerender(shownWith([{ purpose: 'Fees' }], onChange));
  await userEvent.keyboard(',000');
  expect(screen.getByLabelText('Amount, row 1')).toBe(amount);
  expect(amount.value).toBe('£6,000');
  expect(screen.queryByLabelText('What for, row 2')).toBeNull();
});
