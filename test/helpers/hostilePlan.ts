import fc from 'fast-check';
import type { Action, Rating } from '#shared/model/tables.ts';
import { rags, themes } from '#shared/model/words.ts';
import { anAction } from './anAction.ts';
import type { TestCore } from './openCore.ts';

/** What an action and its newest rating say. */
export type GivenAction = Pick<
  Action,
  | 'ref'
  | 'themes'
  | 'objective'
  | 'text'
  | 'lead'
  | 'supporting'
  | 'startText'
  | 'startOn'
  | 'dueText'
  | 'dueOn'
  | 'successMeasure'
  | 'resources'
  | 'impactEvidence'
  | 'notes'
> &
  Pick<Rating, 'rag' | 'progress' | 'explanation'>;

/** What spreadsheets, XML and readers of plans stumble on. */
const stumblingBlocks = [
  '=1+1',
  '=HYPERLINK("http://example.org")',
  '+44 20 7946 0000',
  '-',
  '@SUM(A1)',
  '\tindented',
  '\rreturn',
  'one\r\ntwo\n\nthree',
  ' spaces around ',
  'a\u0000b\u0008c\u000bd\u001fe\u007f',
  '_x000B_',
  'a_x005F_x000B_b_x0041_',
  '\ufffe\uffff\ufeff\u200b',
  '&amp; <b>"q"</b> ]]> \' {{x}}',
  '👩‍🔬 e\u0301 ‮right',
  '1.10',
  '007',
  'TRUE',
  '#REF!',
  '1e5',
  '31/01/2027',
  'Planner id',
  'Action',
  'Green',
  'Not yet rated',
  'Visibility',
  'Total',
  '• one\n• two',
  'Aim: this\nMeasure: that',
  '[Continued on the sheet “Long texts”]',
  'x'.repeat(33_000),
  `${'Long texts go on elsewhere. '.repeat(2_300)}End.`,
] as const;

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 4, arbitrary: fc.constantFrom(...stumblingBlocks) },
  { weight: 2, arbitrary: fc.lorem({ maxCount: 8 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom(...stumblingBlocks.slice(0, 26)), { minLength: 2, maxLength: 4 })
      .map((parts) => parts.join('')),
  },
);

const day = fc
  .date({ min: new Date('1890-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const shapes = [
  format({ day: 'numeric', month: 'long', year: 'numeric' }),
  format({ day: 'numeric', month: 'short', year: 'numeric' }),
  format({ day: '2-digit', month: '2-digit', year: 'numeric' }),
  format({ month: 'long', year: 'numeric' }),
  format({ month: 'short', year: '2-digit' }),
] as const;

/** A text about time with the day beside it, or with another, or with none: people set days by hand. */
const timescale = fc
  .tuple(
    fc.oneof(
      fc
        .tuple(fc.constantFrom(...shapes), day)
        .map(([shape, on]) => [shape.format(new Date(`${on}T00:00:00Z`)), on] as const),
      day.map((on) => [on, on] as const),
      fc
        .constantFrom('TBC', 'Ongoing', 'Month 12', 'Y1-3', '31 June 2018', 'by 2027', '', '46053')
        .map((text) => [text, null] as const),
      hostileText.map((text) => [text.slice(0, 2_000), null] as const),
    ),
    fc.option(day, { nil: null }),
    fc.boolean(),
  )
  .map(([[text, on], other, asWritten]) => ({ text, on: asWritten ? on : other }));

const givenAction: fc.Arbitrary<GivenAction> = fc
  .record({
    ref: fc.oneof(
      fc.constantFrom('', 'V1', 'V1', '1.10', '=1'),
      hostileText.map((text) => text.slice(0, 100)),
    ),
    themes: fc.oneof(fc.subarray([...themes]), fc.shuffledSubarray([...themes])),
    objective: hostileText,
    text: hostileText,
    lead: hostileText,
    supporting: hostileText,
    start: timescale,
    due: timescale,
    successMeasure: hostileText,
    resources: hostileText,
    impactEvidence: hostileText,
    notes: hostileText,
    rag: fc.constantFrom(...rags, null),
    progress: hostileText,
    explanation: hostileText,
  })
  .map(({ start, due, ...rest }) => ({
    ...rest,
    startText: start.text,
    startOn: start.on,
    dueText: due.text,
    dueOn: due.on,
  }));

/** A plan of up to eight actions, of which some are said twice to the letter. */
export const givenActions: fc.Arbitrary<readonly GivenAction[]> = fc
  .array(fc.tuple(givenAction, fc.integer({ min: 1, max: 2 })), { maxLength: 6 })
  .map((actions) => actions.flatMap(([action, times]) => Array.from({ length: times }, () => action)).slice(0, 8));

/** Makes the plan say just this, and gives the ids of its actions in order. */
export function writePlan({ services }: TestCore, planId: string, actions: readonly GivenAction[]): readonly string[] {
  return services.change('Wrote a plan', ({ rows, ports, now }) => {
    for (const { id, actionId } of rows.all('rating'))
      if (rows.find('action', actionId)?.planId === planId) rows.remove('rating', id);
    for (const { id } of rows.all('action', { planId })) rows.remove('action', id);
    return actions.map(({ rag, progress, explanation, ...fields }, index) => {
      const id = ports.newId();
      rows.insert('action', { ...anAction({ id, planId, position: index + 1 }), ...fields });
      if (rag !== null || progress !== '' || explanation !== '')
        rows.insert('rating', {
          id: ports.newId(),
          actionId: id,
          rag,
          progress,
          explanation,
          ratedOn: '2026-03-01',
          ratedAt: now,
          source: 'review',
        });
      return id;
    });
  });
}
