import { describe, expect, it } from 'vitest';
import { aForm, aQuestion } from '#test/helpers/forms.ts';
import stage3File from '../../resources/question-sets/stage-3.json' with { type: 'json' };
import { questionSetSchema } from './questionSet.ts';
import { compareQuestionSets } from './questionSetComparison.ts';

const stage3 = questionSetSchema.parse(stage3File);
const fates = (...forms: Parameters<typeof compareQuestionSets>) =>
  compareQuestionSets(...forms).questions.map(({ key, fate, moved }) => `${key} ${fate}${moved ? ', moved' : ''}`);

describe('two forms', () => {
  it('that are the same have nothing to tell', () => {
    const { questions, gone, stage } = compareQuestionSets(stage3, stage3);
    expect(new Set(questions.map(({ fate }) => fate))).toEqual(new Set(['unchanged']));
    expect(questions.filter(({ moved }) => moved)).toEqual([]);
    expect([gone, stage]).toEqual([[], []]);
  });

  it('are paired by key, and what is reworded, changed, new and gone is told apart', () => {
    const before = aForm([aQuestion('voice'), aQuestion('money'), aQuestion('old', { prompt: 'Rockets and moons.' })]);
    const after = aForm([
      aQuestion('voice', { prompt: 'Something else entirely.' }),
      aQuestion('money', { wordLimit: 300, asks: [{ key: 'budget', label: 'The budget' }] }),
      aQuestion('fresh', { title: 'Pathways', heading: 'Which pathways?', prompt: 'List every pathway of promotion.' }),
    ]);
    const { questions, gone } = compareQuestionSets(before, after);
    expect(fates(before, after)).toEqual(['voice reworded', 'money changed', 'fresh new']);
    expect(questions[1]?.changes).toEqual([
      'There is a limit now: 300 words.',
      'It asks for one thing more: “The budget”.',
    ]);
    expect(gone).toEqual(['old']);
  });

  it('tell which question moved, and only that one', () => {
    const [a, b, c, d] = [aQuestion('a'), aQuestion('b'), aQuestion('c'), aQuestion('d')];
    expect(fates(aForm([a, b, c, d]), aForm([d, a, b, c]))).toEqual([
      'd unchanged, moved',
      'a unchanged',
      'b unchanged',
      'c unchanged',
    ]);
  });

  it('say where questions were joined and where one was split', () => {
    const before = aForm([aQuestion('governance'), aQuestion('resourcing'), aQuestion('impact')]);
    const after = aForm([
      aQuestion('governance-and-resourcing', { comesFrom: ['governance', 'resourcing'] }),
      aQuestion('impact'),
      aQuestion('impact-evidence', { comesFrom: ['impact'] }),
    ]);
    expect(fates(before, after)).toEqual(['governance-and-resourcing joined', 'impact part', 'impact-evidence part']);
    expect(compareQuestionSets(before, after).pairs[0]?.reason).toBe(
      'This form says that it takes over from “Title of governance”.',
    );
  });

  it('are paired by their words where the key is another, with the share as the reason', () => {
    const words = {
      heading: 'How are technical staff organised here?',
      prompt: 'Describe how technical staff are organised, how many there are and who is counted.',
    };
    const before = aForm([
      aQuestion('structures', words),
      aQuestion('other', { title: 'Money', heading: 'How much?', prompt: 'Give the budget.' }),
    ]);
    const after = aForm([
      aQuestion('staffing', { ...words, title: 'Staffing' }),
      aQuestion('unlike', { title: 'Zebras', heading: 'Which?', prompt: 'Count them.' }),
    ]);
    const { pairs } = compareQuestionSets(before, after);
    expect(pairs).toMatchObject([{ from: 'structures', to: 'staffing', by: 'words' }]);
    expect(pairs[0]?.reason).toMatch(/^\d\d% of their words are the same\.$/);
  });

  it('have one review of the last plan and one plan each, whatever they are called', () => {
    const review = { kind: 'plan-review', title: 'Before' } as const;
    const before = aForm([aQuestion('rag', review), aQuestion('plan-next', { kind: 'plan' })]);
    const after = aForm([
      aQuestion('look-back', { ...review, prompt: 'Rate.' }),
      aQuestion('ahead', { kind: 'plan', heading: 'Ahead?', prompt: 'Go.' }),
    ]);
    expect(compareQuestionSets(before, after).pairs).toMatchObject([
      { from: 'rag', to: 'look-back', reason: 'Both review the last plan.' },
      { from: 'plan-next', to: 'ahead' },
    ]);
  });

  it('say what is different about the stage: horizon and windows', () => {
    const questions = [aQuestion('a')];
    const { stage } = compareQuestionSets(
      aForm(questions),
      aForm(questions, { planMonths: 48, windows: [{ month: 6, day: 30 }] }),
    );
    expect(stage).toEqual([
      'It asks for a plan of 48 months; it was 36. The dates of your plan stay as they are.',
      'The submission windows are others. The due date stays as it is.',
    ]);
  });
});
