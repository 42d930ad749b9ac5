import { Refusal } from '#shared/errors.ts';
import { officialFormLimits } from '#shared/limits.ts';
import type { OfficialForm, OfficialPrompt } from '#shared/model/tables.ts';
import { keepAttachment } from '../evidence/repository.ts';
import { contentOf } from '../files/contents.ts';
import type { CommandContext, Handlers } from '../services.ts';
import { ensureUnsigned } from '../signOff/signedGuard.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { openFormPackage } from './formPackage.ts';
import type { FormPrompt } from './formPrompts.ts';
import { pairPrompts } from './pairPrompts.ts';
import { readPrompts } from './readPrompts.ts';
import { keepConfirmed, pairingProblem } from './rules.ts';

export const officialFormHandlers: Pick<
  Handlers,
  | 'officialForm.open'
  | 'officialForm.pair'
  | 'officialForm.confirmAll'
  | 'officialForm.leaveOut'
  | 'officialForm.remove'
  | 'officialForm.saveOut'
> = {
  'officialForm.open': async ({ cycleId, file }, { rows, fileTokens, change, signal, progress }) => {
    const cycle = rows.get('cycle', cycleId);
    ensureUnsigned(rows, { cycleId });
    progress(0, 'Reading the form');
    const { fileName, bytes } = await fileTokens.read(file, officialFormLimits.fileBytes);
    const { prompts } = readPrompts(openFormPackage(bytes, fileName), fileName);
    progress(0.7, 'Pairing its prompts with the questions');
    const { questions } = rows.get('questionSet', cycle.questionSetId).content;
    const guesses = pairPrompts(
      prompts.map((prompt) => ({ ...prompt, place: prompt.place.kind })),
      questions,
    );
    signal.throwIfAborted();
    return change(`Opened the official form “${fileName}”`, (context) => {
      const earlier = takeOff(context.rows, cycleId);
      const attachment = keepAttachment(context, fileName, bytes);
      const id = context.ports.newId();
      context.rows.insert('officialForm', {
        id,
        cycleId,
        attachmentId: attachment.id,
        openedAt: context.now,
        leftOut: earlier?.form.leftOut ?? [],
      });
      const paired = keepConfirmed(
        guesses.map((guess, index) => ({ ...guess, text: prompts[index]?.text ?? '', confirmed: false })),
        earlier?.prompts ?? [],
      );
      prompts.forEach((prompt, index) => {
        const pairing = paired[index];
        if (pairing !== undefined) addPrompt(context, id, index, prompt, pairing);
      });
      return { id, prompts: prompts.length, guessed: paired.filter(({ confirmed }) => !confirmed).length };
    });
  },

  'officialForm.pair': ({ promptId, questionKey, part }, { rows, label }) => {
    const prompt = rows.get('officialPrompt', promptId);
    const { questions } = setOf(rows, rows.get('officialForm', prompt.formId));
    const reason = pairingProblem(questions, questionKey, part);
    if (reason !== null) throw new Refusal('refused-by-rule', { field: 'questionKey', reason });
    rows.update('officialPrompt', promptId, { questionKey, part, confirmed: true });
    const question = questions.find(({ key }) => key === questionKey);
    label(
      question === undefined
        ? 'Left a prompt of the official form unanswered'
        : `Paired a prompt of the official form with “${question.title}”`,
    );
    return {};
  },

  'officialForm.confirmAll': ({ id }, { rows, label }) => {
    setOf(rows, rows.get('officialForm', id));
    const left = rows.all('officialPrompt', { formId: id }).filter(({ confirmed }) => !confirmed);
    for (const prompt of left) rows.update('officialPrompt', prompt.id, { confirmed: true });
    label(`Confirmed ${left.length === 1 ? 'a pairing' : `${left.length} pairings`} of the official form`);
    return {};
  },

  'officialForm.leaveOut': ({ id, questionKey, leftOut }, { rows, label }) => {
    const form = rows.get('officialForm', id);
    const question = setOf(rows, form).questions.find(({ key }) => key === questionKey);
    if (question === undefined) throw new Refusal('not-found', { place: 'question' });
    const others = form.leftOut.filter((key) => key !== questionKey);
    rows.update('officialForm', id, { leftOut: leftOut ? [...others, questionKey] : others });
    label(leftOut ? `Left “${question.title}” out of the official form` : `Put “${question.title}” into an appendix`);
    return {};
  },

  'officialForm.remove': ({ id }, { rows, label }) => {
    const { cycleId } = rows.get('officialForm', id);
    ensureUnsigned(rows, { cycleId });
    takeOff(rows, cycleId);
    label('Took the official form off');
    return {};
  },

  'officialForm.saveOut': async ({ id }, { rows, fileTokens }) => {
    const { sha256, fileName } = rows.get('attachment', rows.get('officialForm', id).attachmentId);
    return { file: fileTokens.holdBytes(fileName, contentOf(rows.database, sha256)), fileName };
  },
};

/** The questions of the form's cycle, which must not be signed: what was signed keeps the wording it was signed with. */
function setOf(rows: TableAccess, { cycleId }: OfficialForm) {
  ensureUnsigned(rows, { cycleId });
  return rows.get('questionSet', rows.get('cycle', cycleId).questionSetId).content;
}

function takeOff(
  rows: TableAccess,
  cycleId: string,
): { readonly form: OfficialForm; readonly prompts: readonly OfficialPrompt[] } | undefined {
  const [form] = rows.all('officialForm', { cycleId });
  if (form === undefined) return undefined;
  const prompts = rows.all('officialPrompt', { formId: form.id }, ['position']);
  for (const { id } of prompts) rows.remove('officialPrompt', id);
  rows.remove('officialForm', form.id);
  return { form, prompts };
}

function addPrompt(
  { rows, ports }: CommandContext,
  formId: string,
  position: number,
  { key, text, guidance, section, place }: FormPrompt,
  pairing: Pick<OfficialPrompt, 'questionKey' | 'part' | 'sureness' | 'reason' | 'confirmed'>,
): void {
  const { questionKey, part, sureness, reason, confirmed } = pairing;
  rows.insert('officialPrompt', {
    id: ports.newId(),
    formId,
    position,
    promptKey: key,
    text,
    guidance,
    section,
    place: place.kind,
    questionKey,
    part,
    sureness,
    reason,
    confirmed,
  });
}
