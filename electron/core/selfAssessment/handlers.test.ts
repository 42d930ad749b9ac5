import { describe, expect, it } from 'vitest';
import { emptyRichText, richTextFromParagraphs } from '#shared/model/richText.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';

const answerTo = async ({ call }: TestCore, key: string) => {
  const answer = (await call('workspace.load', {})).rows.answer.find((each) => each.questionKey === key);
  if (!answer) throw new Error(`There is no answer to ${key}`);
  return answer;
};

describe('an answer', () => {
  it('keeps its text, its plain text and its count of words, and becomes a draft', async () => {
    const test = await openCore();
    const { id } = await answerTo(test, 'governance-and-resourcing');
    const content = richTextFromParagraphs('A steering group of nine\nmeets each term');
    expect(await test.call('answer.write', { id, content })).toEqual({ words: 8 });
    expect(await answerTo(test, 'governance-and-resourcing')).toMatchObject({
      content,
      plainText: 'A steering group of nine\nmeets each term',
      words: 8,
      state: 'draft',
      editedAt: '2026-11-21T14:00:00.000Z',
    });
    expect((await test.call('workspace.load', {})).history.undo).toBe('Wrote Governance and resourcing');
  });

  it('is not edited by autosave that brings what is there', async () => {
    const test = await openCore();
    const { id } = await answerTo(test, 'evidence-of-impact');
    const content = richTextFromParagraphs('Eleven promotions');
    await test.call('answer.write', { id, content });
    const before = await test.call('workspace.load', {});
    test.ports.pass(5 * 60_000);
    await test.call('answer.write', { id, content });
    expect(await test.call('workspace.load', {})).toEqual(before);
  });

  it('takes an unsaved text as a step of its own, also right after it was typed in', async () => {
    const test = await openCore();
    const { id } = await answerTo(test, 'evidence-of-impact');
    await test.call('answer.write', { id, content: richTextFromParagraphs('Eleven promotions') });
    await test.call('answer.putBack', { id, content: richTextFromParagraphs('Eleven promotions and a prize') });
    expect((await answerTo(test, 'evidence-of-impact')).words).toBe(5);
    expect(await test.call('history.undo', {})).toMatchObject({
      label: 'Put the unsaved text into Evidence of impact',
    });
    expect((await answerTo(test, 'evidence-of-impact')).plainText).toBe('Eleven promotions');
  });

  it('is marked ready by its writer only, and not while nothing is written', async () => {
    const test = await openCore();
    const { id } = await answerTo(test, 'evidence-of-impact');
    expect(await test.refusal('answer.setState', { id, state: 'ready' })).toEqual({
      code: 'refused-by-rule',
      detail: { reason: 'Nothing is written for Evidence of impact yet, so it cannot be marked ready.' },
    });
    await test.call('answer.write', { id, content: richTextFromParagraphs('Eleven promotions') });
    await test.call('answer.setState', { id, state: 'ready' });
    await test.call('answer.write', { id, content: richTextFromParagraphs('Twelve promotions') });
    expect((await answerTo(test, 'evidence-of-impact')).state).toBe('ready');
    await test.call('answer.write', { id, content: emptyRichText });
    expect((await answerTo(test, 'evidence-of-impact')).state).toBe('empty');
  });

  it('of facts is a draft while one fact is filled in', async () => {
    const test = await openCore();
    const { id } = await answerTo(test, 'publication');
    await test.call('answer.setFacts', { id, facts: { url: 'https://www.example.ac.uk/technicians' } });
    expect((await answerTo(test, 'publication')).state).toBe('draft');
    await test.call('answer.setFacts', { id, facts: { url: '' } });
    expect((await answerTo(test, 'publication')).state).toBe('empty');
  });

  it('about the plan can be ready once the plan has an action', async () => {
    const test = await openCore();
    const { id } = await answerTo(test, 'new-plan');
    expect(await test.refusal('answer.setState', { id, state: 'ready' })).toMatchObject({ code: 'refused-by-rule' });
    const { cycle } = (await test.call('workspace.load', {})).rows;
    await test.call('action.add', { planId: cycle[0]?.newPlanId ?? '', fields: { text: 'Open a workshop' } });
    await test.call('answer.setState', { id, state: 'ready' });
    expect((await answerTo(test, 'new-plan')).state).toBe('ready');
  });
});

describe('an ask', () => {
  it('is ticked once and unticked, and only where the question asks it', async () => {
    const test = await openCore();
    const { id: answerId } = await answerTo(test, 'publication');
    const tick = { answerId, askKey: 'plan-published' };
    await test.call('ask.tick', { ...tick, ticked: true });
    await test.call('ask.tick', { ...tick, ticked: true });
    const { rows, history } = await test.call('workspace.load', {});
    expect(rows.askTick).toMatchObject([tick]);
    expect(history.undo).toBe('Ticked “Plan published”');
    await test.call('ask.tick', { ...tick, ticked: false });
    expect((await test.call('workspace.load', {})).rows.askTick).toEqual([]);
    expect(await test.refusal('ask.tick', { answerId, askKey: 'no-such-ask', ticked: true })).toMatchObject({
      code: 'not-found',
    });
  });
});
