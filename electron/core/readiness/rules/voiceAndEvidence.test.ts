import { describe, expect, it } from 'vitest';
import type { Voice } from '#shared/model/tables.ts';
import { draftAction, draftEvidence, draftVoice, emptyDraft, withNewActions } from '#test/helpers/readinessDraft.ts';
import type { Draft } from '../draft.ts';
import { staleEvidence } from './evidence.ts';
import {
  citedInternalVoice,
  citedSourceGone,
  citedVoiceOfSmallGroup,
  citedVoiceWithoutName,
  noVoice,
  voiceOfSmallGroup,
  voiceThemeWithoutAction,
  voiceWithoutChange,
} from './voice.ts';

const targets = (items: readonly { readonly target: string }[]) => items.map(({ target }) => target);

describe('technician voice', () => {
  it('is to be heard at all', () => {
    expect(noVoice(emptyDraft())).toMatchObject([{ weight: 'must' }]);
    expect(noVoice(emptyDraft({ voice: [draftVoice(1)] }))).toEqual([]);
  });

  it('has a change because of it, or a reason why not', () => {
    const voice = [draftVoice(1), draftVoice(2, { changed: 'A fund' }), draftVoice(3, { whyNot: 'No space' })];
    expect(targets(voiceWithoutChange(emptyDraft({ voice })))).toEqual(['/voice/voice 1']);
  });

  it('of fewer than five people is quoted with care', () => {
    const voice = [
      draftVoice(1, { kind: 'quote', replied: 4 }),
      draftVoice(2, { kind: 'quote', replied: 5 }),
      draftVoice(3, { kind: 'summary', replied: 4 }),
      draftVoice(4, { kind: 'quote', replied: 4, consent: 'named' }),
      draftVoice(5, { kind: 'quote' }),
      draftVoice(6, { kind: 'quote', asked: 3 }),
    ];
    expect(targets(voiceOfSmallGroup(emptyDraft({ voice })))).toEqual(['/voice/voice 1', '/voice/voice 6']);
  });

  it('raises themes that some action answers, each listed once', () => {
    const voice = [
      draftVoice(1, { themes: ['recognition', 'visibility'] }),
      draftVoice(2, { themes: ['recognition'] }),
    ];
    const draft = { ...withNewActions([draftAction('N1', { themes: ['visibility'] })]), voice };
    expect(voiceThemeWithoutAction(draft)).toMatchObject([{ target: '/voice/voice 1' }]);
  });

  const citing = (voice: readonly Voice[]): Draft => {
    const draft = emptyDraft({ voice });
    const cite = (id: string) => ({ type: 'citation', attrs: { kind: 'voice', id } }) as const;
    const content = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [...voice.map(({ id }) => cite(id)), cite('voice 1')] }],
    } as const;
    const answers = draft.answers.map((each) =>
      each.question.key === 'evidence-of-impact' ? { ...each, answer: { ...each.answer, content } } : each,
    );
    return { ...draft, answers };
  };

  it('that may not be quoted outside is not cited in an answer', () => {
    expect(citedInternalVoice(citing([draftVoice(1, { consent: 'internal' }), draftVoice(2)]))).toMatchObject([
      { weight: 'must', target: '/question/evidence-of-impact' },
    ]);
  });

  it('that is cited and no longer there is asked for, once for each answer', () => {
    const draft = citing([draftVoice(1), draftVoice(2)]);
    expect(citedSourceGone(draft)).toEqual([]);
    expect(citedSourceGone({ ...draft, voice: [] })).toMatchObject([
      { weight: 'must', message: 'Evidence of impact cites 2 sources that are no longer there' },
    ]);
  });

  it('that is quoted in an answer is warned of where its group is small or the name that it may carry is not kept', () => {
    const draft = citing([
      draftVoice(1, { kind: 'quote', replied: 4 }),
      draftVoice(2, { kind: 'quote', replied: 40 }),
      draftVoice(3, { kind: 'quote', consent: 'named', groupName: 'Foundry' }),
      draftVoice(4, { kind: 'quote', consent: 'named', personName: 'Ada Holt' }),
    ]);
    expect(citedVoiceOfSmallGroup(draft)).toMatchObject([{ weight: 'should', target: '/voice/voice 1' }]);
    expect(citedVoiceWithoutName(draft)).toMatchObject([{ weight: 'look', target: '/voice/voice 3' }]);
  });
});

describe('evidence', () => {
  it('is stale from the day after its date', () => {
    const evidence = [
      draftEvidence(1, { staleAfter: '2026-11-20' }),
      draftEvidence(2, { staleAfter: '2026-11-21' }),
      draftEvidence(3),
    ];
    expect(staleEvidence(emptyDraft({ evidence }))).toMatchObject([
      { message: 'Evidence 1 was good until 20 November 2026', target: '/evidence/evidence 1' },
    ]);
  });
});
