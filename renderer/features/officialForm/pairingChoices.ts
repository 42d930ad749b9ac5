import { signatureFields } from '#shared/model/officialForm.ts';
import type { Question } from '#shared/model/questionSet.ts';
import type { OfficialPrompt } from '#shared/model/tables.ts';

export interface PairingChoice {
  readonly questionKey: string | null;
  readonly part: string | null;
  readonly label: string;
}

const fieldWords: Readonly<Record<(typeof signatureFields)[number], string>> = {
  signature: 'signature (left blank to sign on)',
  name: 'name',
  title: 'title',
  date: 'date',
};
/** A form asks at least for the lead and for the leader of the institution. */
const fewestSignatories = 2;

/** What a prompt can be answered by: nothing, a question, one of its facts, or a part of a signature. */
export function pairingChoices(questions: readonly Question[], signatories: number): readonly PairingChoice[] {
  const nothing: PairingChoice = { questionKey: null, part: null, label: 'Nothing of ours: it stays blank' };
  return [
    nothing,
    ...questions.flatMap((question): readonly PairingChoice[] => {
      const { key: questionKey, title } = question;
      const facts = (question.facts ?? []).map(({ key, label }) => ({
        questionKey,
        part: key,
        label: `${title}: ${label}`,
      }));
      const people = Array.from({ length: Math.max(signatories, fewestSignatories) }, (_, index) => index + 1);
      const signatures =
        question.kind === 'signatures'
          ? people.flatMap((person) =>
              signatureFields.map((field) => ({
                questionKey,
                part: `${person}-${field}`,
                label: `${title}: ${person === 1 ? 'first' : person === 2 ? 'second' : `signatory ${person}`}, ${fieldWords[field]}`,
              })),
            )
          : [];
      return [{ questionKey, part: null, label: title }, ...facts, ...signatures];
    }),
  ];
}

/** One word for a choice, for the value of a list. */
export const choiceKey = ({ questionKey, part }: Pick<PairingChoice, 'questionKey' | 'part'>): string =>
  questionKey === null ? '' : part === null ? questionKey : `${questionKey}/${part}`;

/**
 * The questions that no prompt asks for: neither whole nor, for one that is nothing but facts, fact by fact. Signatures
 * are made by hand, so nothing is lost where a form has no line for them.
 */
export function questionsNotAsked(
  questions: readonly Question[],
  prompts: readonly Pick<OfficialPrompt, 'questionKey' | 'part' | 'place'>[],
): readonly Question[] {
  return questions.filter((question) => {
    if (question.kind === 'signatures') return false;
    const own = prompts.filter(({ questionKey, place }) => questionKey === question.key && place !== 'tick');
    if (own.some(({ part }) => part === null)) return false;
    const isFactsOnly = question.kind === 'facts' || question.kind === 'publication';
    const parts = new Set(own.map(({ part }) => part));
    return !(
      isFactsOnly &&
      (question.facts ?? []).every(({ key, kind }) => parts.has(key) || kind === 'yes-no') &&
      parts.size > 0
    );
  });
}
