import { expect, it } from 'vitest';
import { everyChoice, previewOf } from '#test/helpers/importing.ts';
import { openCore } from '#test/helpers/openCore.ts';

it.each([
  ['hidden-sheet', 'sheet-per-theme.xlsx'],
  ['other-cycle', 'two-cycles-side-by-side.xlsx'],
] as const)('a plan offered as %s is previewed, matched and brought in once it is chosen', async (kind, fileName) => {
  const test = await openCore();
  const { rows } = await test.call('workspace.load', {});
  const planId = rows.cycle[0]?.newPlanId ?? '';
  const asGuessed = await previewOf(test, fileName, planId);
  const offered = asGuessed.preview.alternatives.find((alternative) => alternative.kind === kind);

  const chosen = await previewOf(test, fileName, planId, { tables: offered?.tables ?? [] });
  const withoutMatch = chosen.preview.actions.map(({ match: _match, ...action }) => action);
  expect(withoutMatch).toEqual(offered?.actions);
  expect(chosen.preview.actions.every(({ match }) => match?.kind === 'new')).toBe(true);
  const used = chosen.preview.tables.filter(({ use }) => use === 'plan');
  expect(used.map(({ key }) => key)).toEqual(offered?.tables);
  // What was the plan before is offered now, so that there is a way back.
  const others = new Set(chosen.preview.alternatives.flatMap(({ tables }) => tables));
  expect(asGuessed.preview.tables.filter(({ use }) => use === 'plan').every(({ key }) => others.has(key))).toBe(true);

  const report = await test.call('import.apply', { previewId: chosen.previewId, choices: everyChoice(chosen) });
  expect(report).toMatchObject({ created: offered?.actions.length, changed: 0, left: 0 });
  const texts = (await test.call('workspace.load', {})).rows.action.map(({ text }) => text);
  expect(texts).toEqual(offered?.actions.map(({ action }) => action));
  const again = await previewOf(test, fileName, planId, { tables: offered?.tables ?? [] });
  expect(again.preview.actions.every(({ match }) => match?.kind === 'identical')).toBe(true);
  expect(again.importedBefore).not.toBeNull();
});
