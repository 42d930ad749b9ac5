import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { questionSetSchema } from '#shared/model/questionSet.ts';
import { richTextFromParagraphs } from '#shared/model/richText.ts';
import type { Answer, Cycle } from '#shared/model/tables.ts';
import stage1File from '../../../resources/question-sets/stage-1.json' with { type: 'json' };
import stage2File from '../../../resources/question-sets/stage-2.json' with { type: 'json' };
import { useWorkspace } from '../../stores/workspace.ts';
import { showPlans } from '../plan/plansOnScreen.testing.ts';
import { EarlierAnswers } from './EarlierAnswers.tsx';
import { earlierAnswers } from './earlierAnswers.ts';

const stage1 = questionSetSchema.parse(stage1File);
const stage2 = questionSetSchema.parse(stage2File);
const long = `${'Technicians sit on the board. '.repeat(20)}The last words of all.`;
const anAnswer = (questionKey: string, text: string, cycleId = 'before'): Answer => ({
  id: `${cycleId} ${questionKey}`,
  cycleId,
  questionKey,
  content: richTextFromParagraphs(text),
  plainText: text,
  words: text === '' ? 0 : text.split(' ').length,
  facts: {},
  state: 'draft',
  editedAt: null,
});
afterEach(cleanup);

test('a question leads to the answer that it takes over from, and to what is not asked any more', () => {
  const taken = {
    ...stage2,
    questions: stage2.questions.map((question) =>
      question.key === 'evidence-of-impact' ? { ...question, comesFrom: ['progress-since-signing'] } : question,
    ),
  };
  const answers = new Map(
    ['progress-since-signing', 'technician-voice', 'profile'].map((key) => [
      key,
      anAnswer(key, key === 'profile' ? '' : long),
    ]),
  );
  const { same, gone } = earlierAnswers('evidence-of-impact', taken, stage1, answers);
  expect(same.map(({ answer }) => answer.questionKey)).toEqual(['progress-since-signing']);
  expect(gone.map(({ answer }) => answer.questionKey)).toEqual(['technician-voice']);
});

test('at Stage 2 every answer of Stage 1 can be read to its last word', async () => {
  showPlans({ actions: [] });
  const [cycle] = useWorkspace.getState().rows.cycle.values();
  const present = anAnswer('technical-staff-structures', 'Now', 'cycle');
  const earlier = [anAnswer('technical-staff-structures', long), anAnswer('technician-voice', `Voice. ${long}`)];
  useWorkspace.setState((state) => ({
    rows: {
      ...state.rows,
      cycle: new Map([
        ['cycle', { ...(cycle as Cycle), stage: 2 }],
        [
          'before',
          { ...(cycle as Cycle), id: 'before', stage: 1, questionSetId: 'one', createdAt: '2022-01-01T09:00:00.000Z' },
        ],
      ]),
      questionSet: new Map([
        ['set', { id: 'set', setId: stage2.id, version: '1', stage: 2, content: stage2 }],
        ['one', { id: 'one', setId: stage1.id, version: '1', stage: 1, content: stage1 }],
      ]),
      answer: new Map([present, ...earlier].map((each) => [each.id, each])),
    },
  }));
  render(<EarlierAnswers questionKey="technical-staff-structures" answer={present} inEditor={null} />);
  expect(screen.getByRole('heading', { name: /^Your answer at Stage 1/ })).toBeTruthy();
  expect(screen.queryByText(/The last words of all/)).toBeNull();
  const [first, second] = screen.getAllByRole('button', { name: /^Show all of the answer to/, hidden: true });
  await userEvent.click(first as HTMLElement);
  expect(screen.getAllByText(/The last words of all\./)).toHaveLength(1);
  await userEvent.click(second as HTMLElement);
  expect(screen.getByText(/^Voice\. .*The last words of all\.$/)).toBeTruthy();
});
