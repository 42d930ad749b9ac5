import { expect, it } from 'vitest';
import { pastedTable } from './pastedTable.ts';

const clipboard = (data: Readonly<Record<string, string>>, files: readonly File[] = []) =>
  ({ files, getData: (type: string) => data[type] ?? '' }) as unknown as DataTransfer;

it('takes a table as html, with its colours', async () => {
  const html = '<html><body><table><tr><td bgcolor="#00B050">Done</td></tr></table></body></html>';
  const file = pastedTable(clipboard({ 'text/html': html, 'text/plain': 'Done' }));
  expect(file?.name).toBe('Pasted table.html');
  expect(await file?.text()).toBe(html);
});

it('takes rows of text where there is no html table', async () => {
  const file = pastedTable(clipboard({ 'text/html': '<p>Ref</p>', 'text/plain': 'Ref\tAction\nV1\tShow' }));
  expect(file?.name).toBe('Pasted table.txt');
  expect(await file?.text()).toBe('Ref\tAction\nV1\tShow');
});

it('takes a copied file, and not the picture that a spreadsheet adds to its cells', () => {
  const plan = new File(['x'], 'plan.xlsx');
  expect(pastedTable(clipboard({}, [plan]))).toBe(plan);
  const picture = new File(['x'], 'image.png', { type: 'image/png' });
  expect(pastedTable(clipboard({ 'text/plain': 'a\tb' }, [picture]))?.name).toBe('Pasted table.txt');
});

it('takes no single word for a plan', () => {
  expect(pastedTable(clipboard({ 'text/plain': 'Visibility' }))).toBeNull();
});
