import type { Redaction } from '#shared/model/redaction.ts';
import { signOffSteps } from '#shared/model/words.ts';
import type { TableAccess } from '../../workspace/tableAccess.ts';
import type { PlanGrouping } from '../build/frameworkGroups.ts';
import { buildVoice } from '../build/voice.ts';
import { buildSubmission } from '../buildSubmission.ts';
import type { SubmissionLanguage, VoiceEntry } from '../submission.ts';
import { documentWords } from '../word/documentWords.ts';
import { pageWords } from './pageWords.ts';
import type { PublicPage, PublicPart, PublicStatus } from './publicPage.ts';
import { personalDataFinder } from './redaction/findPersonalData.ts';
import { knownPeople } from './redaction/knownPeople.ts';
import { wordsInSmallLetters } from './redaction/ordinaryWords.ts';
import { createRedactor, type Redactor, withoutHiddenCharacters } from './redaction/redactor.ts';
import { redactPage } from './redaction/redactPage.ts';

export interface PageWishes {
  readonly cycleId: string;
  readonly parts: readonly PublicPart[];
  readonly planBy: PlanGrouping;
  readonly language: SubmissionLanguage;
  /** Keys of what is to be published as written. */
  readonly exceptions: readonly string[];
  readonly date: string;
}

/** The page as it may be published, as a draft, and everything that was changed or left out of it. */
export function buildPublicPage(
  rows: TableAccess,
  wishes: PageWishes,
): { readonly page: PublicPage; readonly redactions: readonly Redaction[] } {
  const { cycleId, parts, language, date } = wishes;
  const options = { parts: [], planAs: 'tables', language, copy: { kind: 'draft', version: '' } } as const;
  const submission = buildSubmission(rows, cycleId, options, date, 'public', wishes.planBy);
  const { institution, stage, contact, planStartsOn, planEndsOn, planMonths, logo } = submission.titleBlock;
  const whole: PublicPage = {
    language,
    copy: { kind: 'draft' },
    institution,
    stage,
    status: statusOf(rows, cycleId),
    contact,
    planStartsOn,
    planEndsOn,
    planMonths,
    date,
    logo,
    people: submission.people,
    ragTotals: parts.includes('last-plan') ? submission.brief.ragTotals : [],
    lastPlan: parts.includes('last-plan') ? submission.lastPlan : null,
    newPlan: submission.newPlan,
    voice: parts.includes('voice') ? submission.voice : null,
  };
  const redactor = redactorFor(rows, whole, wishes.exceptions);
  const page = redactPage(whole, redactor);
  noteInternalNotes(rows, whole, redactor);
  if (!whole.voice) return { page, redactions: redactor.redactions() };
  noteConsent(rows, whole.voice, redactor);
  const inside = buildVoice(rows, rows.get('cycle', cycleId), 'signatory', documentWords(language));
  const voice = (page.voice ?? []).map((entry) => withCounts(entry, inside, redactor, language));
  return { page: { ...page, voice }, redactions: redactor.redactions() };
}

function redactorFor(rows: TableAccess, page: PublicPage, exceptions: readonly string[]): Redactor {
  const words = pageWords(page.language);
  const small = wordsInSmallLetters(textsOf(page).map(withoutHiddenCharacters));
  const own = page.institution.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u);
  const find = personalDataFinder({
    people: knownPeople(rows),
    contact: page.contact,
    ownWord: page.people,
    ordinary: new Set([...small, ...own]),
    words: { ...words.redacted, fewer: words.fewerThanFive },
  });
  return createRedactor(find, new Set(exceptions));
}

/** Every text anywhere in it. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === 'base64' ? [] : textsOf(each)));
}

function statusOf(rows: TableAccess, cycleId: string): PublicStatus {
  const reached = rows
    .all('signOff', { cycleId }, ['happenedOn'])
    .toSorted((one, other) => signOffSteps.indexOf(one.step) - signOffSteps.indexOf(other.step))
    .at(-1);
  const signatorySince = rows.all('institution')[0]?.signedOn ?? rows.get('cycle', cycleId).signedOn;
  return { signatorySince, step: reached?.step ?? null, stepOn: reached?.happenedOn ?? null };
}

/** They are in no document; the person is told so, since the page is the one that anybody reads. */
function noteInternalNotes(rows: TableAccess, page: PublicPage, redactor: Redactor): void {
  for (const [plan, where, path] of [
    [page.lastPlan, 'Last plan', 'last-plan'],
    [page.newPlan, 'New plan', 'new-plan'],
  ] as const)
    for (const { id, ref } of plan?.groups.flatMap((group): readonly { id: string; ref: string }[] => group.actions) ??
      [])
      if (rows.get('action', id).notes.trim() !== '')
        redactor.hide(
          { kind: 'notes', was: 'Internal notes of actions', becomes: '', mayStay: false },
          { where: `${where}, ${ref.trim() || 'an action'}`, target: `/${path}/${id}/notes` },
        );
}

/** What may not leave the institution stays inside whatever anybody ticks: the person who said it decides. */
function noteConsent(rows: TableAccess, printed: readonly VoiceEntry[], redactor: Redactor): void {
  const shown = new Set(printed.map(({ id }) => id));
  for (const { id, number, binned } of rows.all('voice', {}, ['number']))
    if (!binned && !shown.has(id))
      redactor.hide(
        { kind: 'consent', was: 'Technician voice that may not be quoted outside', becomes: '', mayStay: false },
        { where: `Technician voice ${number}`, target: `/voice/${id}` },
      );
}

/** Numbers of people of an entry, which `quoting.ts` has made “fewer than 5” for this reader; decided together. */
function withCounts(
  entry: VoiceEntry,
  inside: readonly VoiceEntry[],
  redactor: Redactor,
  language: SubmissionLanguage,
): VoiceEntry {
  const own = inside.find(({ id }) => id === entry.id);
  const hidden = (['replied', 'asked'] as const).filter((field) => entry[field] === 'fewer-than-5');
  if (!own || hidden.length === 0) return entry;
  const was = `${hidden.map((field) => `${own[field]} ${field}`).join(', ')} (technician voice ${entry.registerNumber})`;
  const becomes = pageWords(language).fewerThanFive;
  const place = { where: `Technician voice ${entry.registerNumber}, numbers`, target: `/voice/${entry.id}` };
  return redactor.hide({ kind: 'count', was, becomes, mayStay: true }, place)
    ? { ...entry, asked: own.asked, replied: own.replied }
    : entry;
}
