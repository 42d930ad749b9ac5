import type { Consent } from '#shared/model/words.ts';
import { plainText } from '../understand/plainText.ts';

export interface ConsentReading {
  readonly consent: Consent;
  /** A person must decide; until then it stays inside the institution. */
  readonly asked: boolean;
  readonly why: string;
}

const read = (consent: Consent, why: string): ConsentReading => ({ consent, asked: false, why });
const ask = (why: string): ConsentReading => ({ consent: 'internal', asked: true, why });

const byName =
  /\b(?:by|with|use|under|give|add) (?:my |their |the |your )?(?:full |own )?name\b|\b(?:be )?(?:named|attributed)\b/;
const byRole = /\b(?:role|job title|post|group|team|department)\b/;
const anonymously = /\banonym(?:ous(?:ly)?|ised|ized)\b/;
const negation = /\b(?:no|not|never|don't|dont|without|nobody|none|refused?|withdrawn?|except|unless|only if)\b/;
const plainNo =
  /^(?:no|n|false|0|none|internal(?: (?:use )?only)?|inside(?: (?:only|the institution))?|confidential|private|not (?:(?:to be )?(?:quoted|shared|published)|outside)(?: .{0,30})?|do not (?:quote|share|publish)(?: .{0,20})?|no consent)$/;
const plainYes = /^(?:yes|y|true|1|ok|okay|agreed?|i agree|i consent|consent(?:ed)?(?: given)?|x|✓|✔)(?: please)?$/;

/**
 * What a cell of the consent column allows. Whatever is not said beyond doubt stays inside the institution: a wrong
 * “no” costs a question, a wrong “yes” a technician’s trust.
 */
export function readConsent(value: string, header: string): ConsentReading {
  const said = plainText(value).replace(/[’]/g, "'");
  if (said === '') return read('internal', 'The file says nothing of consent, so it stays inside.');
  if (plainNo.test(said)) return read('internal', `“${value.trim()}” keeps it inside.`);
  if (negation.test(said)) return ask(`“${value.trim()}” can mean several things.`);
  const ways = [
    byName.test(said) ? ('named' as const) : null,
    byRole.test(said) ? ('role' as const) : null,
    anonymously.test(said) ? ('anonymous' as const) : null,
  ].filter((way) => way !== null);
  const [way, ...others] = ways;
  if (way !== undefined && others.length === 0) return read(way, `“${value.trim()}” says so.`);
  if (way !== undefined) return ask(`“${value.trim()}” names several ways.`);
  if (!plainYes.test(said)) return ask(`“${value.trim()}” does not say how it may be quoted.`);
  return yesTo(plainText(header));
}

/** A bare yes means what its question asked. */
function yesTo(question: string): ConsentReading {
  if (negation.test(question)) return ask('A yes to a question with a “not” in it can mean either.');
  if (anonymously.test(question)) return read('anonymous', 'Yes to being quoted anonymously, as its heading asks.');
  if (byName.test(question)) return read('named', 'Yes to being quoted by name, as its heading asks.');
  if (/\b(?:role|job title)\b/.test(question)) return read('role', 'Yes to being quoted by role, as its heading asks.');
  if (/\b(?:quot\w*|publish\w*|share\w*)\b/.test(question))
    return read('anonymous', 'Yes to being quoted. The heading does not ask about names, so nobody is named.');
  return ask('A yes alone does not say how it may be quoted.');
}
