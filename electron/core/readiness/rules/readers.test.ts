import { describe, expect, it } from 'vitest';
import type { Redaction } from '#shared/model/redaction.ts';
import { draftAction, draftVoice, emptyDraft, withNewActions } from '#test/helpers/readinessDraft.ts';
import type { Draft } from '../draft.ts';
import { unexplainedAcronyms } from './acronyms.ts';
import { frameworkItemsWithoutAnything } from './frameworkCoverage.ts';
import { namesOnPublicPage } from './namesInPublic.ts';
import { longAnswers } from './wordLimits.ts';

const messages = (items: readonly { readonly message: string }[]) => items.map(({ message }) => message);

function answered(draft: Draft, key: string, plainText: string, words = 0): Draft {
  const answers = draft.answers.map((each) =>
    each.question.key === key ? { ...each, answer: { ...each.answer, plainText, words } } : each,
  );
  return { ...draft, answers };
}

describe('acronyms', () => {
  it('are listed where they are used first, one finding for a question or an action', () => {
    const plan = withNewActions([
      draftAction('V1', { text: 'Report to HESA and the NTDC' }),
      draftAction('V2', { text: 'Ask the NTDC again', lead: 'DVCR' }),
    ]);
    const found = unexplainedAcronyms(answered(plan, 'evidence-of-impact', 'As NTDC says'));
    expect(found.map(({ message, target }) => [message, target])).toEqual([
      ['Not explained anywhere (NTDC): Evidence of impact', '/question/evidence-of-impact'],
      ['Not explained anywhere (HESA): V1', '/new-plan/V1/text'],
      ['Not explained anywhere (DVCR): V2', '/new-plan/V2/text'],
    ]);
    expect(found.every(({ weight }) => weight === 'look')).toBe(true);
  });

  it('are explained in any part that is printed, and not in what stays inside', () => {
    const plan = withNewActions([draftAction('V1', { text: 'Report to HESA' })]);
    const explaining = 'the Higher Education Statistics Agency (HESA)';
    expect(unexplainedAcronyms(answered(plan, 'evidence-of-impact', explaining))).toEqual([]);
    expect(unexplainedAcronyms({ ...plan, voice: [draftVoice(1, { words: explaining })] })).toEqual([]);
    const inside = draftVoice(1, { words: explaining, consent: 'internal' });
    expect(unexplainedAcronyms({ ...plan, voice: [inside] })).toHaveLength(1);
  });

  it('are none where the institution, a framework or a reference of the plan is meant', () => {
    const framework = { id: 'f', position: 1, title: 'FCTN priorities', description: '', binned: false };
    const item = { id: 'i', frameworkId: 'f', position: 1, code: 'AB1', title: 'People', binned: false };
    const draft: Draft = {
      ...withNewActions([draftAction('CD1', { text: 'With FCTN, for EMU: AB1 and CD1' })]),
      frameworks: [{ ...framework, items: [item] }],
    };
    expect(messages(unexplainedAcronyms(draft))).toEqual(['Not explained anywhere (EMU): CD1']);
    const institution = {
      name: 'Eastmere University',
      shortName: 'EMU',
      technicianWord: '',
      themeWords: {},
      profile: '',
    };
    expect(unexplainedAcronyms({ ...draft, institution: institution as Draft['institution'] })).toEqual([]);
  });
});

describe('names on the public page', () => {
  const item = (was: string, target: string, kind: Redaction['kind'] = 'name'): Redaction => ({
    key: `key of ${was}`,
    kind,
    was,
    becomes: 'a member of staff',
    places: [
      { where: 'New plan, V1, lead', target, excerpt: '' },
      { where: 'New plan, V2, lead', target: `${target}2`, excerpt: '' },
    ],
    mayStay: true,
    stays: false,
  });

  it('are listed one by one, each with the way to the review', () => {
    const publicPage = [item('Ann Lee', '/new-plan/a/lead'), item('3 technicians', '/new-plan/a/text', 'count')];
    expect(namesOnPublicPage(emptyDraft({ publicPage }))).toMatchObject([
      {
        weight: 'look',
        message: '“Ann Lee” is named in what the public page shows: New plan, V1, lead and 1 other place',
        reason: expect.stringContaining('“a member of staff” until'),
        target: '/sign-off/web-review/key of Ann Lee',
      },
    ]);
  });

  it('do not count the contact, who is to be named', () => {
    const contact = {
      ...item('Rowan Ellis', '/institution'),
      places: [{ where: 'Contact, name', target: '/institution', excerpt: '' }],
    };
    expect(namesOnPublicPage(emptyDraft({ publicPage: [contact] }))).toEqual([]);
  });

  it('that were not looked for are not said to be absent', () => {
    expect(namesOnPublicPage(emptyDraft({ publicPage: null }))).toMatchObject([{ rule: 'names-not-looked-for' }]);
  });
});

describe('a framework', () => {
  it('is asked about where some of its items are served and others are not', () => {
    const item = (id: string) => ({ id, frameworkId: 'f', position: 1, code: id, title: '', binned: false });
    const framework = { id: 'f', position: 1, title: 'Network', description: '', binned: false };
    const draft: Draft = {
      ...withNewActions([draftAction('V1')]),
      frameworks: [{ ...framework, items: [item('1'), item('2'), item('3')] }],
    };
    expect(frameworkItemsWithoutAnything(draft)).toEqual([]);
    const link = (source: string, target: string) => ({
      ...{ id: `${source} ${target}`, sourceKind: 'frameworkItem', sourceId: source },
      ...{ targetKind: 'action', target },
    });
    const links = [link('1', 'V1'), link('2', 'an action in the bin')] as Draft['links'];
    expect(messages(frameworkItemsWithoutAnything({ ...draft, links }))).toEqual([
      'Network: nothing is mapped to 2 of 3 items (2; 3)',
    ]);
  });
});

describe('an answer', () => {
  it('without a limit is looked at from some four pages on', () => {
    const draft = (words: number) => answered(emptyDraft(), 'evidence-of-impact', '', words);
    expect(longAnswers(draft(2_000))).toEqual([]);
    expect(longAnswers(draft(2_001))).toMatchObject([{ weight: 'look', rule: 'long-answer' }]);
  });
});
