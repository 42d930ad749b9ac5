import fc from 'fast-check';
import type { Facts } from '#shared/model/facts.ts';
import type { Fact } from '#shared/model/questionSet.ts';
import type { RichText } from '#shared/model/richText.ts';
import type { Cycle, Evidence, Institution, Signatory, Voice } from '#shared/model/tables.ts';
import {
  answerStateSchema,
  carryingKinds,
  consents,
  lineageKinds,
  themes,
  usualEvidenceKinds,
  voiceChannels,
} from '#shared/model/words.ts';
import { anyRichText } from './anyRichText.ts';
import { type GivenAction, givenActions, hostileText, writePlan } from './hostilePlan.ts';
import type { TestCore } from './openCore.ts';

/** What a workspace of one cycle says: any part of it blank, any text one that breaks documents. */
export interface GivenWorkspace {
  readonly institution: Partial<Institution>;
  readonly brief: Cycle['brief'];
  readonly signatories: readonly Pick<Signatory, 'role' | 'name' | 'title'>[];
  readonly lastPlan: readonly GivenAction[];
  readonly newPlan: readonly GivenAction[];
  /** By the place of the question, again from the start where there are more. */
  readonly answers: readonly { readonly content: RichText; readonly state: 'empty' | 'draft' | 'ready' }[];
  readonly facts: readonly string[];
  readonly voice: readonly Omit<Voice, 'id' | 'number'>[];
  readonly evidence: readonly Omit<Evidence, 'id' | 'number' | 'attachmentId'>[];
  /** What the institution calls the kind *other*. */
  readonly otherKind: string;
  readonly lineage: readonly { readonly kind: (typeof lineageKinds)[number]; readonly reason: string }[];
}

/** Places where a document is not a text: what stands here is read as an address, a name or a direction. */
const addresses = [
  'javascript:alert(1)',
  'java\u0000script:alert(1)',
  'data:text/html,<script>1</script>',
  'https://example.org/a?b=1&c="2"<3>',
  'https://[::1',
  'https://exämple.org/ä b',
  'mailto:a@b.example?subject=x&y',
  'https://',
  '//example.org',
  'file:///etc/passwd',
] as const;

const longWords = 'The workshop keeps its own record of each hour. ';
const hostileWords = fc.oneof(
  { weight: 5, arbitrary: hostileText },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '\u202eright to left\u202c',
      '\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627',
      '\ud800',
      'a\udfff\ud83d',
      '\u200b',
      '\u200d\ufeff\u2060',
      '\u00a0',
      '🧑🏽‍🔬🏴\u{e0067}\u{e0062}\u{e007f}',
      ']]>',
      'CURRENT',
      'w:tbl place="0"',
      ...addresses,
    ),
  },
);
const line = hostileWords.map((text) => text.slice(0, 400));
const address = fc.oneof(fc.constant(''), fc.constantFrom(...addresses), line);
const day = fc.constantFrom(null, '2026-02-28', '1899-12-31', '2107-06-30');
const some = <Value>(value: fc.Arbitrary<Value>, maxLength: number) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant<Value[]>([]) },
    { weight: 3, arbitrary: fc.array(value, { maxLength }) },
  );

const answer: fc.Arbitrary<RichText> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<RichText>({ type: 'doc', content: [{ type: 'paragraph' }] }) },
  { weight: 8, arbitrary: anyRichText },
  {
    weight: 1,
    arbitrary: fc.constantFrom(' ', '', '\n').map(
      (join): RichText => ({
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [{ type: 'text', text: `${longWords}${join}`.repeat(2_100).slice(0, 100_000) }],
          },
        ],
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(address, line).map(
      ([href, text]): RichText => ({
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: text === '' ? '\u200b' : text, marks: [{ type: 'link', attrs: { href } }] },
            ],
          },
        ],
      }),
    ),
  },
);

export const anyWorkspace: fc.Arbitrary<GivenWorkspace> = fc.record({
  institution: fc.record(
    {
      name: line,
      shortName: line,
      technicianWord: line,
      leaderTitle: line,
      contactName: line,
      contactRole: line,
      contactEmail: fc.oneof(line, fc.constantFrom('a b@c', 'lead@eastmere.example', '"<x>"@y', 'javascript:1')),
      contactTelephone: line,
      website: address,
      logoAlternativeText: line,
      themeWords: fc.record({ visibility: line, recognition: line }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  ),
  brief: fc.record({
    askedOfSignatory: hostileWords,
    changedSinceLastTime: hostileWords,
    risks: fc.array(hostileWords, { maxLength: 3 }),
    budget: hostileWords,
  }),
  signatories: some(fc.record({ role: line, name: line, title: line }), 6),
  lastPlan: givenActions,
  newPlan: givenActions,
  answers: fc.array(fc.record({ content: answer, state: fc.constantFrom(...answerStateSchema.options) }), {
    minLength: 1,
    maxLength: 9,
  }),
  facts: fc.array(fc.oneof(line, address), { minLength: 1, maxLength: 12 }),
  voice: some(
    fc.record({
      heardOn: day,
      channel: fc.constantFrom(...voiceChannels),
      groupName: line,
      personName: line,
      asked: fc.constantFrom(null, 0, 214),
      replied: fc.constantFrom(null, 0, 148),
      kind: fc.constantFrom('quote', 'summary'),
      words: hostileWords,
      consent: fc.constantFrom(...consents),
      themes: fc.subarray([...themes]),
      changed: hostileWords,
      whyNot: hostileWords,
      binned: fc.constant(false),
    }),
    4,
  ),
  evidence: some(
    fc.record({
      kind: fc.constantFrom(...usualEvidenceKinds),
      title: line,
      description: hostileWords,
      url: address,
      datedOn: day,
      staleAfter: fc.constant(null),
      binned: fc.constant(false),
    }),
    4,
  ),
  otherKind: line,
  lineage: some(fc.record({ kind: fc.constantFrom(...lineageKinds), reason: line }), 4),
});

/** Makes the open workspace of one cycle say just this. */
export function writeWorkspace(test: TestCore, cycle: Cycle, given: GivenWorkspace): void {
  clear(test, ['lineage', 'link', 'voice', 'evidence', 'signatory']);
  const lastIds = writePlan(test, cycle.lastPlanId, given.lastPlan);
  const newIds = writePlan(test, cycle.newPlanId, given.newPlan);
  test.services.change('Wrote a workspace', ({ rows, ports }) => {
    for (const { id } of rows.all('institution'))
      rows.update('institution', id, { ...blankInstitution, ...given.institution });
    rows.update('cycle', cycle.id, { brief: given.brief });
    given.signatories.forEach((signatory, index) => {
      rows.insert('signatory', { id: ports.newId(), position: index + 1, ...signatory });
    });
    const voice = given.voice.map((entry, index) => ({ id: ports.newId(), number: index + 1, ...entry }));
    const evidence = given.evidence.map((item, index) => ({
      id: ports.newId(),
      number: index + 1,
      attachmentId: null,
      ...item,
    }));
    for (const { id } of rows.all('evidenceKind', { key: 'other' }))
      rows.update('evidenceKind', id, { title: given.otherKind });
    for (const row of voice) rows.insert('voice', row);
    for (const row of evidence) rows.insert('evidence', row);
    given.lineage.slice(0, lastIds.length).forEach(({ kind, reason }, index) => {
      const carries = carryingKinds.some((carrying) => carrying === kind);
      const toActionId = carries ? (newIds[index] ?? null) : null;
      if (carries && toActionId === null) return;
      rows.insert('lineage', { id: ports.newId(), fromActionId: lastIds[index] ?? '', toActionId, kind, reason });
    });
    const link = (sourceKind: 'voice' | 'evidence', sourceId: string, targetKind: 'action' | 'theme', target: string) =>
      rows.insert('link', { id: ports.newId(), sourceKind, sourceId, targetKind, target });
    for (const { id } of voice) {
      for (const target of [lastIds[0], newIds[0]]) if (target !== undefined) link('voice', id, 'action', target);
    }
    for (const { id } of evidence) {
      if (newIds[0] !== undefined) link('evidence', id, 'action', newIds[0]);
      link('evidence', id, 'theme', 'visibility');
    }
    const asked = rows.get('questionSet', cycle.questionSetId).content.questions;
    rows.all('answer', { cycleId: cycle.id }).forEach(({ id, questionKey }, index) => {
      const answered = given.answers[index % given.answers.length];
      if (answered === undefined) return;
      const { content, state } = answered;
      const facts = asked.find(({ key }) => key === questionKey)?.facts ?? [];
      rows.update('answer', id, { content: cited(content, voice[0]?.id), state, facts: factsOf(facts, given.facts) });
    });
  });
}

const blankInstitution = {
  name: '',
  shortName: '',
  technicianWord: '',
  leaderTitle: '',
  contactName: '',
  contactRole: '',
  contactEmail: '',
  contactTelephone: '',
  website: '',
  themeWords: {},
} as const;

function clear(
  { services }: TestCore,
  tables: readonly ('lineage' | 'link' | 'voice' | 'evidence' | 'signatory')[],
): void {
  services.change('Cleared the workspace', ({ rows }) => {
    for (const table of tables) for (const { id } of rows.all(table)) rows.remove(table, id);
  });
}

/** The citation of the fixture's own voice entry, of one that this workspace has. */
function cited(content: RichText, voiceId: string | undefined): RichText {
  if (voiceId === undefined) return content;
  return JSON.parse(JSON.stringify(content).replaceAll('"voice-survey"', JSON.stringify(voiceId))) as RichText;
}

function factsOf(asked: readonly Fact[], texts: readonly string[]): Facts {
  let used = 0;
  const next = (): string => {
    used += 1;
    return texts[used % texts.length] ?? '';
  };
  return Object.fromEntries(
    asked.map((fact) => [
      fact.key,
      fact.kind === 'table'
        ? Array.from({ length: texts.length % 3 }, () =>
            Object.fromEntries(fact.columns.map(({ key }) => [key, next()])),
          )
        : next(),
    ]),
  );
}
