import { join } from 'node:path';
import { loadQuestionSets } from '#core/cycle/questionSets.ts';
import type { ChannelInput, ChannelOf } from '#shared/contract/contract.ts';
import { gridScreens, plainGridView } from '#shared/model/gridView.ts';
import { ownCopyOf } from '#shared/model/ownQuestionSet.ts';
import type { Question, QuestionSet } from '#shared/model/questionSet.ts';
import { richTextFromParagraphs } from '#shared/model/richText.ts';
import type { Row, TableName } from '#shared/model/tables.ts';
import { carryingKinds, consents, rags, signOffSteps, themes } from '#shared/model/words.ts';

/** What an input is made from: the rows there are by then, and what chance gave. */
export interface Chance {
  readonly rows: <Table extends TableName>(table: Table) => readonly Row<Table>[];
  /** Chooses among things; the same number always chooses the same. */
  readonly pick: number;
  readonly text: string;
  readonly number: number;
  readonly today: string;
}

/** Every command but undo and redo. A command that joins the contract does not compile until it has its line here. */
export type Command = Exclude<ChannelOf<'command'>, 'history.undo' | 'history.redo'>;
type Inputs = { readonly [Name in Command]: (chance: Chance) => ChannelInput<Name> };

/** An id that no row has, so that a command on nothing is tried too, and refused. */
const nobody = 'ffffffff-ffff-4fff-8fff-ffffffffffff';

function one<Table extends TableName>({ rows, pick }: Chance, table: Table, skip = 0): Row<Table> | undefined {
  const all = rows(table);
  return all[(pick + skip) % Math.max(1, all.length)];
}
const idOf = (chance: Chance, table: TableName, skip = 0): string => one(chance, table, skip)?.id ?? nobody;
const among = <Value>(values: readonly Value[], { pick }: Chance): Value => values[pick % values.length] as Value;
const planOf = (chance: Chance, which: 'lastPlanId' | 'newPlanId'): string => one(chance, 'cycle')?.[which] ?? nobody;
const actionOf = (chance: Chance, planId: string, skip = 0): string => {
  const all = chance.rows('action').filter((action) => action.planId === planId);
  return all[(chance.pick + skip) % Math.max(1, all.length)]?.id ?? nobody;
};
const lastAction = (chance: Chance, skip = 0): string => actionOf(chance, planOf(chance, 'lastPlanId'), skip);
const newAction = (chance: Chance): string => actionOf(chance, planOf(chance, 'newPlanId'));

/** Where everything is undone there is no set to copy. */
const [shippedSet] = loadQuestionSets(join(import.meta.dirname, '../../resources')) as [QuestionSet];

/** An input for each command, mostly one that is taken. */
export const commandInputs: Inputs = {
  'institution.edit': ({ pick, text }) => ({
    fields: pick % 2 ? { name: text } : { profile: text, themeWords: { visibility: text } },
  }),
  'signatory.add': ({ text }) => ({ fields: { role: text, name: 'Ada', title: '' } }),
  'signatory.edit': (chance) => ({ id: idOf(chance, 'signatory'), fields: { name: chance.text } }),
  'signatory.remove': (chance) => ({ id: idOf(chance, 'signatory') }),
  'staffNumber.add': ({ text, number }) => ({
    fields: { countedOn: null, count: number, basis: 'fte', definition: text, source: '' },
  }),
  'staffNumber.edit': (chance) => ({ id: idOf(chance, 'staffNumber'), fields: { count: chance.number } }),
  'staffNumber.remove': (chance) => ({ id: idOf(chance, 'staffNumber') }),
  'cycle.start': ({ pick }) => ({ stage: 1 + (pick % 3), signedOn: '2020-09-14' }),
  'cycle.edit': (chance) => ({
    id: idOf(chance, 'cycle'),
    fields: {
      dueOn: chance.pick % 2 ? '2027-07-31' : '2027-01-31',
      brief: { askedOfSignatory: chance.text, changedSinceLastTime: '', risks: [chance.text], budget: '' },
    },
  }),
  'cycle.extend': (chance) => ({ id: idOf(chance, 'cycle') }),
  'answer.putBack': (chance) => ({ id: idOf(chance, 'answer'), content: richTextFromParagraphs(chance.text) }),
  'questionSet.move': (chance) => {
    const cycle = one(chance, 'cycle');
    const set = chance.rows('questionSet').find(({ id }) => id === cycle?.questionSetId)?.content ?? shippedSet;
    const [first, ...others] = set.questions as [Question, ...Question[]];
    const wanted = `moved-${chance.pick % 3}`;
    const movedKey = others.some(({ key }) => key === wanted) ? first.key : wanted;
    // Another order and other words, and the first question away where chance says so.
    const questions = [
      ...others.map((question, index) =>
        index === chance.pick % 4 ? { ...question, prompt: `Tell: ${chance.text}` } : question,
      ),
      { ...first, key: movedKey, comesFrom: [first.key] },
    ];
    return {
      cycleId: cycle?.id ?? nobody,
      content: { ...set, version: `2030.${chance.pick}`, questions },
      destinations: others.map(({ key }) => ({
        from: key,
        to: chance.pick % 2 ? [key] : [key, movedKey],
      })),
    };
  },
  'ownQuestionSet.add': (chance) => {
    const set = one(chance, 'questionSet')?.content ?? shippedSet;
    return { content: ownCopyOf(set) };
  },
  'ownQuestionSet.edit': (chance) => {
    const own = one(chance, 'ownQuestionSet');
    const set = one(chance, 'questionSet')?.content ?? shippedSet;
    return {
      id: own?.id ?? nobody,
      content: { ...(own?.content ?? ownCopyOf(set)), title: chance.text },
      what: 'Wrote the title',
      typing: chance.pick % 2 === 0,
    };
  },
  'ownQuestionSet.remove': (chance) => ({ id: idOf(chance, 'ownQuestionSet') }),
  'answer.write': (chance) => ({ id: idOf(chance, 'answer'), content: richTextFromParagraphs(chance.text) }),
  'answer.setFacts': (chance) => ({
    id: idOf(chance, 'answer'),
    facts: { url: chance.text, rows: [{ name: chance.text }] },
  }),
  'answer.setState': (chance) => ({
    id: chance.rows('answer').find(({ words }) => words > 0)?.id ?? idOf(chance, 'answer'),
    state: chance.pick % 3 ? 'ready' : 'draft',
  }),
  'ask.tick': (chance) => {
    const answers = chance.rows('answer');
    const asked = chance
      .rows('questionSet')
      .flatMap(({ content }) =>
        content.questions.map((question) => ({ key: question.key, ask: question.asks[0]?.key })),
      )
      .filter(({ ask }) => ask !== undefined);
    const { key, ask = '' } = asked[chance.pick % Math.max(1, asked.length)] ?? {};
    const answer = answers.find(({ questionKey }) => questionKey === key);
    return { answerId: answer?.id ?? nobody, askKey: ask, ticked: chance.pick % 3 > 0 };
  },
  'plan.edit': (chance) => ({
    id: idOf(chance, 'plan'),
    fields: chance.pick % 2 ? { title: chance.text } : { startsOn: '2026-01-01', endsOn: '2028-12-31', months: 36 },
  }),
  'action.add': (chance) => ({
    planId: planOf(chance, chance.pick % 2 ? 'newPlanId' : 'lastPlanId'),
    fields: { ref: `V${chance.pick}`, text: chance.text, themes: [among(themes, chance)], dueText: 'March 2027' },
  }),
  'action.edit': (chance) => ({
    id: idOf(chance, 'action'),
    fields: chance.pick % 2 ? { text: chance.text } : { dueText: chance.text, lead: chance.text },
  }),
  'action.move': (chance) => ({
    ids: [lastAction(chance), lastAction(chance, 2)],
    before: chance.pick % 4 ? lastAction(chance, 1) : null,
  }),
  'action.change': (chance) => ({
    planId: planOf(chance, 'lastPlanId'),
    kind: among(['write', 'paste', 'fill', 'clear', 'cut', 'change', 'renumber', 'duplicate'] as const, chance),
    changes: [
      {
        id: lastAction(chance),
        fields: { text: chance.text, dueText: 'March 2027' },
        rating: { rag: among([...rags, null], chance) },
      },
      { id: lastAction(chance, 1), fields: { themes: [among(themes, chance)] } },
    ],
    added: [{ fields: { text: chance.text }, rating: { progress: chance.text } }, { fields: {} }],
    before: chance.pick % 2 ? lastAction(chance) : null,
  }),
  'action.bin': (chance) => ({ ids: [idOf(chance, 'action'), idOf(chance, 'action', 1)] }),
  'action.unbin': (chance) => ({ ids: [idOf(chance, 'action')] }),
  'rating.give': (chance) => ({
    actionIds: [lastAction(chance), lastAction(chance, 1)],
    ...(chance.pick % 2 ? { rag: among([...rags, null], chance) } : { progress: chance.text }),
    ...(chance.pick % 5 ? {} : { explanation: chance.text, ratedOn: '2026-01-15' }),
  }),
  'lineage.decide': (chance) => ({
    actionIds: [lastAction(chance)],
    kind: among(['done', 'business-as-usual', 'superseded', 'dropped'], chance),
    reason: `Because of ${chance.text}`,
  }),
  'lineage.carryForward': (chance) => ({
    fromActionIds: chance.pick % 4 ? [lastAction(chance)] : [lastAction(chance), lastAction(chance, 1)],
    toPlanId: planOf(chance, 'newPlanId'),
    kind: chance.pick % 4 ? among(['continued', 'extended', 'split'], chance) : 'merged',
    fields: { text: chance.text },
  }),
  'lineage.carryEach': (chance) => ({
    fromActionIds: [lastAction(chance), lastAction(chance, 1)],
    toPlanId: planOf(chance, 'newPlanId'),
  }),
  'lineage.split': (chance) => ({
    fromActionId: lastAction(chance),
    toPlanId: planOf(chance, 'newPlanId'),
    into: [{ text: chance.text }, { ref: 'B' }],
  }),
  'lineage.join': (chance) => ({
    fromActionId: lastAction(chance),
    toActionId: newAction(chance),
    kind: among(carryingKinds, chance),
  }),
  'lineage.remove': (chance) => ({ id: idOf(chance, 'lineage') }),
  'owner.rename': (chance) => ({ from: one(chance, 'action')?.lead.trim() || 'Ada', to: `${chance.pick} of us` }),
  'readiness.dismiss': (chance) => ({
    cycleId: idOf(chance, 'cycle'),
    findings: [{ rule: 'no-measure', target: `/new-plan/${newAction(chance)}/successMeasure` }],
    reason: `Because ${chance.text}`,
  }),
  'readiness.restore': (chance) => ({ id: idOf(chance, 'dismissal') }),
  'view.save': (chance) => ({
    screen: among(gridScreens, chance),
    name: `View ${chance.pick % 3}`,
    content: { ...plainGridView, search: chance.text },
  }),
  'view.remove': (chance) => ({ id: idOf(chance, 'savedView') }),
  'voice.add': (chance) => ({ fields: { words: chance.text, consent: among(consents, chance), asked: 12 } }),
  'voice.edit': (chance) => ({
    id: idOf(chance, 'voice'),
    fields: { changed: chance.text, themes: [among(themes, chance)] },
  }),
  'voice.change': (chance) => ({
    kind: 'paste',
    changes: [{ id: idOf(chance, 'voice'), fields: { words: chance.text } }],
    added: [{ fields: { words: chance.text } }],
  }),
  'voice.bin': (chance) => ({ ids: [idOf(chance, 'voice')] }),
  'voice.unbin': (chance) => ({ ids: [idOf(chance, 'voice')] }),
  'evidence.add': (chance) => ({ fields: { title: chance.text, url: 'https://example.org/', datedOn: '2026-05-01' } }),
  'evidence.edit': (chance) => ({ id: idOf(chance, 'evidence'), fields: { description: chance.text } }),
  'evidence.change': (chance) => ({
    kind: 'fill',
    changes: [{ id: idOf(chance, 'evidence'), fields: { title: chance.text } }],
    added: [{ fields: { title: chance.text } }],
  }),
  'evidence.setFile': (chance) => ({ id: idOf(chance, 'evidence'), attachmentId: null }),
  'evidenceKind.add': ({ pick, text }) => ({ title: `Kind ${pick} ${text}` }),
  'evidenceKind.edit': (chance) => ({
    id: idOf(chance, 'evidenceKind'),
    ...(chance.pick % 2 ? { title: `Renamed ${chance.pick}` } : { retired: chance.pick % 3 > 0 }),
  }),
  'evidence.bin': (chance) => ({ ids: [idOf(chance, 'evidence')] }),
  'evidence.unbin': (chance) => ({ ids: [idOf(chance, 'evidence')] }),
  'link.add': (chance) => {
    const sourceKind = among(['voice', 'evidence', 'frameworkItem'] as const, chance);
    const source = { sourceKind, sourceId: idOf(chance, sourceKind) };
    return chance.pick % 2
      ? { ...source, targetKind: 'theme', target: among(themes, chance) }
      : { ...source, targetKind: 'action', target: idOf(chance, 'action') };
  },
  'link.remove': (chance) => ({ id: idOf(chance, 'link') }),
  'framework.add': ({ pick, text }) => ({ title: `Framework ${pick}`, description: text }),
  'framework.edit': (chance) => ({ id: idOf(chance, 'framework'), description: chance.text }),
  'framework.move': (chance) => ({
    id: idOf(chance, 'framework'),
    before: chance.pick % 2 ? idOf(chance, 'framework', 1) : null,
  }),
  'framework.bin': (chance) => ({ id: idOf(chance, 'framework') }),
  'framework.unbin': (chance) => ({ id: idOf(chance, 'framework') }),
  'frameworkItem.add': (chance) => ({
    frameworkId: idOf(chance, 'framework'),
    code: '1',
    title: `Item ${chance.text}`,
  }),
  'frameworkItem.edit': (chance) => ({ id: idOf(chance, 'frameworkItem'), code: chance.text }),
  'frameworkItem.move': (chance) => {
    const own = chance.rows('frameworkItem').filter(({ frameworkId }) => frameworkId === idOf(chance, 'framework'));
    const place = (skip: number): string => own[(chance.pick + skip) % Math.max(1, own.length)]?.id ?? nobody;
    return { id: place(0), before: chance.pick % 2 ? place(1) : null };
  },
  'frameworkItem.bin': (chance) => ({ ids: [idOf(chance, 'frameworkItem')] }),
  'frameworkItem.unbin': (chance) => ({ ids: [idOf(chance, 'frameworkItem')] }),
  'officialForm.pair': (chance) => ({
    promptId: idOf(chance, 'officialPrompt'),
    questionKey: chance.pick % 2 ? null : 'governance-and-resourcing',
    part: null,
  }),
  'officialForm.confirmAll': (chance) => ({ id: idOf(chance, 'officialForm') }),
  'officialForm.leaveOut': (chance) => ({
    id: idOf(chance, 'officialForm'),
    questionKey: 'talent-commission',
    leftOut: chance.pick % 2 > 0,
  }),
  'officialForm.remove': (chance) => ({ id: idOf(chance, 'officialForm') }),
  'signOff.record': (chance) => ({
    cycleId: idOf(chance, 'cycle'),
    // A signature closes the cycle to most of what comes after, so it is rare.
    step: chance.pick % 10 === 9 ? among(signOffSteps, chance) : 'draft',
    name: 'Ada',
    role: 'Institutional Lead',
    happenedOn: chance.today,
    issuedDocumentId:
      chance.rows('issuedDocument').find(({ cycleId }) => cycleId === idOf(chance, 'cycle'))?.id ?? null,
    note: chance.text,
  }),
  'signOff.remove': (chance) => ({ id: idOf(chance, 'signOff') }),
  'comment.keep': (chance) => ({
    cycleId: idOf(chance, 'cycle'),
    documentName: 'Returned.docx',
    comments: [
      { author: 'Ada', text: chance.text, about: '', targetKind: 'answer', targetId: idOf(chance, 'answer') },
      { author: '', text: `Of the whole ${chance.pick}`, about: '', targetKind: 'document', targetId: null },
    ],
  }),
  'comment.settle': (chance) => ({ id: idOf(chance, 'documentComment'), settled: chance.pick % 2 === 0 }),
  'handover.record': (chance) => ({
    id: idOf(chance, 'handover'),
    toName: `Priya Nair ${chance.text}`.slice(0, 200),
    byName: 'Jo Marsh',
    fileName: 'Eastmere University for Priya Nair 2026-11-21.tcplan',
    handedAt: '2026-11-21T14:00:00.000Z',
    withInternal: chance.pick % 2 === 0,
  }),
  'handover.forget': (chance) => ({ id: idOf(chance, 'handover') }),
  'signOff.removeScan': (chance) => ({ id: idOf(chance, 'signOff') }),
  'amendment.start': (chance) => ({
    cycleId: idOf(chance, 'cycle'),
    name: 'Rowan',
    reason: chance.pick % 5 ? `A date (${chance.pick})` : '',
  }),
  'amendment.withdraw': (chance) => ({ id: idOf(chance, 'amendment') }),
  'version.name': ({ pick, text }) => ({ name: `Version ${pick}`, note: text, ...(pick % 3 ? {} : { stepId: 1 }) }),
  'version.rename': (chance) => ({ id: idOf(chance, 'version'), name: `Renamed ${chance.pick}` }),
  'version.restore': ({ pick }) => ({ stepId: 2 + (pick % 5) }),
  'import.undo': (chance) => ({ importRunId: idOf(chance, 'importRun'), evenIfEdited: chance.pick % 2 === 0 }),
  'mapping.forget': (chance) => ({ id: idOf(chance, 'mapping') }),
};
