import { Refusal } from '#shared/errors.ts';
import type { Facts } from '#shared/model/facts.ts';
import type { Question } from '#shared/model/questionSet.ts';
import { plainTextOf, type RichText, wordCountOf } from '#shared/model/richText.ts';
import type { Answer } from '#shared/model/tables.ts';
import type { CommandContext, Handlers } from '../services.ts';
import { unsavedTextKey } from '../settings/unsavedTextKey.ts';
import { ensureUnsigned } from '../signOff/signedGuard.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { hasSubstance, isWritten, stateAfterWriting } from './rules.ts';

export const selfAssessmentHandlers: Pick<
  Handlers,
  'answer.write' | 'answer.putBack' | 'answer.setFacts' | 'answer.setState' | 'answer.unsavedKey' | 'ask.tick'
> = {
  'answer.write': ({ id, content }, context) => {
    const { answer, question } = openAnswer(context.rows, id);
    write(context, answer, question, { content });
    context.label(`Wrote ${question.title}`);
    return { words: wordCountOf(content) };
  },
  'answer.putBack': ({ id, content }, context) => {
    const { answer, question } = openAnswer(context.rows, id);
    write(context, answer, question, { content });
    context.label(`Put the unsaved text into ${question.title}`);
    return {};
  },
  'answer.setFacts': ({ id, facts }, context) => {
    const { answer, question } = openAnswer(context.rows, id);
    write(context, answer, question, { facts });
    context.label(`Filled in ${question.title}`);
    return {};
  },
  'answer.setState': ({ id, state }, { rows, label }) => {
    const { answer, question } = openAnswer(rows, id);
    const written = isWritten(answer.content, answer.facts);
    if (state === 'ready' && !hasSubstance(written, elsewhereOf(rows, answer, question))) {
      throw new Refusal('refused-by-rule', {
        reason: `Nothing is written for ${question.title} yet, so it cannot be marked ready.`,
      });
    }
    rows.update('answer', id, { state: state === 'ready' ? 'ready' : written ? 'draft' : 'empty' });
    label(state === 'ready' ? `Marked ${question.title} ready` : `Marked ${question.title} as a draft`);
    return {};
  },
  'answer.unsavedKey': async (_input, { ports }) => ({ key: unsavedTextKey(ports.dataFolder) }),
  'ask.tick': ({ answerId, askKey, ticked }, { rows, ports, label }) => {
    const { question } = openAnswer(rows, answerId);
    const ask = question.asks.find((each) => each.key === askKey);
    if (!ask) throw new Refusal('not-found', { place: 'ask' });
    const [tick] = rows.all('askTick', { answerId, askKey });
    if (ticked && !tick) rows.insert('askTick', { id: ports.newId(), answerId, askKey });
    if (!ticked && tick) rows.remove('askTick', tick.id);
    label(`${ticked ? 'Ticked' : 'Unticked'} “${ask.label}”`);
    return {};
  },
};

/** Throws `not-found`, or `signed-off` where the answer's cycle is signed. */
function openAnswer(rows: TableAccess, id: string): { readonly answer: Answer; readonly question: Question } {
  const answer = rows.get('answer', id);
  ensureUnsigned(rows, { cycleId: answer.cycleId });
  const { content } = rows.get('questionSet', rows.get('cycle', answer.cycleId).questionSetId);
  const question = content.questions.find((each) => each.key === answer.questionKey);
  if (!question) throw new Refusal('not-found', { place: 'question' });
  return { answer, question };
}

function write(
  { rows, now }: CommandContext,
  answer: Answer,
  question: Question,
  written: { readonly content?: RichText; readonly facts?: Facts },
): void {
  const { content = answer.content, facts = answer.facts } = written;
  // Autosave on blur often brings what is there already; the time of editing is that of the last real change.
  if (JSON.stringify([content, facts]) === JSON.stringify([answer.content, answer.facts])) return;
  const inIt = isWritten(content, facts);
  rows.update('answer', answer.id, {
    content,
    facts,
    plainText: plainTextOf(content),
    words: wordCountOf(content),
    state: stateAfterWriting(answer.state, inIt, hasSubstance(inIt, elsewhereOf(rows, answer, question))),
    editedAt: now,
  });
}

function elsewhereOf(rows: TableAccess, answer: Answer, question: Question) {
  const { lastPlanId, newPlanId } = rows.get('cycle', answer.cycleId);
  const count = (sql: string, ...values: readonly string[]): number => Number(rows.select(sql, ...values)[0]?.count);
  const actions = 'SELECT count(*) AS count FROM action WHERE planId = ? AND binned = 0';
  return {
    kind: question.kind,
    lastPlanActions: count(actions, lastPlanId),
    newPlanActions: count(actions, newPlanId),
    signatories: count('SELECT count(*) AS count FROM signatory'),
  };
}
