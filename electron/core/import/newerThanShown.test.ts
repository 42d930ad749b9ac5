import { describe, expect, it } from 'vitest';
import { everyChoice } from '#test/helpers/importing.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';
import { tablesOf } from '#test/helpers/tables.ts';

/** A plan as a CSV file of one line an action, previewed against the plan under review. */
async function preview({ core, call }: TestCore, ...lines: readonly string[]) {
  const { rows } = await call('workspace.load', {});
  const file = core.fileTokens.holdBytes('plan.csv', new TextEncoder().encode(lines.join('\n')));
  return call('import.preview', { file, planId: rows.cycle[0]?.lastPlanId ?? '' });
}

/** One action of a plan, brought in, and then previewed with another owner and a later day. */
async function previewed() {
  const test = await openCore();
  const first = await preview(
    test,
    'Ref,Action,Lead,Due,Building',
    'A1,Hold a lunch for technicians,Registrar,June 2025,Ask again',
  );
  await test.call('import.apply', { previewId: first.previewId, choices: everyChoice(first) });
  const [action] = (await test.call('workspace.load', {})).rows.action;
  const id = action?.id ?? '';
  const shown = await preview(
    test,
    'Ref,Action,Lead,Due,Building',
    'A1,Hold a lunch for technicians,Provost,July 2025,Agreed',
  );
  const now = async () => (await test.call('workspace.load', {})).rows.action[0];
  const apply = { previewId: shown.previewId, choices: everyChoice(shown) };
  return { ...test, id, shown, now, apply };
}

describe('a plan that was edited after the preview', () => {
  it('is not overwritten: the import is refused, names what is newer, and changes nothing', async () => {
    const test = await previewed();
    await test.call('action.edit', { id: test.id, fields: { lead: 'Dean' } });
    const before = tablesOf(test);
    const refusal = await test.refusal('import.apply', test.apply);
    expect(refusal.code).toBe('import-preview-expired');
    expect(refusal.detail.reason).toBe('The plan was edited after this preview was made: A1 (owner).');
    expect(tablesOf(test)).toEqual(before);
  });

  it('is not overwritten either where preview and plan agreed when it was shown', async () => {
    const test = await previewed();
    await test.call('action.edit', { id: test.id, fields: { text: 'Hold two lunches for technicians' } });
    expect(await test.refusal('import.apply', test.apply)).toMatchObject({
      detail: { reason: expect.stringContaining('A1 (wording)') },
    });
  });

  it('takes the rest where the newer value is declined, and what nobody wrote to in the file', async () => {
    const test = await previewed();
    await test.call('action.edit', { id: test.id, fields: { lead: 'Dean', successMeasure: 'Forty come' } });
    const choices = test.apply.choices.map((choice) => ({ ...choice, without: ['owner'] as const }));
    await test.call('import.apply', { ...test.apply, choices });
    expect(await test.now()).toMatchObject({ lead: 'Dean', successMeasure: 'Forty come', dueText: 'July 2025' });
  });

  it('is as it is where the edit says what the file says', async () => {
    const test = await previewed();
    await test.call('action.edit', { id: test.id, fields: { lead: 'Provost' } });
    expect(await test.call('import.apply', test.apply)).toMatchObject({ lines: [{ fields: ['due', 'notes'] }] });
  });

  it('is not overwritten in a rating that was given since', async () => {
    const test = await previewed();
    const shown = await preview(test, 'Ref,Action,Lead,RAG', 'A1,Hold a lunch for technicians,Provost,Green');
    await test.call('rating.give', { actionIds: [test.id], rag: 'red' });
    const refusal = await test.refusal('import.apply', { previewId: shown.previewId, choices: everyChoice(shown) });
    expect(refusal.detail.reason).toContain('A1 (RAG rating)');
  });
});

describe('what an import says cell by cell', () => {
  it('is every field that differs, as the plan and as the file have it', async () => {
    const { shown } = await previewed();
    expect(shown.preview.actions[0]?.match).toMatchObject({
      kind: 'identical',
      fields: [
        { field: 'owner', inPlan: 'Registrar', inFile: 'Provost' },
        { field: 'due', inPlan: 'June 2025', inFile: 'July 2025' },
        {
          field: 'notes',
          inPlan: 'Building: Ask again',
          inFile: 'Building: Ask again\nBuilding: Agreed',
        },
      ],
    });
  });

  it('adds the notes of the file to those of the plan, and never takes any away', async () => {
    const test = await previewed();
    await test.call('import.apply', { ...test.apply, blanks: 'replace' });
    const notes = 'Building: Ask again\nBuilding: Agreed';
    expect(await test.now()).toMatchObject({ notes });
    const without = await preview(test, 'Ref,Action,Lead,Due', 'A1,Hold a lunch for technicians,Provost,July 2025');
    expect(without.preview.actions[0]?.match?.fields).toEqual([]);
  });

  it('empties a field only where the file has a column for it', async () => {
    const test = await previewed();
    const shown = await preview(test, 'Ref,Action,Due', 'A1,Hold a lunch for technicians,');
    expect(shown.preview.actions[0]?.match?.fields).toEqual([{ field: 'due', inPlan: 'June 2025', inFile: '' }]);
    const choices = everyChoice(shown);
    await test.call('import.apply', { previewId: shown.previewId, choices, blanks: 'replace' });
    expect(await test.now()).toMatchObject({ lead: 'Registrar', dueText: '', dueOn: null });
  });
});
