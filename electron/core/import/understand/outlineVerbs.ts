import { plainText } from './plainText.ts';

/** Verbs with which the actions of plans begin. Those that are also labels of fields (lead, start, measure) are apart. */
const verbs = new Set(
  'achieve add address adopt advertise advise advocate agree align allocate analyse apply appoint arrange ask assess assign attend audit award begin benchmark brief bring build buy campaign carry celebrate champion circulate clarify collaborate collate collect commission commit communicate compile complete conduct connect consider consult continue contribute convene coordinate co-ordinate create cultivate define deliver demonstrate deploy design develop devise discuss disseminate document draft draw embed employ enable encourage engage enhance ensure establish evaluate examine expand explore extend facilitate feature find form formalise foster fund gather generate give grow have help highlight hold host identify implement improve include incorporate increase influence inform initiate install integrate interview introduce investigate invite involve issue join keep launch learn liaise list look maintain make manage map match maximise meet mentor monitor move negotiate nominate obtain offer open organise participate pay persuade pilot place plan prepare present prioritise procure produce profile promote propose protect provide publicise publish pursue put raise reach recognise recommend record recruit redesign reduce refresh refurbish register regularise release renew repeat replace report represent request require research resource retain revise reward ring-fence roll roll-out run scope secure seek select send set share showcase sign signpost simplify sponsor standardise strengthen submit supply survey sustain take tell tender test track train transfer trial undertake update upgrade use utilise visit welcome work write'.split(
    ' ',
  ),
);
const alsoLabels = new Set([
  'lead',
  'start',
  'measure',
  'review',
  'support',
  'target',
  'progress',
  'finish',
  'evidence',
]);

const spelled = (word: string): string => word.replace(/iz(e|ing|es)$/, 'is$1');

/** Whether a label is really the beginning of an action, as in “Celebrate success: awards for all”. */
export const beginsWithVerb = (text: string): boolean => verbs.has(spelled(plainText(text).split(' ')[0] ?? ''));

/** Whether a text says what is to be done, as an action does: “Publish …”, “To publish …”, “We will publish …”. */
export function saysWhatToDo(text: string): boolean {
  const plain = plainText(text);
  if (/\b(?:will|shall|are going to|plan to|aim to|intend to|commit to)\b/.test(plain)) return true;
  const words = plain
    .replace(/^(?:to|and|also|further|annually|regularly|actively|continue to|each year) /, '')
    .split(' ');
  const first = spelled(words[0] ?? '');
  const second = words[1] ?? '';
  return verbs.has(first) || (alsoLabels.has(first) && !/^(?:by|for|of|date)$/.test(second));
}

/** Whether a text tells what was done or how things are, as a report does. */
export function tellsWhatWas(text: string): boolean {
  const plain = plainText(text);
  if (saysWhatToDo(text)) return false;
  return /^(?:we |our |the |all |in |since |over |there |this |these |technicians |\d)?.*\b(?:was|were|have|has|had|is|are|did|now|took|held|ran|won|gave|met|made|began|grew|led|set up|\p{L}{3,}ed)\b/u.test(
    plain,
  );
}
