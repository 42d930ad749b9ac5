import { expect, it } from 'vitest';
import { openCore } from '#test/helpers/openCore.ts';

it('counts years and months of a plan from the start of the plan that the file is matched with', async () => {
  const { call, core, services } = await openCore();
  const { rows } = await call('workspace.load', {});
  const [cycle] = rows.cycle;
  const dueIn = async (planId = '') => {
    const lines = 'Ref,Action,Lead,Timescale\nA1,Hold a lunch for technicians,Registrar,Y1\n';
    const file = core.fileTokens.holdBytes('plan.csv', new TextEncoder().encode(lines));
    const { preview } = await call('import.preview', { file, planId });
    return preview.actions.map(({ due, dueText }) => [due, dueText]);
  };
  const startsOn = (planId: string, day: string | null) =>
    services.change('Set the start', (context) => context.rows.update('plan', planId, { startsOn: day }));
  startsOn(cycle?.lastPlanId ?? '', '2024-08-01');
  startsOn(cycle?.newPlanId ?? '', '2027-02-01');
  expect(await dueIn(cycle?.lastPlanId)).toEqual([['2025-07-31', 'Y1']]);
  expect(await dueIn(cycle?.newPlanId)).toEqual([['2028-01-31', 'Y1']]);
  startsOn(cycle?.newPlanId ?? '', null);
  expect(await dueIn(cycle?.newPlanId)).toEqual([[null, 'Y1']]);
});
