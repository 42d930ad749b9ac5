import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { fullSubmission } from '#test/fixtures/submission.ts';
import { startCore } from '#test/helpers/openCore.ts';
import type { NewPlan } from '../submission.ts';
import { writePlanCsv } from './planCsv.ts';

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('the plan as csv', () => {
  it('is marked as UTF-8, ends each record as RFC 4180 says, and has as many fields in each', () => {
    const text = textOf(writePlanCsv(fullSubmission.newPlan));
    expect(text.startsWith('\ufeffRef,Theme,Objective,Action,Lead,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    const { data, errors } = Papa.parse<string[]>(text.slice(1).trimEnd(), { newline: '\r\n' });
    expect(errors).toEqual([]);
    expect(new Set(data.map((fields) => fields.length))).toEqual(new Set([10]));
  });

  it.each(['=1+1', '+44 20', '-', '@SUM(A1)', '\t=1', ' =1', '＝1+1', '\r\n=1', "'=1", '|calc', '%0A=1', '\u00a0-2'])(
    'never holds a field that a spreadsheet would calculate: %j',
    (text) => {
      const [group] = fullSubmission.newPlan.groups;
      const [action] = group?.actions ?? [];
      if (!group || !action) throw new Error('There is no action');
      const plan: NewPlan = {
        ...fullSubmission.newPlan,
        groups: [
          {
            ...group,
            title: text,
            actions: [{ ...action, ref: text, objective: text, text, lead: text, resources: text }],
          },
        ],
      };
      const { data } = Papa.parse<string[]>(textOf(writePlanCsv(plan)).slice(1));
      for (const field of data.flat()) expect(field).not.toMatch(/^\s*[=+\-@＝＋－＠|%]/u);
      expect(data[1]?.[0]).toBe(`'${text.trim()}`);
    },
  );

  it('comes back by import as the same actions', async () => {
    const test = startCore();
    await test.call('workspace.openSample', {});
    const { rows } = await test.call('workspace.load', {});
    const cycle = rows.cycle.find(({ stage }) => stage === 3);
    if (!cycle) throw new Error('There is no cycle');
    const [first] = rows.action.filter(({ planId }) => planId === cycle.newPlanId);
    await test.call('action.edit', {
      id: first?.id ?? '',
      fields: { objective: '=1+1', resources: '- one\n- two, "three"' },
    });
    const made = await test.call('export.web', {
      cycleId: cycle.id,
      parts: [],
      language: 'en-GB',
      // As written, so that what comes back is what was there.
      exceptions: (await test.call('export.webReview', { cycleId: cycle.id, parts: [], language: 'en-GB' })).map(
        ({ key }) => key,
      ),
      draft: true,
    });
    const { preview } = await test.call('import.preview', { file: made.plan.file, planId: cycle.newPlanId });
    const own = rows.action.filter(({ planId, binned }) => planId === cycle.newPlanId && !binned);
    expect(preview.missing).toEqual([]);
    expect(preview.actions.map(({ match }) => match?.id).toSorted()).toEqual(own.map(({ id }) => id).toSorted());
    expect(preview.actions.flatMap(({ match }) => match?.changes ?? [])).toEqual([]);
  });
});
