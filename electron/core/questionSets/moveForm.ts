import { Refusal } from '#shared/errors.ts';
import { type Destination, type DraftAnswer, moveDraft } from '#shared/model/draftMove.ts';
import type { QuestionSet } from '#shared/model/questionSet.ts';
import { plainTextOf, wordCountOf } from '#shared/model/richText.ts';
import type { Answer, Cycle } from '#shared/model/tables.ts';
import { isWritten } from '../selfAssessment/rules.ts';
import type { CommandContext } from '../services.ts';
import { ensureUnsigned } from '../signOff/signedGuard.ts';
import { moveLinks } from './moveLinks.ts';
import { moveOfficialForm } from './moveOfficialForm.ts';

/**
 * Takes the draft of a cycle to another form inside the running command; sets no label. The answers of questions that
 * both forms have keep their row, so that their history goes on; the draft as it was is kept whole as `earlierAnswer`.
 * Throws `refused-by-rule` for another stage, for the form that is in use, and for a destination that is not there.
 */
export function moveForm(
  context: CommandContext,
  cycleId: string,
  content: QuestionSet,
  destinations: readonly Destination[],
): { readonly questionSetId: string; readonly draftAgain: number } {
  const { rows, ports, now } = context;
  const cycle = rows.get('cycle', cycleId);
  ensureUnsigned(rows, { cycleId });
  const before = rows.get('questionSet', cycle.questionSetId).content;
  ensureMovable(cycle, before, content, destinations);

  const answers = new Map(rows.all('answer', { cycleId }).map((answer) => [answer.questionKey, answer]));
  const drafts = new Map([...answers].map(([key, answer]) => [key, draftOf(context, answer)]));
  const { answers: moved } = moveDraft(before, content, drafts, destinations);

  const questionSetId = ports.newId();
  rows.insert('questionSet', {
    id: questionSetId,
    setId: content.id,
    version: content.version,
    stage: content.stage,
    content,
  });
  for (const [questionKey, draft] of drafts) {
    rows.insert('earlierAnswer', {
      id: ports.newId(),
      cycleId,
      questionSetId: cycle.questionSetId,
      questionKey,
      content: draft.content,
      words: wordCountOf(draft.content),
      facts: draft.facts,
      ticked: draft.ticked,
      state: draft.state,
      movedTo: moved
        .filter(({ from }) => from.includes(questionKey))
        .map(({ key, notes }) => ({ questionKey: key, notes })),
      movedAt: now,
    });
  }
  rows.update('cycle', cycleId, { questionSetId });

  const ids = new Map(moved.map(({ key }) => [key, answers.get(key)?.id ?? ports.newId()]));
  let draftAgain = 0;
  for (const { key, from, content: text, facts, ticked, keepsState } of moved) {
    const id = ids.get(key) ?? '';
    const written = isWritten(text, facts);
    const [only] = from;
    const wasReady = from.some((origin) => drafts.get(origin)?.state === 'ready');
    const ready = keepsState && drafts.get(only ?? '')?.state === 'ready';
    if (wasReady && !ready) draftAgain += 1;
    const fields = {
      content: text,
      facts,
      plainText: plainTextOf(text),
      words: wordCountOf(text),
      state: ready ? ('ready' as const) : written ? ('draft' as const) : ('empty' as const),
      editedAt: newest(from.map((origin) => answers.get(origin)?.editedAt ?? null)),
    };
    if (answers.has(key)) rows.update('answer', id, fields);
    else rows.insert('answer', { id, cycleId, questionKey: key, ...fields });
    setTicks(context, id, ticked);
  }
  moveLinks(context, answers, moved, ids);
  moveOfficialForm(context, cycleId, before, content, moved);
  for (const [key, { id }] of answers) {
    if (ids.has(key)) continue;
    setTicks(context, id, []);
    rows.remove('answer', id);
  }
  return { questionSetId, draftAgain };
}

function ensureMovable(
  cycle: Cycle,
  before: QuestionSet,
  after: QuestionSet,
  destinations: readonly Destination[],
): void {
  const refuse = (reason: string): never => {
    throw new Refusal('refused-by-rule', { field: 'content', reason });
  };
  if (after.stage !== cycle.stage)
    refuse(`This form is for Stage ${after.stage}, and the self-assessment in hand is Stage ${cycle.stage}.`);
  if (JSON.stringify(before) === JSON.stringify(after)) refuse('The draft is written under this form already.');
  const [known, wanted] = [before, after].map(({ questions }) => new Set(questions.map(({ key }) => key)));
  const seen = new Set<string>();
  for (const { from, to } of destinations) {
    if (!known?.has(from) || to.some((key) => !wanted?.has(key)))
      throw new Refusal('not-found', { place: 'question', field: 'destinations' });
    if (seen.has(from)) refuse('An answer is given two destinations apart. Give it both at once.');
    seen.add(from);
  }
}

function draftOf({ rows }: CommandContext, answer: Answer): DraftAnswer {
  const { content, facts, state } = answer;
  return { content, facts, state, ticked: rows.all('askTick', { answerId: answer.id }).map(({ askKey }) => askKey) };
}

function setTicks({ rows, ports }: CommandContext, answerId: string, wanted: readonly string[]): void {
  const present = rows.all('askTick', { answerId });
  for (const { id, askKey } of present) if (!wanted.includes(askKey)) rows.remove('askTick', id);
  for (const askKey of wanted) {
    if (!present.some((tick) => tick.askKey === askKey))
      rows.insert('askTick', { id: ports.newId(), answerId, askKey });
  }
}

const newest = (instants: readonly (string | null)[]): string | null =>
  instants.reduce(
    (latest, instant) => (instant !== null && (latest === null || instant > latest) ? instant : latest),
    null,
  );
