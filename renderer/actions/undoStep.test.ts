import { beforeEach, expect, test } from 'vitest';
import { answering, calls, showPlans } from '../features/plan/plansOnScreen.testing.ts';
import { useNotices } from '../stores/notices.ts';
import { useWorkspace } from '../stores/workspace.ts';
import { newestStep, undoOfStep } from './undoStep.ts';

const step = (stepId: number): void =>
  useWorkspace.setState({ history: { undo: 'A step', redo: null, stepId, savedAt: null } });
const undone = (): number => calls('history.undo').length;

beforeEach(() => {
  showPlans({ actions: [] });
  answering('history.undo', { label: 'A step', screen: '' });
  useNotices.setState({ notices: [] });
  step(7);
});

test('undoes its own step, whether the event of it came before the answer or after', () => {
  const before = newestStep();
  step(8);
  undoOfStep(before).run();
  expect(undone()).toBe(1);
  const way = undoOfStep(newestStep());
  step(9);
  way.run();
  expect(undone()).toBe(2);
});

test('never undoes what was done since, and says how that is undone', () => {
  const way = undoOfStep(newestStep());
  step(8);
  step(9);
  way.run();
  expect(undone()).toBe(0);
  expect(useNotices.getState().notices[0]?.message).toMatch(/^Something else was done since/);
});
