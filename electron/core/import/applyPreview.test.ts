import { describe, expect, it } from 'vitest';
import { everyChoice, previewOf } from '#test/helpers/importing.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';
import { tablesOf } from '#test/helpers/tables.ts';

/** A workspace whose plan under review came from plain.xlsx, with next-year.xlsx previewed against it. */
async function reviewed() {
  const test = await openCore();
  const first = await previewOf(test, 'plain.xlsx');
  await test.call('import.apply', { previewId: first.previewId, choices: everyChoice(first) });
  return { ...test, next: await previewOf(test, 'next-year.xlsx') };
}

const actions = async ({ call }: TestCore) => (await call('workspace.load', {})).rows.action;

describe('bringing in what was previewed', () => {
  it('is refused, and changes nothing, for an action that the preview does not have', async () => {
    const test = await reviewed();
    const before = tablesOf(test);
    const choices = [...everyChoice(test.next), { key: 'no such action', actionId: null }];
    expect(await test.refusal('import.apply', { previewId: test.next.previewId, choices })).toMatchObject({
      code: 'not-found',
    });
    expect(tablesOf(test)).toEqual(before);
  });

  it('is refused for an action of another plan, whose signature would be passed by', async () => {
    const test = await reviewed();
    const { rows } = await test.call('workspace.load', {});
    const other = await test.call('action.add', { planId: rows.cycle[0]?.newPlanId ?? '', fields: { text: 'Other' } });
    const [first] = test.next.preview.actions;
    const choices = [{ key: first?.key ?? '', actionId: other.id }];
    expect(await test.refusal('import.apply', { previewId: test.next.previewId, choices })).toMatchObject({
      code: 'not-found',
    });
  });

  it('is refused for an action that went into the bin since the preview', async () => {
    const test = await reviewed();
    const matched = test.next.preview.actions.find(({ match }) => match?.id);
    await test.call('action.bin', { ids: [matched?.match?.id ?? ''] });
    const refusal = await test.refusal('import.apply', {
      previewId: test.next.previewId,
      choices: everyChoice(test.next),
    });
    expect(refusal).toMatchObject({ code: 'not-found' });
  });

  it('is refused where two rows of the file would change one action', async () => {
    const test = await reviewed();
    const [first, second] = test.next.preview.actions;
    const actionId = (await actions(test))[0]?.id ?? '';
    const choices = [first, second].map((action) => ({ key: action?.key ?? '', actionId }));
    expect(await test.refusal('import.apply', { previewId: test.next.previewId, choices })).toMatchObject({
      code: 'refused-by-rule',
    });
  });

  it('is refused where one row of the file would be brought in twice', async () => {
    const test = await reviewed();
    const key = test.next.preview.actions[0]?.key ?? '';
    const choices = [
      { key, actionId: null },
      { key, actionId: null },
    ];
    expect(await test.refusal('import.apply', { previewId: test.next.previewId, choices })).toMatchObject({
      code: 'refused-by-rule',
    });
  });

  it('is one step, named after the file, with a backup before it', async () => {
    const test = await reviewed();
    const backups = (await test.call('workspace.backups', {})).length;
    const [before] = await test.call('history.list', { limit: 1 });
    await test.call('import.apply', { previewId: test.next.previewId, choices: everyChoice(test.next) });
    const [step] = await test.call('history.list', { limit: 1 });
    expect(step).toMatchObject({ id: (before?.id ?? 0) + 1, label: 'Brought in next-year.xlsx' });
    expect((await test.call('workspace.backups', {})).length).toBe(backups + 1);
  });
});

describe('taking an import back', () => {
  it('is refused a second time', async () => {
    const test = await reviewed();
    const { importRunId } = await test.call('import.apply', {
      previewId: test.next.previewId,
      choices: everyChoice(test.next),
    });
    await test.call('import.undo', { importRunId });
    const after = tablesOf(test);
    test.ports.pass(60_000);
    expect(await test.refusal('import.undo', { importRunId })).toMatchObject({ code: 'undo-conflict' });
    expect(tablesOf(test)).toEqual(after);
  });

  it('keeps an edit made since, and gives everything else back, once it is asked for in spite of the edit', async () => {
    const test = await reviewed();
    const before = await actions(test);
    const { importRunId } = await test.call('import.apply', {
      previewId: test.next.previewId,
      choices: everyChoice(test.next),
    });
    const edited = test.next.preview.actions.find(({ match }) => match?.kind === 'extended')?.match?.id ?? '';
    await test.call('action.edit', { id: edited, fields: { text: 'Written since the import' } });
    expect(await test.refusal('import.undo', { importRunId })).toMatchObject({ code: 'undo-conflict' });
    await test.call('import.undo', { importRunId, evenIfEdited: true });
    expect((await actions(test)).filter(({ binned }) => !binned)).toEqual(
      before.map((action) => (action.id === edited ? { ...action, text: 'Written since the import' } : action)),
    );
  });

  it('leaves what was typed before and after it in steps of their own', async () => {
    const test = await reviewed();
    const id = test.next.preview.actions.find(({ match }) => match?.kind === 'extended')?.match?.id ?? '';
    const type = (text: string) => test.call('action.edit', { id, fields: { text } });
    const textNow = async () => (await actions(test)).find((action) => action.id === id)?.text;
    await type('Typed bef');
    await type('Typed before');
    const { previewId, preview } = await previewOf(test, 'next-year.xlsx');
    const row = preview.actions.find(({ action }) => action !== 'Typed before');
    await test.call('import.apply', { previewId, choices: [{ key: row?.key ?? '', actionId: id }] });
    // Within the minute that gathers typing, but not into the step before the import.
    await type('Typed aft');
    await type('Typed after');
    await test.call('history.undo', {});
    expect(await textNow()).toBe(row?.action);
    await test.call('history.undo', {});
    expect(await textNow()).toBe('Typed before');
  });
});
