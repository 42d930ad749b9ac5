import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Institution, Rating } from '#shared/model/tables.ts';
import { anAction } from '#test/helpers/anAction.ts';
import { frameworksOf } from '../../stores/frameworks.ts';
import { coverageOf } from '../newPlan/planCoverage.ts';
import { changeWords } from './changeWords.ts';
import { ragColumn, readThemes } from './planColumns.tsx';
import { planGroupings } from './planGroupings.ts';
import { groupSummary, nameOfAction, type PlanItem } from './planItem.ts';
import { dueText, isLate, planHeading, today } from './planItems.ts';
import { beforeAfterShift } from './usePlanActs.ts';

const action = (id: string, more = {}) => anAction({ id, planId: 'plan', ...more });
const item = (rag: Rating['rag'], more = {}): PlanItem => ({
  action: action('a', more),
  current: { rag } as Rating,
  previous: null,
  note: '',
});

test('a group counts its actions and their ratings, leaving out what there is none of', () => {
  expect(groupSummary([item('green'), item('red'), item('green'), item(null)], true)).toBe(
    '4 actions · 2 green, 1 red, 1 not yet rated',
  );
  expect(groupSummary([item('green')], false)).toBe('1 action');
});

test('an action is late after its day unless it is green', () => {
  const due = { dueOn: '2026-06-30' };
  expect(isLate(item('amber', due), '2026-06-30')).toBe(false);
  expect(isLate(item('amber', due), '2026-07-01')).toBe(true);
  expect(isLate(item('green', due), '2026-07-01')).toBe(false);
  expect(isLate(item('red', { dueOn: null }), '2026-07-01')).toBe(false);
});

test('a due date keeps its own words, or says its month', () => {
  expect(dueText({ dueText: 'End of Spring Term', dueOn: '2026-03-31' })).toBe('End of Spring Term');
  expect(dueText({ dueText: ' ', dueOn: '2026-03-31' })).toBe('Mar 2026');
  expect(dueText({ dueText: '', dueOn: null })).toBe('');
});

test('the heading has the years that the plan has', () => {
  expect(planHeading({ startsOn: '2023-08-01', endsOn: '2026-07-31' })).toBe('How did the 2023–2026 plan go?');
  expect(planHeading({ startsOn: '2023-01-01', endsOn: null })).toBe('How did the 2023 plan go?');
  expect(planHeading({ startsOn: null, endsOn: null })).toBe('How did the last plan go?');
});

test('today is the day where the person is', () => {
  expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});

test('actions are grouped by theme, lead, rating, quarter and framework item, and what has none stands at the end', () => {
  const themed = { ...item('green'), action: action('x', { themes: ['recognition'], lead: 'HR, Estates' }) };
  const bare = { ...item(null), action: action('y', { dueOn: '2027-05-31' }) };
  const framework = { id: 'f', position: 1, title: 'Charter', description: '', binned: false };
  const part = { id: 'p', frameworkId: 'f', position: 1, code: '3', title: 'Careers', binned: false };
  const gone = { ...part, id: 'g', binned: true };
  const link = { id: 'l', sourceKind: 'frameworkItem', sourceId: 'p', targetKind: 'action', target: 'x' } as const;
  const groupings = planGroupings(
    null,
    frameworksOf({
      framework: new Map([['f', framework]]),
      frameworkItem: new Map([
        ['p', part],
        ['g', gone],
      ]),
    }),
    new Map([
      ['l', link],
      ['m', { ...link, id: 'm', sourceId: 'g' }],
    ]),
    true,
  );
  const titles = (key: string, row: PlanItem) =>
    groupings
      .find((each) => each.key === key)
      ?.groupsOf(row)
      .map(({ title }) => title);
  expect(groupings.map(({ key }) => [titles(key, themed), titles(key, bare)])).toEqual([
    [['Recognition'], ['No theme yet']],
    [['HR', 'Estates'], ['Nobody yet']],
    [['Green'], ['Not yet rated']],
    [['No date'], ['April to June 2027']],
    [['No date'], ['2026/27']],
    [['3 · Careers'], ['No framework item']],
  ]);
});

test('a cell takes themes and ratings by their words, and says what it does not know', () => {
  const institution = { themeWords: { sustainability: 'Sustaining skills' } } as unknown as Institution;
  expect(readThemes('visibility; Sustaining skills', institution)).toEqual({
    ok: true,
    fields: { themes: ['visibility', 'sustainability'] },
  });
  expect(readThemes('', null)).toEqual({ ok: true, fields: { themes: [] } });
  expect(readThemes('Money', null)).toMatchObject({ ok: false });
  expect(['Done', 'a', 'RED', '', 'Blue'].map((text) => ragColumn.read?.(text, null))).toMatchObject([
    { fields: { rag: 'green' } },
    { fields: { rag: 'amber' } },
    { fields: { rag: 'red' } },
    { fields: { rag: null } },
    { ok: false },
  ]);
});

test('an action without a reference is called by its text', () => {
  expect(nameOfAction({ ref: ' V2 ', text: 'Hold' })).toBe('V2');
  expect(nameOfAction({ ref: '', text: 'Hold a conference' })).toBe('Hold a conference');
  expect(nameOfAction({ ref: '', text: '' })).toBe('Action without a text');
});

test('changes are told in words, and long texts by their name', () => {
  const label = 'Rated V2 Amber';
  expect(changeWords({ label, field: 'rag', before: 'red', after: 'amber' })).toBe('RAG Red → Amber');
  expect(changeWords({ label, field: 'rag', before: undefined, after: 'green' })).toBe('RAG Not yet rated → Green');
  expect(changeWords({ label, field: 'dueText', before: 'Jun 2025', after: 'Jun 2026' })).toBe(
    'Due Jun 2025 → Jun 2026',
  );
  expect(changeWords({ label, field: 'progress', before: 'x'.repeat(80), after: 'y' })).toBe('Progress changed');
  expect(changeWords({ label: 'Import of plan.xlsx', field: 'lead', before: '', after: 'Ann' })).toBe(
    'Lead written: Ann (Import of plan.xlsx)',
  );
  const own = { themeWords: { visibility: 'Being seen' } } as unknown as Institution;
  expect(changeWords({ label, field: 'themes', before: [], after: ['visibility'] }, own)).toBe(
    'Themes written: Being seen',
  );
  expect(changeWords({ label, field: 'position', before: 1, after: 2 })).toBeNull();
  expect(changeWords({ label, field: 'binned', before: false, after: true })).toBe('Put in the bin');
});

test('the coverage names the themes without an action, and never asks for one under Evaluating Impact', () => {
  expect(coverageOf([{ themes: ['visibility', 'recognition'] }], null).gap).toBe(
    'Career Development and Sustainability have no action yet',
  );
  const all = coverageOf([{ themes: ['visibility', 'recognition', 'career-development', 'sustainability'] }], null);
  expect(all.gap).toBeNull();
  expect(all.counts.map(({ count }) => count)).toEqual([1, 1, 1, 1]);
});

test('moving actions down and up again leaves the plan as it was, within a theme or through the plan', () => {
  const themed = fc.array(fc.constantFrom('visibility' as const, 'recognition' as const), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(themed, fc.nat(), fc.boolean(), (themes, seed, byTheme) => {
      const actions = themes.map((theme, at) => action(`a${at}`, { themes: [theme] }));
      const moved = actions[seed % actions.length] as (typeof actions)[number];
      const apply = (list: typeof actions, before: string | null) => {
        const others = list.filter(({ id }) => id !== moved.id);
        const at = before === null ? others.length : others.findIndex(({ id }) => id === before);
        return others.toSpliced(at, 0, moved);
      };
      const ids = (list: typeof actions) =>
        (byTheme ? (['visibility', 'recognition'] as const) : [null])
          .flatMap((theme) => list.filter((each) => theme === null || each.themes[0] === theme))
          .map(({ id }) => id);
      const before = beforeAfterShift(actions, [moved.id], 1, byTheme);
      if (before === undefined) return;
      const down = apply(actions, before);
      expect(ids(down)).not.toEqual(ids(actions));
      const back = beforeAfterShift(down, [moved.id], -1, byTheme);
      expect(back).toBeTypeOf('string');
      expect(ids(apply(down, back as string))).toEqual(ids(actions));
    }),
  );
});
