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
