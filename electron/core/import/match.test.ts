import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PreviewAction } from '#shared/model/importPreview.ts';
import { matchActions } from './match.ts';
import { wordChanges } from './wordChanges.ts';

const action = (text: string, ref = '', id: string | null = null): PreviewAction => ({
  key: `0:0/${text}${ref}`,
  id,
  ref,
  themes: [],
  objective: '',
  action: text,
  owner: '',
  owners: [],
  supporting: '',
  start: null,
  due: null,
  startText: '',
  dueText: '',
  rag: null,
  ragFrom: '',
  redExplanation: '',
  successMeasure: '',
  progress: '',
  resources: '',
  impactEvidence: '',
  notes: [],
  reasons: {},
  hidden: false,
  source: { table: 0, row: 1 },
});
const plan = (...texts: readonly string[]) =>
  texts.map((text, index) => ({ id: `id${index}`, ref: `${index + 1}`, text }));
const matches = (file: readonly PreviewAction[], planned: ReturnType<typeof plan>) =>
  matchActions(file, planned).actions.map(({ match }) => [match?.id ?? null, match?.kind]);

describe('matching a file with a plan', () => {
  it('goes by our own id before anything else', () => {
    expect(
      matches([action('Something quite different now', '9', 'id1')], plan('Hold a lunch', 'Write to every dean')),
    ).toEqual([['id1', 'related']]);
  });

  it('is not confused by renumbering', () => {
    expect(
      matches(
        [action('Write to every dean', '1'), action('Hold a lunch', '2')],
        plan('Hold a lunch', 'Write to every dean'),
      ),
    ).toEqual([
      ['id1', 'identical'],
      ['id0', 'identical'],
    ]);
  });

  it('tells more, less and other words apart, with what changed', () => {
    const planned = plan(
      'Hold a lunch for all technicians every term',
      'Write to every dean about the new awards scheme',
    );
    const { actions } = matchActions(
      [action('Continue to hold a lunch for all technicians every term', '1'), action('Write to every dean', '2')],
      planned,
    );
    expect(actions.map(({ match }) => match?.kind)).toEqual(['extended', 'narrowed']);
    expect(actions[0]?.match?.changes).toEqual([
      { kind: 'added', text: 'Continue to' },
      { kind: 'same', text: 'hold a lunch for all technicians every term' },
    ]);
  });

  it('pairs repeated wordings by their reference, and lists what the file has not', () => {
    const planned = [
      ...plan('Hold a lunch', 'Hold a lunch'),
      { id: 'x', ref: '3', text: 'Paint the workshop doors blue' },
    ];
    const { actions, missing } = matchActions([action('Hold a lunch', '2')], planned);
    expect(actions[0]?.match?.id).toBe('id1');
    expect(missing.map(({ id }) => id)).toEqual(['id0', 'x']);
  });

  it('calls an action new where nothing in the plan is like it', () => {
    expect(
      matches([action('Name technicians as co-investigators on bids')], plan('Hold a lunch for all technicians')),
    ).toEqual([[null, 'new']]);
  });

  it('pairs every plan with itself as identical, and no action twice', () => {
    const text = fc
      .array(fc.constantFrom('hold', 'write', 'lunch', 'deans', 'every', 'term', 'workshop'), {
        minLength: 1,
        maxLength: 8,
      })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        const { actions, missing } = matchActions(
          texts.map((one, index) => action(one, `${index + 1}`)),
          plan(...texts),
        );
        expect(actions.map(({ match }) => [match?.id, match?.kind])).toEqual(
          texts.map((_, index) => [`id${index}`, 'identical']),
        );
        expect(missing).toEqual([]);
      }),
    );
  });

  it('gives an id that stands on two rows to the row that still says the same', () => {
    const planned = plan('Hold a lunch for all technicians', 'Write to every dean');
    const file = [
      action('Hold a dinner for all the apprentices', '1', 'id0'),
      action('Hold a lunch for all technicians', '1', 'id0'),
    ];
    expect(matches(file, planned)[1]).toEqual(['id0', 'identical']);
  });

  it('never gives the place of an exact match to a likely one', () => {
    const planned = plan('Hold a lunch for all technicians every term');
    expect(
      matches(
        [
          action('Hold a lunch for all technicians every term and year', '1'),
          action('Hold a lunch for all technicians every term', '2'),
        ],
        planned,
      ),
    ).toEqual([
      [null, 'new'],
      ['id0', 'identical'],
    ]);
  });

  it('tells repeated wordings apart by their owner once they are renumbered', () => {
    const planned = [
      { id: 'a', ref: '1', text: 'Publish a plan', lead: 'Faculty of Arts' },
      { id: 'b', ref: '2', text: 'Publish a plan', lead: 'Faculty of Science' },
    ];
    const file = [
      { ...action('Publish a plan', '7'), owner: 'Faculty of Science' },
      { ...action('Publish a plan', '8'), owner: 'Faculty of Arts' },
    ];
    expect(matchActions(file, planned).actions.map(({ match }) => match?.id)).toEqual(['b', 'a']);
  });

  it('follows the words and not the numbers where every action was renumbered and reworded', () => {
    const faculties = ['Arts', 'Medicine', 'Science', 'Law', 'Engineering'];
    const review = (faculty: string) => `Review the training that technicians get in the faculty of ${faculty}`;
    const file = faculties.map((faculty, index) => action(`${review(faculty)} and report every term`, `${index}`));
    expect(matches(file, plan(...faculties.map(review)))).toEqual(
      faculties.map((_, index) => [`id${index}`, 'extended']),
    );
  });

  it('leaves the less alike to another action, and takes turns for the more alike', () => {
    const planned = plan(
      'Train the line managers of technicians in appraisal',
      'Train the line managers of technicians in appraisal and promotion',
    );
    const file = [action('Train all line managers of technicians in appraisal and promotion', '')];
    expect(matches(file, planned)).toEqual([['id1', 'related']]);
  });
});

const words = ['hold', 'write', 'lunch', 'deans', 'every', 'term', 'workshop', 'for', 'apprentices', 'and', 'report'];
const wording = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 }).map((chosen) => chosen.join(' '));
const entry = fc.record({ text: wording, ref: fc.constantFrom('', '1', '2', '3', '10') });
/** Pairs as what they say, in an order of their own. */
const said = (file: readonly PreviewAction[], planned: ReturnType<typeof plan>): readonly string[] => {
  const byId = new Map(planned.map((one) => [one.id, `${one.ref} ${one.text}`]));
  return matchActions(file, planned)
    .actions.map(({ ref, action: text, match }) => `${ref} ${text} = ${byId.get(match?.id ?? '') ?? 'new'}`)
    .toSorted();
};

describe('the laws of matching', () => {
  it('hold whatever the order of either side', () => {
    const sides = fc
      .record({ file: fc.array(entry, { maxLength: 12 }), plan: fc.array(entry, { maxLength: 12 }) })
      .chain((both) =>
        fc.record({
          both: fc.constant(both),
          file: fc.shuffledSubarray(both.file, { minLength: both.file.length }),
          plan: fc.shuffledSubarray(both.plan, { minLength: both.plan.length }),
        }),
      );
    const rows = (side: readonly { text: string; ref: string }[]) => side.map(({ text, ref }) => action(text, ref));
    const planned = (side: readonly { text: string; ref: string }[]) =>
      side.map((one, index) => ({ ...one, id: `id${index}` }));
    fc.assert(
      fc.property(sides, ({ both, file, plan: shuffled }) => {
        expect(said(rows(file), planned(shuffled))).toEqual(said(rows(both.file), planned(both.plan)));
      }),
    );
  });

  it('pair identical wordings however they are renumbered', () => {
    const texts = fc.uniqueArray(wording, { maxLength: 12 });
    fc.assert(
      fc.property(texts, fc.func(fc.constantFrom('', '1', '2', '3', 'V1')), (all, refOf) => {
        const file = all.map((text) => action(text, refOf(text)));
        expect(matches(file, plan(...all))).toEqual(all.map((_, index) => [`id${index}`, 'identical']));
      }),
    );
  });

  it('never pair one action twice, and list as missing exactly those that are not paired', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 15 }), fc.array(wording, { maxLength: 15 }), (file, texts) => {
        const planned = plan(...texts);
        const { actions, missing } = matchActions(
          file.map(({ text, ref }) => action(text, ref)),
          planned,
        );
        const ids = actions.flatMap(({ match }) => match?.id ?? []);
        expect([...ids, ...missing.map(({ id }) => id)].toSorted()).toEqual(planned.map(({ id }) => id).toSorted());
      }),
    );
  });

  it('leave no two unpaired that are more alike than what they were given', () => {
    fc.assert(
      fc.property(fc.array(wording, { maxLength: 10 }), fc.array(wording, { maxLength: 10 }), (file, texts) => {
        const rows = file.map((text) => action(text));
        const first = matchActions(rows, plan(...texts));
        const free = first.actions.filter(({ match }) => match?.kind === 'new');
        const left = first.missing.map(({ id, ref, action: text }) => ({ id, ref, text }));
        expect(matchActions(free, left).actions.every(({ match }) => match?.kind === 'new')).toBe(true);
      }),
    );
  });
});

describe('the words that changed', () => {
  it('give both wordings back', () => {
    const words = fc.array(fc.constantFrom('Hold', 'a', 'lunch,', 'every', 'term', 'dean'), { maxLength: 10 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const changes = wordChanges(before.join(' '), after.join(' '));
        const side = (without: string) =>
          changes
            .filter(({ kind }) => kind !== without)
            .map(({ text }) => text)
            .join(' ');
        expect([side('added'), side('removed')]).toEqual([before.join(' '), after.join(' ')]);
      }),
    );
  });
});
