import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadQuestionSets } from './questionSets.ts';
import { dueDateOf, lastPlanTitle, planTitle, proposeCycle } from './rules.ts';

const sets = loadQuestionSets(fileURLToPath(new URL('../../../resources', import.meta.url)));
const stage = (number: number) => {
  const set = sets.find((each) => each.stage === number);
  if (!set) throw new Error(`There is no stage ${number}`);
  return set;
};

describe('the proposal for a cycle', () => {
  it('counts from the day of signing to a window, and the plan follows it', () => {
    expect(proposeCycle(stage(3), '2020-10-14')).toEqual({
      dueOn: '2027-01-31',
      planMonths: 36,
      planStartsOn: '2027-02-01',
      planEndsOn: '2030-01-31',
      reviewsLastPlan: true,
      reason:
        'Stage 3 falls due 72 months after signing on 14 October 2020, and 31 January 2027 is the first submission window from then on.',
    });
  });

  it('says what is missing when the day of signing is not known', () => {
    expect(proposeCycle(stage(1), null)).toMatchObject({ dueOn: null, planStartsOn: null, planMonths: 24 });
    expect(proposeCycle(stage(1), null).reason).toContain('date of signing');
  });

  it('has a due date even so: the next window', () => {
    expect(dueDateOf(stage(3), null, '2026-11-21')).toBe('2027-01-31');
    expect(dueDateOf(stage(3), '2020-10-14', '2026-11-21')).toBe('2027-01-31');
  });

  it('names plans by their years', () => {
    expect(planTitle('2027-02-01', '2030-01-31')).toBe('Action plan 2027 to 2030');
    expect(lastPlanTitle('2027-02-01')).toBe('Action plan before 2027');
  });
});
