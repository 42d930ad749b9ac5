import { performance } from 'node:perf_hooks';
import { withCore } from './benchCore.ts';
import { type Bench, type Measurement, median, under } from './measure.ts';

const rows = 100_000;
const atOnce = 10_000;
const most = 20;
const words = ['technician', 'laboratory', 'induction', 'register', 'workshop', 'café', 'faculty', 'mentor', 'award'];

/** A search as it is typed, over a hundred thousand actions: a rare word, a common one, two, a beginning, a reference. */
export const searchBench: Bench = () =>
  withCore(async ({ call }) => {
    await call('workspace.create', { institution: 'Eastmere University', stage: 3, signedOn: '2020-09-14' });
    const loaded = (await call('workspace.load', {})) as {
      readonly rows: { readonly cycle: readonly { readonly newPlanId: string }[] };
    };
    const planId = loaded.rows.cycle[0]?.newPlanId;
    const word = (at: number): string => words[at % words.length] ?? '';
    for (let made = 0; made < rows; made += atOnce) {
      const added = Array.from({ length: atOnce }, (_, index) => {
        const at = made + index;
        return { fields: { ref: `V${at}`, text: `Offer ${word(at)} number ${at} to each ${word(at * 7 + 3)}` } };
      });
      await call('action.change', { planId, kind: 'paste', changes: [], added });
    }
    const measured: Measurement[] = [];
    for (const [name, text] of [
      ['rare', '73214'],
      ['common', 'technician'],
      ['two', 'cafe workshop'],
      ['beginning', 'indu'],
      ['reference', 'V4711'],
    ] as const) {
      const times: number[] = [];
      for (let turn = 0; turn < 15; turn += 1) {
        const started = performance.now();
        await call('search.find', { text, limit: 30 });
        times.push(performance.now() - started);
      }
      measured.push(under(`search.${name}`, median(times), 'ms', most));
    }
    return measured;
  });
