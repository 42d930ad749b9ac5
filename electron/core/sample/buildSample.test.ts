import { describe, expect, it } from 'vitest';
import { startCore } from '#test/helpers/openCore.ts';
import { currentRag } from '#test/helpers/rows.ts';

describe('the sample', () => {
  it('is an invented university with a finished Stage 2 and a Stage 3 in draft', async () => {
    const { call } = startCore();
    expect(await call('workspace.openSample', {})).toMatchObject({ isSample: true, readOnly: false });
    const { rows } = await call('workspace.load', {});
    const [second, third] = rows.cycle.toSorted((a, b) => a.stage - b.stage);
    expect([second?.stage, third?.stage]).toEqual([2, 3]);
    expect(third?.lastPlanId).toBe(second?.newPlanId);
    const last = rows.action.filter((action) => action.planId === third?.lastPlanId);
    const next = rows.action.filter((action) => action.planId === third?.newPlanId);
    expect([last.length, next.length]).toEqual([34, 18]);
    const rags = last.map((action) => currentRag(rows.rating, action.id));
    expect(Object.groupBy(rags, (rag) => rag ?? 'unrated')).toMatchObject({
      green: { length: 15 },
      amber: { length: 10 },
      red: { length: 4 },
      unrated: { length: 5 },
    });
    expect(rows.voice.length).toBeGreaterThanOrEqual(20);
    expect(rows.evidence).toHaveLength(30);
    expect(new Set(rows.answer.filter((each) => each.cycleId === third?.id).map((each) => each.state))).toEqual(
      new Set(['empty', 'draft', 'ready']),
    );
    expect(rows.signOff.some((record) => record.cycleId === second?.id && record.step === 'signed')).toBe(true);
  });

  it('is opened again as it was left, not made anew', async () => {
    const { call } = startCore();
    await call('workspace.openSample', {});
    await call('institution.edit', { fields: { shortName: 'EU' } });
    await call('workspace.close', {});
    await call('workspace.openSample', {});
    const { rows, history } = await call('workspace.load', {});
    expect(rows.institution[0]?.shortName).toBe('EU');
    expect(history.undo).toBe('Edited the short name of the institution');
  });
});
