import type { Rag } from '#shared/model/words.ts';
import { cyclesInOrder, type Rows } from './workspaceAccess.ts';

/** What `show` prints: a workspace in whole words, without what is in the bin and with ids only where they join. */
export function showWorkspace(rows: Rows) {
  const institution = rows.institution[0];
  return {
    institution: institution
      ? {
          name: institution.name,
          shortName: institution.shortName,
          profile: institution.profile,
          technicianWord: institution.technicianWord,
          leaderTitle: institution.leaderTitle,
          contactName: institution.contactName,
          contactRole: institution.contactRole,
          contactEmail: institution.contactEmail,
          contactTelephone: institution.contactTelephone,
          website: institution.website,
          signed: institution.signedOn,
        }
      : null,
    cycles: cyclesInOrder(rows).map((cycle) => showCycle(rows, cycle)),
    plans: showPlans(rows),
    voice: rows.voice
      .filter(({ binned }) => !binned)
      .toSorted((one, other) => one.number - other.number)
      .map((voice) => ({
        id: voice.id,
        number: voice.number,
        date: voice.heardOn,
        channel: voice.channel,
        group: voice.groupName,
        // A name is shown only where the person agreed to it.
        person: voice.consent === 'named' ? voice.personName : '',
        asked: voice.asked,
        replied: voice.replied,
        kind: voice.kind,
        consent: voice.consent,
        themes: voice.themes,
        text: voice.words,
        changed: voice.changed,
        whyNot: voice.whyNot,
        links: linksOf(rows, voice.id),
      })),
    evidence: rows.evidence
      .filter(({ binned }) => !binned)
      .toSorted((one, other) => one.number - other.number)
      .map((evidence) => ({
        id: evidence.id,
        number: evidence.number,
        kind: rows.evidenceKind.find(({ key }) => key === evidence.kind)?.title || evidence.kind,
        title: evidence.title,
        description: evidence.description,
        url: evidence.url,
        fileName: rows.attachment.find(({ id }) => id === evidence.attachmentId)?.fileName ?? null,
        date: evidence.datedOn,
        staleAfter: evidence.staleAfter,
        links: linksOf(rows, evidence.id),
      })),
    frameworks: rows.framework
      .filter(({ binned }) => !binned)
      .toSorted((one, other) => one.position - other.position)
      .map(({ id, title, description }) => ({
        id,
        title,
        description,
        items: rows.frameworkItem
          .filter(({ frameworkId, binned }) => frameworkId === id && !binned)
          .toSorted((one, other) => one.position - other.position)
          .map((item) => ({ id: item.id, code: item.code, title: item.title, links: linksOf(rows, item.id) })),
      })),
    signOff: rows.signOff
      .toSorted((one, other) => one.happenedOn.localeCompare(other.happenedOn))
      .map(({ id, cycleId, step, name, role, happenedOn, note, amendmentId }) => ({
        id,
        cycle: cycleId,
        step,
        name,
        role,
        date: happenedOn,
        note,
        // Whose round it belongs to; null for the first.
        amendment: amendmentId,
      })),
    amendments: rows.amendment
      .toSorted((one, other) => one.cycleId.localeCompare(other.cycleId) || one.number - other.number)
      .map(({ id, cycleId, number, name, reason, startedOn, versionId }) => ({
        id,
        cycle: cycleId,
        number,
        name,
        reason,
        started: startedOn,
        of: rows.version.find((version) => version.id === versionId)?.name ?? null,
      })),
    issued: rows.issuedDocument
      .toSorted((one, other) => one.issuedAt.localeCompare(other.issuedAt))
      .map(({ id, cycleId, kind, versionId, fileName, sha256, fingerprint, issuedAt }) => ({
        id,
        cycle: cycleId,
        kind,
        version: rows.version.find((version) => version.id === versionId)?.name ?? null,
        fileName,
        sha256,
        fingerprint,
        issued: issuedAt,
      })),
  };
}

function showCycle(rows: Rows, cycle: Rows['cycle'][number]) {
  const questions = rows.questionSet.find(({ id }) => id === cycle.questionSetId)?.content.questions ?? [];
  const order = new Map(questions.map(({ key }, index) => [key, index]));
  const place = (key: string) => order.get(key) ?? questions.length;
  return {
    id: cycle.id,
    stage: cycle.stage,
    signed: cycle.signedOn,
    due: cycle.dueOn,
    lastPlan: cycle.lastPlanId,
    nextPlan: cycle.newPlanId,
    answers: rows.answer
      .filter(({ cycleId }) => cycleId === cycle.id)
      .toSorted((one, other) => place(one.questionKey) - place(other.questionKey))
      .map((answer) => ({
        id: answer.id,
        question: answer.questionKey,
        state: answer.state,
        words: answer.words,
        text: answer.plainText,
        facts: answer.facts,
        asks: (questions.find(({ key }) => key === answer.questionKey)?.asks ?? []).map((ask) => ({
          key: ask.key,
          label: ask.label,
          ticked: rows.askTick.some((tick) => tick.answerId === answer.id && tick.askKey === ask.key),
        })),
      })),
  };
}

function showPlans(rows: Rows) {
  const newest = cyclesInOrder(rows).at(-1);
  const role = (id: string) => (id === newest?.newPlanId ? 'next' : id === newest?.lastPlanId ? 'last' : 'earlier');
  const order = { earlier: 0, last: 1, next: 2 };
  return rows.plan
    .map((plan) => ({ plan, role: role(plan.id) }) as const)
    .toSorted((one, other) => order[one.role] - order[other.role])
    .map(({ plan, role }) => ({
      id: plan.id,
      title: plan.title,
      role,
      starts: plan.startsOn,
      ends: plan.endsOn,
      months: plan.months,
      submitted: plan.submittedOn,
      actions: rows.action
        .filter(({ planId, binned }) => planId === plan.id && !binned)
        .toSorted((one, other) => one.position - other.position)
        .map((action) => showAction(rows, action)),
    }));
}

function showAction(rows: Rows, action: Rows['action'][number]) {
  const ratings = rows.rating
    .filter(({ actionId }) => actionId === action.id)
    .toSorted((one, other) => one.ratedOn.localeCompare(other.ratedOn) || one.ratedAt.localeCompare(other.ratedAt));
  const rating = ratings.at(-1);
  const rag: Rag | null = rating?.rag ?? null;
  return {
    id: action.id,
    ref: action.ref,
    themes: action.themes,
    objective: action.objective,
    action: action.text,
    owner: action.lead,
    supporting: action.supporting,
    start: action.startOn,
    due: action.dueOn,
    startText: action.startText,
    dueText: action.dueText,
    successMeasure: action.successMeasure,
    resources: action.resources,
    impactEvidence: action.impactEvidence,
    notes: action.notes,
    addedSinceSubmission: action.addedSinceSubmission,
    rag,
    redExplanation: rating?.explanation ?? '',
    progress: rating?.progress ?? '',
    ratings: ratings.map(({ rag: given, ratedOn, progress, explanation, source }) => ({
      rag: given,
      date: ratedOn,
      progress,
      redExplanation: explanation,
      source,
    })),
    lineage: rows.lineage
      .filter(({ fromActionId, toActionId }) => fromActionId === action.id || toActionId === action.id)
      .map(({ kind, fromActionId, toActionId, reason }) => ({ kind, from: fromActionId, to: toActionId, reason })),
  };
}

const linksOf = (rows: Rows, sourceId: string) =>
  rows.link
    .filter((link) => link.sourceId === sourceId)
    .map(({ targetKind, target }) => ({ kind: targetKind, target }));
