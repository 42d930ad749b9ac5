import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { MergeConflict } from '#shared/contract/handover.ts';
import { ConflictQuestion } from './ConflictQuestion.tsx';

afterEach(cleanup);

const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, index) => `word${from + index}`).join(' ');

const conflictOf = (common: string, here: string, copy: string): MergeConflict => ({
  key: 'answer 1 content',
  kind: 'answer',
  name: 'Governance and resourcing',
  table: 'answer',
  field: 'content',
  common,
  here,
  copy,
  mayKeepBoth: true,
});
/** What is there to be read before anything is unfolded. */
const shown = (): string => {
  const question = screen.getByRole('group', { name: /Governance/u }).cloneNode(true) as HTMLElement;
  for (const folded of question.querySelectorAll('details')) folded.remove();
  return question.textContent ?? '';
};
const times = (text: string, part: string): number => text.split(part).length - 1;

it('shows what both began with once, and of each side only where it differs, with all of it to be unfolded', () => {
  const [before, between, after] = [words(1, 60), words(100, 60), words(200, 60)];
  const common = `${before} nine members ${between} in May ${after}`;
  const here = `${before} eleven members ${between} in May ${after}`;
  const copy = `${before} nine members ${between} in June ${after}`;
  render(<ConflictQuestion conflict={conflictOf(common, here, copy)} choice={null} onChoose={() => undefined} />);
  const text = shown();
  expect(text).toContain(common);
  for (const far of ['word30 ', 'word130 ', 'word230 ']) expect(times(text, far)).toBe(1);
  expect(text).toMatch(/Here… word53 .* word60 nine eleven members word100 .* word106 …/u);
  expect(text).toMatch(/In the copy… word153 .* in May June word200 .* word207 …/u);
  expect(screen.getByText('Here: the whole text').parentElement?.textContent).toContain(here);
  expect(screen.getByText('In the copy: the whole text').parentElement?.textContent).toContain(copy);
});

it('shows a short text as it is, with nothing to unfold', () => {
  render(<ConflictQuestion conflict={conflictOf('', 'In May', 'In June')} choice={null} onChoose={() => undefined} />);
  expect(shown()).toMatch(/Both began withNothingHereIn MayIn the copyIn June/u);
  expect(screen.queryByText(/the whole text/u)).toBeNull();
});
