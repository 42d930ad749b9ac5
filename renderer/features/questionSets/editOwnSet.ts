import type { OwnFact, OwnQuestion, OwnQuestionSetContent } from '#shared/model/ownQuestionSet.ts';
import { fail, type Result } from '#shared/result.ts';
import { run } from '../../actions/run.ts';
import { useWorkspace } from '../../stores/workspace.ts';

/** Changes made to one question set of the institution's own. */
export interface SetEdit {
  /** Typing into one field: the same field again and again is one step. */
  readonly write: (what: string, change: SetChange) => Promise<Result<unknown>>;
  /** One act: adding, moving, removing. */
  readonly act: (what: string, change: SetChange) => Promise<Result<unknown>>;
}
type SetChange = (content: OwnQuestionSetContent) => OwnQuestionSetContent;

export function editOwnSet(id: string): SetEdit {
  const edit = async (what: string, change: SetChange, typing: boolean): Promise<Result<unknown>> => {
    const present = latestOf(id);
    if (!present) return fail({ code: 'not-found', detail: { place: 'ownQuestionSet' } });
    const content = change(present);
    onItsWay(id, content);
    const result = await run('ownQuestionSet.edit', { id, content, what, typing });
    if (!result.ok) under.get(id)?.end();
    return result;
  };
  return {
    write: (what, change) => edit(what, change, true),
    act: (what, change) => edit(what, change, false),
  };
}

/** What was sent of a set and has not come back as a row yet. */
const under = new Map<string, { content: OwnQuestionSetContent; readonly end: () => void }>();

/** The set as it will be: the next edit must not take back the one that is still on its way. */
const latestOf = (id: string): OwnQuestionSetContent | undefined =>
  under.get(id)?.content ?? useWorkspace.getState().rows.ownQuestionSet.get(id)?.content;

function onItsWay(id: string, content: OwnQuestionSetContent): void {
  const waiting = under.get(id);
  if (waiting) {
    waiting.content = content;
    return;
  }
  const unsubscribe = useWorkspace.subscribe(({ rows }) => {
    const row = rows.ownQuestionSet.get(id);
    const own = under.get(id);
    if (own && (!row || JSON.stringify(row.content) === JSON.stringify(own.content))) own.end();
  });
  under.set(id, {
    content,
    end: () => {
      unsubscribe();
      under.delete(id);
    },
  });
}

export const withQuestion =
  (key: string, change: (question: OwnQuestion) => OwnQuestion) =>
  (content: OwnQuestionSetContent): OwnQuestionSetContent => ({
    ...content,
    questions: content.questions.map((question) => (question.key === key ? change(question) : question)),
  });

/** The first of `question`, `question-2`, `question-3` … that nobody has. */
export function freeKey(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  let number = 2;
  while (taken.includes(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

export const blankQuestion = (key: string): OwnQuestion => ({
  key,
  kind: 'rich-text',
  title: '',
  heading: '',
  prompt: '',
  guidance: [],
  asks: [],
  wordLimit: null,
  facts: [],
  comesFrom: null,
});

export const blankFact = (key: string): OwnFact => ({ key, label: '', help: '', kind: 'text', columns: [] });

/** The same things with some of them standing before or after another one. */
export function moved<Item extends { readonly key: string }>(
  items: readonly Item[],
  keys: ReadonlySet<string>,
  target: string,
  where: 'before' | 'after',
): readonly Item[] {
  if (keys.has(target)) return items;
  const moving = items.filter(({ key }) => keys.has(key));
  return items.flatMap((item) => {
    if (keys.has(item.key)) return [];
    if (item.key !== target) return [item];
    return where === 'before' ? [...moving, item] : [item, ...moving];
  });
}
