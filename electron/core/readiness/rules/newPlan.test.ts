import { describe, expect, it } from 'vitest';
import { themes } from '#shared/model/words.ts';
import { draftAction, emptyDraft, withNewActions } from '#test/helpers/readinessDraft.ts';
import {
  actionWithoutText,
  actionWithoutTheme,
  datesOutsidePlan,
  dueBeforeStart,
  noDueDate,
  noLead,
  noMeasure,
  noNumberInMeasure,
  ongoingDates,
  tooManyOwners,
  vagueActions,
} from './planActions.ts';
import { bunchedDates, oneBodyOwnsMost } from './planSpread.ts';
import { emptyPlan, themeWithoutAction } from './planThemes.ts';

const targets = (items: readonly { readonly target: string }[]) => items.map(({ target }) => target);

describe('success measures', () => {
  it('are missing, or hold no number', () => {
    const draft = withNewActions([
      draftAction('N1'),
      draftAction('N2', { successMeasure: 'Better morale' }),
      draftAction('N3', { successMeasure: '80% of technicians listed' }),
      draftAction('N4', { successMeasure: 'Two cohorts finish' }),
    ]);
    expect(targets(noMeasure(draft))).toEqual(['/new-plan/N1/successMeasure']);
    expect(targets(noNumberInMeasure(draft))).toEqual(['/new-plan/N2/successMeasure']);
  });

  it('are hard to give for actions that begin with a vague verb', () => {
    const draft = withNewActions([
      draftAction('N1', { text: 'To explore a skills register' }),
      draftAction('N2', { text: 'Publish the review of grades' }),
      draftAction('N3', { text: 'Reviewers are trained' }),
    ]);
    expect(vagueActions(draft)).toMatchObject([{ message: 'Begins with “explore”: N1', weight: 'look' }]);
  });
});

describe('dates', () => {
  it('are missing, without an end, outside the plan or the wrong way round', () => {
    const draft = withNewActions([
      draftAction('N1'),
      draftAction('N2', { dueText: 'Ongoing, reviewed annually' }),
      draftAction('N3', { dueText: '2031', dueOn: '2031-12-31' }),
      draftAction('N4', { dueText: 'July 2028', dueOn: '2028-07-31', startOn: '2028-09-01' }),
      draftAction('N5', { dueText: 'January 2030', dueOn: '2030-01-31', startOn: '2027-02-01' }),
    ]);
    expect(targets(noDueDate(draft))).toEqual(['/new-plan/N1/dueText']);
    expect(targets(ongoingDates(draft))).toEqual(['/new-plan/N2/dueText']);
    expect(targets(datesOutsidePlan(draft))).toEqual(['/new-plan/N3/dueText']);
    expect(targets(dueBeforeStart(draft))).toEqual(['/new-plan/N4/dueText']);
  });

  it('are bunched when more than half of eight or more fall on one day', () => {
    const plan = (sameDay: number) =>
      withNewActions(
        Array.from({ length: 10 }, (_, index) =>
          draftAction(`N${index}`, { dueOn: index < sameDay ? '2030-01-31' : `2028-0${(index % 9) + 1}-01` }),
        ),
      );
    expect(bunchedDates(plan(5))).toEqual([]);
    expect(bunchedDates(plan(6))).toMatchObject([{ message: '6 of 10 actions are due on the same day' }]);
  });
});

describe('owners', () => {
  it('are none, or more than three', () => {
    const draft = withNewActions([
      draftAction('N1'),
      draftAction('N2', { lead: 'HR, Estates, Library' }),
      draftAction('N3', { lead: 'HR, Estates, Library, IT' }),
    ]);
    expect(targets(noLead(draft))).toEqual(['/new-plan/N1/lead']);
    expect(targets(tooManyOwners(draft))).toEqual(['/new-plan/N3/lead']);
  });

  it('carry no more than a third each, in a plan of six or more', () => {
    const plan = (owned: number, length: number) =>
      withNewActions(
        Array.from({ length }, (_, index) =>
          draftAction(`N${index}`, { lead: index < owned ? 'HR' : `Body ${index}` }),
        ),
      );
    expect(oneBodyOwnsMost(plan(2, 6))).toEqual([]);
    expect(oneBodyOwnsMost(plan(3, 6))).toMatchObject([{ message: 'HR leads 3 of 6 actions' }]);
    expect(oneBodyOwnsMost(plan(3, 5))).toEqual([]);
  });
});

describe('themes', () => {
  it('each have an action, save the one that is the self-assessment itself', () => {
    const draft = withNewActions([draftAction('N1', { themes: ['visibility', 'recognition', 'sustainability'] })]);
    expect(themeWithoutAction(draft).map(({ message }) => message)).toEqual([
      'No action of the new plan has the theme Career Development',
    ]);
    expect(themeWithoutAction(withNewActions([draftAction('N1', { themes })]))).toEqual([]);
  });

  it('and words are what an action needs', () => {
    const draft = withNewActions([draftAction('N1'), draftAction('N2', { text: 'Publish', themes: ['visibility'] })]);
    expect(targets(actionWithoutTheme(draft))).toEqual(['/new-plan/N1/themes']);
    expect(targets(actionWithoutText(draft))).toEqual(['/new-plan/N1/text']);
  });

  it('of an empty plan are not listed one by one', () => {
    expect(themeWithoutAction(emptyDraft())).toEqual([]);
    expect(emptyPlan(emptyDraft())).toMatchObject([{ weight: 'must', target: '/question/new-plan' }]);
  });
});
