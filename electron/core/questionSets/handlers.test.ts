import { describe, expect, it } from 'vitest';
import { ownCopyOf } from '#shared/model/ownQuestionSet.ts';
import type { QuestionSet } from '#shared/model/questionSet.ts';
import { compareQuestionSets } from '#shared/model/questionSetComparison.ts';
import type { RichText } from '#shared/model/richText.ts';
import { keptCopy } from '#test/helpers/keptCopy.ts';
import { italicForm } from '#test/helpers/officialForms.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';

const load = async ({ call }: TestCore) => (await call('workspace.load', {})).rows;

async function openDraft() {
  const test = await openCore();
  const rows = await load(test);
  const cycle = rows.cycle[0];
  const set = rows.questionSet[0]?.content;
  if (!cycle || !set) throw new Error('The workspace has no cycle');
  const id = (key: string) => rows.answer.find(({ questionKey }) => questionKey === key)?.id ?? '';
  const { id: voiceId } = await test.call('voice.add', { fields: { words: 'We share one bench.' } });
  const cited: RichText = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'A Steering Group of nine ' },
          { type: 'citation', attrs: { kind: 'voice', id: voiceId } },
        ],
      },
    ],
  };
  const governance = id('governance-and-resourcing');
  await test.call('answer.write', { id: governance, content: cited });
  await test.call('answer.setState', { id: governance, state: 'ready' });
  await test.call('ask.tick', { answerId: governance, askKey: 'resourcing', ticked: true });
  await test.call('link.add', { sourceKind: 'voice', sourceId: voiceId, targetKind: 'answer', target: governance });
  await test.call('answer.setFacts', {
    id: id('publication'),
    facts: { url: 'https://www.example.ac.uk/technicians' },
  });
  await test.call('answer.setState', { id: id('publication'), state: 'ready' });
  const proposed = (next: QuestionSet) => {
    const { pairs } = compareQuestionSets(set, next);
    return set.questions.map(({ key }) => ({
      from: key,
      to: pairs.filter(({ from }) => from === key).map((pair) => pair.to),
    }));
  };
  const move = (next: QuestionSet, destinations = proposed(next)) =>
    test.call('questionSet.move', { cycleId: cycle.id, content: next, destinations });
  return { ...test, cycle, set, cited, voiceId, governance, proposed, move };
}

const reworded = (set: QuestionSet): QuestionSet => ({
  ...set,
  version: '2031.1',
  questions: set.questions
    .map((question) =>
      question.key === 'governance-and-resourcing'
        ? { ...question, key: 'leadership', comesFrom: [question.key], heading: 'Who leads?' }
        : question,
    )
    .toReversed(),
});

describe('a draft that moves to another form', () => {
  it('takes text, citations, ticks, links and fields along, and is draft again where the question was reworded', async () => {
    const test = await openDraft();
    const next = reworded(test.set);
    expect(await test.move(next)).toMatchObject({ draftAgain: 1 });
    const rows = await load(test);
    expect(rows.questionSet).toHaveLength(2);
    expect(rows.answer.map(({ questionKey }) => questionKey).toSorted()).toEqual(
      next.questions.map(({ key }) => key).toSorted(),
    );
    const moved = rows.answer.find(({ questionKey }) => questionKey === 'leadership');
    expect(moved).toMatchObject({ content: test.cited, words: 5, state: 'draft' });
    expect(rows.askTick).toMatchObject([{ answerId: moved?.id, askKey: 'resourcing' }]);
    expect(rows.link).toMatchObject([{ sourceId: test.voiceId, target: moved?.id }]);
    expect(rows.answer.find(({ questionKey }) => questionKey === 'publication')).toMatchObject({
      facts: { url: 'https://www.example.ac.uk/technicians' },
      state: 'ready',
    });
  });

  it('leaves the draft as it was readable, with where each answer went and why', async () => {
    const test = await openDraft();
    await test.move(reworded(test.set));
    const { earlierAnswer, cycle } = await load(test);
    expect(earlierAnswer).toHaveLength(test.set.questions.length);
    expect(earlierAnswer.find(({ questionKey }) => questionKey === 'governance-and-resourcing')).toMatchObject({
      cycleId: cycle[0]?.id,
      questionSetId: test.cycle.questionSetId,
      content: test.cited,
      words: 5,
      ticked: ['resourcing'],
      state: 'ready',
      movedTo: [
        {
          questionKey: 'leadership',
          notes: [
            `The question was reworded; it was “${test.set.questions.find(({ key }) => key === 'governance-and-resourcing')?.heading}”`,
          ],
        },
      ],
    });
  });

  it('is one step that undo takes back whole, and redo brings again', async () => {
    const test = await openDraft();
    const before = await load(test);
    await test.move(reworded(test.set));
    const after = await load(test);
    expect((await test.call('workspace.load', {})).history.undo).toBe('Moved the draft of Stage 3 to the form 2031.1');
    await test.call('history.undo', {});
    expect(await load(test)).toEqual(before);
    await test.call('history.redo', {});
    expect(await load(test)).toEqual(after);
  });

  it('goes where the person says: two answers that change places take their links with them', async () => {
    const test = await openDraft();
    const to = {
      'governance-and-resourcing': ['evidence-of-impact'],
      'evidence-of-impact': ['governance-and-resourcing'],
    };
    const next = { ...test.set, version: '2031.1' };
    const rows = await load(test);
    const impact = rows.answer.find(({ questionKey }) => questionKey === 'evidence-of-impact')?.id ?? '';
    await test.call('link.add', { sourceKind: 'voice', sourceId: test.voiceId, targetKind: 'answer', target: impact });
    await test.move(
      next,
      test.proposed(next).map(({ from, to: keys }) => ({ from, to: to[from as keyof typeof to] ?? keys })),
    );
    const after = await load(test);
    expect(after.answer.find(({ id }) => id === impact)).toMatchObject({ content: test.cited, state: 'draft' });
    expect(after.answer.find(({ id }) => id === test.governance)).toMatchObject({ words: 0, state: 'empty' });
    expect(after.link.map(({ target }) => target).toSorted()).toEqual([impact, test.governance].toSorted());
  });

  it('can move again, and each earlier draft stays', async () => {
    const test = await openDraft();
    await test.move(reworded(test.set));
    const { questionSet } = await load(test);
    expect(questionSet).toHaveLength(2);
    const back = reworded(test.set).questions.map(({ key }) => ({
      from: key,
      to: key === 'leadership' ? ['governance-and-resourcing'] : [key],
    }));
    await test.move(test.set, back);
    const rows = await load(test);
    expect(new Set(rows.earlierAnswer.map(({ questionSetId }) => questionSetId)).size).toBe(2);
    expect(rows.answer.find(({ questionKey }) => questionKey === 'governance-and-resourcing')).toMatchObject({
      content: test.cited,
    });
  });

  it('takes the official wording along, to be confirmed again where the question is asked in other words', async () => {
    const test = await openDraft();
    const file = test.services.fileTokens.holdBytes('form.docx', await italicForm());
    await test.call('officialForm.open', { cycleId: test.cycle.id, file });
    const prompts = async () => (await load(test)).officialPrompt;
    const [first, second] = await prompts();
    for (const [prompt, questionKey] of [
      [first, 'governance-and-resourcing'],
      [second, 'evidence-of-impact'],
    ] as const)
      await test.call('officialForm.pair', { promptId: prompt?.id ?? '', questionKey, part: null });
    await test.move(reworded(test.set));
    const after = await prompts();
    expect(after.find(({ id }) => id === first?.id)).toMatchObject({ questionKey: 'leadership', confirmed: false });
    expect(after.find(({ id }) => id === second?.id)).toMatchObject({
      questionKey: 'evidence-of-impact',
      confirmed: true,
    });
    await test.call('history.undo', {});
    expect((await prompts()).find(({ id }) => id === first?.id)).toMatchObject({
      questionKey: 'governance-and-resourcing',
      confirmed: true,
    });
  });

  it('prints what the form in use asks', async () => {
    const test = await openDraft();
    await test.move(reworded(test.set));
    const { cycle } = await load(test);
    const listed = await test.call('readiness.list', { cycleId: cycle[0]?.id ?? '' });
    expect(listed.some(({ target }) => target === '/question/governance-and-resourcing')).toBe(false);
  });

  it('is refused for another stage, for the form in use, for a question that is not there, and once it is signed', async () => {
    const test = await openDraft();
    const refusal = (content: QuestionSet, destinations = test.proposed(content)) =>
      test.refusal('questionSet.move', { cycleId: test.cycle.id, content, destinations });
    const next = reworded(test.set);
    expect(await refusal({ ...next, stage: 2 })).toMatchObject({
      code: 'refused-by-rule',
      detail: { reason: 'This form is for Stage 2, and the self-assessment in hand is Stage 3.' },
    });
    expect(await refusal(test.set)).toMatchObject({ code: 'refused-by-rule' });
    expect(await refusal(next, [{ from: 'publication', to: ['nowhere'] }])).toMatchObject({ code: 'not-found' });
    await test.call('signOff.record', {
      cycleId: test.cycle.id,
      step: 'signed',
      name: 'Rowan Ellis',
      role: 'Institutional Lead',
      happenedOn: '2026-11-20',
      issuedDocumentId: keptCopy(test, test.cycle.id),
      note: '',
    });
    expect(await refusal(next)).toMatchObject({ code: 'signed-off' });
  });
});

describe('a question set of the institution’s own', () => {
  it('is begun as a copy, written on as one step while typing, saved as JSON that reads back, and removed with a way back', async () => {
    const test = await openCore();
    const [shipped] = (await test.call('questionSet.shipped', {})).filter(({ stage }) => stage === 3);
    if (!shipped) throw new Error('No question set ships for Stage 3');
    const content = ownCopyOf(shipped);
    const { id } = await test.call('ownQuestionSet.add', { content });
    const edit = (title: string, typing = true) =>
      test.call('ownQuestionSet.edit', { id, content: { ...content, title }, what: 'Wrote the title', typing });
    await edit('Stage 3 at Salt');
    await edit('Stage 3 at Saltmarsh');
    await test.call('history.undo', {});
    expect((await load(test)).ownQuestionSet).toMatchObject([{ content: { title: shipped.title } }]);
    await test.call('history.redo', {});
    await test.call('ownQuestionSet.remove', { id });
    expect((await load(test)).ownQuestionSet).toEqual([]);
    await test.call('history.undo', {});
    expect((await load(test)).ownQuestionSet).toMatchObject([{ content: { title: 'Stage 3 at Saltmarsh' } }]);

    const made = await test.call('questionSet.save', { content: { ...shipped, id: 'saltmarsh' } });
    expect(made.fileName).toBe(`saltmarsh ${shipped.version}.json`);
    expect(await test.call('questionSet.read', { file: made.file })).toEqual({
      fileName: made.fileName,
      content: { ...shipped, id: 'saltmarsh' },
    });
  });

  it('can be what a new workspace or a new cycle is written under, if it is of that stage', async () => {
    const test = await openCore();
    const [set] = (await load(test)).questionSet;
    if (!set) throw new Error('The workspace has no question set');
    const own = { ...set.content, id: 'saltmarsh', questions: set.content.questions.slice(2) };
    test.ports.pass(1000);
    await test.call('cycle.start', { stage: 3, signedOn: null, questionSet: own });
    expect((await load(test)).questionSet.map(({ setId }) => setId).toSorted()).toEqual(['saltmarsh', 'stage-3']);
    expect(await test.refusal('cycle.start', { stage: 2, signedOn: null, questionSet: own })).toMatchObject({
      code: 'refused-by-rule',
    });
    await test.call('workspace.create', { institution: 'Saltmarsh', stage: 3, signedOn: null, questionSet: own });
    expect((await load(test)).answer.map(({ questionKey }) => questionKey).toSorted()).toEqual(
      own.questions.map(({ key }) => key).toSorted(),
    );
    expect(
      await test.refusal('workspace.create', { institution: 'Other', stage: 1, signedOn: null, questionSet: own }),
    ).toMatchObject({ code: 'input-invalid', detail: { field: 'questionSet' } });
  });
});
