import type { CitationTarget } from '#shared/model/richText.ts';
import type {
  SampleAnswer,
  SampleContent,
  SampleCycle,
  SampleLinks,
  SampleNewAction,
} from '#shared/model/sampleContent.ts';
import { sampleRichText } from '#shared/model/sampleRichText.ts';
import type { Action } from '#shared/model/tables.ts';
import { startCycle } from '../cycle/startCycle.ts';
import type { Services } from '../services.ts';
import { newEvidenceKinds } from '../workspace/newEvidenceKinds.ts';
import { newInstitution } from '../workspace/newInstitution.ts';
import { readSample } from './readSample.ts';

/** What the files know by reference or key, by the ids that the workspace gave. */
interface Names {
  readonly lastPlan: Map<string, string>;
  readonly newPlan: Map<string, string>;
  readonly stage2: ReadonlyMap<string, string>;
  readonly stage3: ReadonlyMap<string, string>;
  readonly voice: Map<string, string>;
  readonly evidence: Map<string, string>;
}

/**
 * Fills the open, empty workspace with the sample: a finished Stage 2 and a Stage 3 in draft. Everything but the first
 * step and the signature of Stage 2 goes through the commands that a person's own work goes through, in the order in which it would have been done,
 * so that the sample shows nothing that a user could not make.
 */
export async function buildSample(services: Services): Promise<void> {
  const content = readSample(services.ports.resourcesFolder);
  const { institution, signatories, staffNumbers } = content.institution;
  const { stage, dueOn } = content.stage2;
  const second = services.change('Made the workspace', (context) => {
    for (const kind of newEvidenceKinds) context.rows.insert('evidenceKind', kind);
    context.rows.insert('institution', newInstitution(context.ports.newId(), institution.name, institution.signedOn));
    return startCycle(context, { stage, signedOn: institution.signedOn, dueOn });
  });
  await services.call('institution.edit', { fields: institution });
  for (const fields of signatories) await services.call('signatory.add', { fields });
  for (const fields of staffNumbers) await services.call('staffNumber.add', { fields });

  const names: Names = {
    lastPlan: new Map(),
    newPlan: new Map(),
    stage2: answerIds(services, second.id),
    stage3: new Map(),
    voice: new Map(),
    evidence: new Map(),
  };
  await writeLastPlan(services, content, second.newPlanId, names);

  const third = await services.call('cycle.start', {
    stage: content.stage3.stage,
    signedOn: institution.signedOn,
    dueOn: content.stage3.dueOn,
    lastPlanId: second.newPlanId,
  });
  const all: Names = { ...names, stage3: answerIds(services, third.id) };
  await rateLastPlan(services, content, all);
  await writeNewPlan(services, content, third.newPlanId, all);
  await addVoice(services, content, all);
  await addEvidence(services, content, all);
  await addFrameworks(services, content, all);
  await writeCycle(services, content.stage2, second.id, all.stage2, all);
  await writeCycle(services, content.stage3, third.id, all.stage3, all);
}

function answerIds(services: Services, cycleId: string): ReadonlyMap<string, string> {
  const answers = services.session.required().rows.all('answer', { cycleId });
  return new Map(answers.map((answer) => [answer.questionKey, answer.id]));
}

async function writeLastPlan(
  services: Services,
  { lastPlan }: SampleContent,
  planId: string,
  names: Names,
): Promise<void> {
  const { actions, ...fields } = lastPlan;
  for (const { ratings: _ratings, outcome: _outcome, ...action } of actions) {
    const { id } = await services.call('action.add', { planId, fields: action });
    names.lastPlan.set(action.ref, id);
  }
  await services.call('plan.edit', { id: planId, fields });
}

async function rateLastPlan(services: Services, { lastPlan }: SampleContent, names: Names): Promise<void> {
  for (const { ref, ratings, outcome } of lastPlan.actions) {
    const actionIds = [idOf(names.lastPlan, ref)];
    for (const rating of ratings) await services.call('rating.give', { actionIds, ...rating });
    if (outcome) await services.call('lineage.decide', { actionIds, ...outcome });
  }
}

async function writeNewPlan(
  services: Services,
  { newPlan }: SampleContent,
  planId: string,
  names: Names,
): Promise<void> {
  const { actions, ...fields } = newPlan;
  await services.call('plan.edit', { id: planId, fields });
  for (const action of actions) names.newPlan.set(action.ref, await writeNewAction(services, action, planId, names));
}

/** Carried forward from the actions it names, or new. Several origins of one kind are one decision (a merger). */
async function writeNewAction(
  services: Services,
  action: SampleNewAction,
  planId: string,
  names: Names,
): Promise<string> {
  const { lineage, ...fields } = action;
  const [first] = lineage;
  if (!first) return (await services.call('action.add', { planId, fields })).id;
  const together = lineage.filter((each) => first.kind === 'merged' && each.kind === 'merged');
  const origins = together.length > 0 ? together : [first];
  const { id } = await services.call('lineage.carryForward', {
    fromActionIds: origins.map(({ from }) => idOf(names.lastPlan, from)),
    toPlanId: planId,
    kind: first.kind,
    fields,
    reason: first.reason,
  });
  for (const { from, kind, reason } of lineage.filter((each) => !origins.includes(each))) {
    await services.call('lineage.join', { fromActionId: idOf(names.lastPlan, from), toActionId: id, kind, reason });
  }
  return id;
}

async function addVoice(services: Services, { voice }: SampleContent, names: Names): Promise<void> {
  for (const { key, links, ...fields } of voice) {
    const { id } = await services.call('voice.add', { fields });
    names.voice.set(key, id);
    await addLinks(services, 'voice', id, links, names);
  }
}

async function addEvidence(services: Services, { evidence }: SampleContent, names: Names): Promise<void> {
  for (const { key, links, ...fields } of evidence) {
    const { id } = await services.call('evidence.add', { fields });
    names.evidence.set(key, id);
    await addLinks(services, 'evidence', id, links, names);
  }
}

async function addFrameworks(services: Services, { frameworks }: SampleContent, names: Names): Promise<void> {
  for (const { title, description, items } of frameworks) {
    const { id: frameworkId } = await services.call('framework.add', { title, description });
    for (const { code, title: itemTitle, lastPlan, newPlan } of items) {
      const { id } = await services.call('frameworkItem.add', { frameworkId, code, title: itemTitle });
      await addLinks(services, 'frameworkItem', id, { lastPlan, newPlan, stage2: [], stage3: [] }, names);
    }
  }
}

async function addLinks(
  services: Services,
  sourceKind: 'voice' | 'evidence' | 'frameworkItem',
  sourceId: string,
  links: SampleLinks,
  names: Names,
): Promise<void> {
  const add = (targetKind: 'action' | 'answer', target: string) =>
    services.call('link.add', { sourceKind, sourceId, targetKind, target });
  for (const ref of links.lastPlan) await add('action', idOf(names.lastPlan, ref));
  for (const ref of links.newPlan) await add('action', idOf(names.newPlan, ref));
  for (const key of links.stage2) await add('answer', idOf(names.stage2, key));
  for (const key of links.stage3) await add('answer', idOf(names.stage3, key));
}

async function writeCycle(
  services: Services,
  cycle: SampleCycle,
  id: string,
  answers: ReadonlyMap<string, string>,
  names: Names,
): Promise<void> {
  await services.call('cycle.edit', { id, fields: { brief: cycle.brief, extendedFrom: cycle.extendedFrom } });
  for (const answer of cycle.answers) await writeAnswer(services, answer, idOf(answers, answer.question), names);
  for (const step of cycle.signOff) {
    if (step.step !== 'signed') await services.call('signOff.record', { cycleId: id, ...step, issuedDocumentId: null });
    else signOnPaper(services, id, step);
  }
}

/** Signed on paper before there was a workspace, so no copy of it is kept, which a signature has to have now. */
function signOnPaper(services: Services, cycleId: string, step: SampleCycle['signOff'][number]): void {
  services.change('Recorded the signature', ({ rows, ports }) =>
    rows.insert('signOff', {
      id: ports.newId(),
      cycleId,
      ...step,
      issuedDocumentId: null,
      versionId: null,
      amendmentId: null,
      scanId: null,
    }),
  );
}

async function writeAnswer(services: Services, answer: SampleAnswer, id: string, names: Names): Promise<void> {
  const cited = ({ kind, key }: { readonly kind: CitationTarget['kind']; readonly key: string }) =>
    idOf(names[kind], key);
  if (answer.blocks.length > 0)
    await services.call('answer.write', { id, content: sampleRichText(answer.blocks, cited) });
  if (Object.keys(answer.facts).length > 0) await services.call('answer.setFacts', { id, facts: answer.facts });
  for (const askKey of answer.ticks) await services.call('ask.tick', { answerId: id, askKey, ticked: true });
  if (answer.state === 'ready') await services.call('answer.setState', { id, state: 'ready' });
}

function idOf(names: ReadonlyMap<string, Action['id']>, name: string): string {
  const id = names.get(name);
  if (id === undefined) throw new Error(`The sample names ${name}, which it has not made`);
  return id;
}
