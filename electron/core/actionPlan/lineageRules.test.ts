import { describe, expect, it } from 'vitest';
import type { Lineage } from '#shared/model/tables.ts';
import { originsProblem, reasonProblem, replacedBy, samePlanProblem } from './lineageRules.ts';

const decision = (kind: Lineage['kind']): Lineage => ({
  id: kind,
  fromActionId: 'from',
  toActionId: kind === 'dropped' ? null : 'to',
  kind,
  reason: '',
});

describe('what becomes of an action', () => {
  it('needs a reason when it is dropped or superseded, and none when it is done or business as usual', () => {
    expect(reasonProblem('dropped', '  ')).toContain('why');
    expect(reasonProblem('superseded', '')).toContain('superseded by');
    expect(reasonProblem('dropped', 'The building closed')).toBeNull();
    expect(reasonProblem('done', '')).toBeNull();
    expect(reasonProblem('business-as-usual', '')).toBeNull();
  });

  it('takes two or more origins to merge and one for everything else', () => {
    expect(originsProblem('merged', 1)).not.toBeNull();
    expect(originsProblem('merged', 2)).toBeNull();
    expect(originsProblem('continued', 2)).not.toBeNull();
    expect(originsProblem('continued', 1)).toBeNull();
  });

  it('never leads into its own plan', () => {
    expect(samePlanProblem([{ planId: 'last' }, { planId: 'new' }], 'new')).not.toBeNull();
    expect(samePlanProblem([{ planId: 'last' }], 'new')).toBeNull();
  });

  it('replaces what was decided before, save that a split keeps the earlier splits', () => {
    const earlier = [decision('split'), decision('dropped')];
    expect(replacedBy(earlier, 'continued')).toEqual(earlier);
    expect(replacedBy(earlier, 'split')).toEqual([decision('dropped')]);
  });
});
