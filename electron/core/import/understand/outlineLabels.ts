import type { ColumnRole } from '#shared/model/importPreview.ts';
import { guessRoles, isHorizon } from './columnWords.ts';
import { readDateText } from './dates.ts';
import { beginsWithVerb } from './outlineVerbs.ts';
import { plainText, wordCount } from './plainText.ts';
import { readStatusWord } from './rag.ts';
import { themesOfHeading } from './themes.ts';

/** A field of an action as it is written beside or below it. `note` keeps what is labelled but no field, under its label. */
export type OutlineField = { readonly role: ColumnRole; readonly text: string; readonly label: string };

const roles: ReadonlySet<ColumnRole> = new Set([
  'ref',
  'theme',
  'objective',
  'action',
  'owner',
  'supporting',
  'start',
  'due',
  'timescale',
  'completed',
  'successMeasure',
  'progress',
  'resources',
  'rag',
  'redExplanation',
]);
const longestLabel = 5;
const sureScore = 8;

/** The field that a label names; undefined for words that only happen to stand before a colon. */
export function roleOfLabel(label: string): ColumnRole | undefined {
  if (wordCount(label) > longestLabel || label.length > 45) return undefined;
  if (wordCount(label) > 1 && beginsWithVerb(label)) return undefined;
  const plain = plainText(label);
  if (/^(?:comments?|commentary|notes?|update)$/.test(plain)) return plain.startsWith('note') ? 'note' : 'progress';
  if (/^(?:delivery|delivered by|by)$/.test(plain)) return 'timescale';
  const best = guessRoles(label)[0];
  return best !== undefined && best.score >= sureScore - 1 && roles.has(best.role) ? best.role : undefined;
}

const labelPattern =
  /(?<=^|[;|\n\t]\s*|[,.]\s+|\s[–—-]\s+|\s{2,})(\p{Lu}[\p{L}/’'()]*(?:[ &/-]+[\p{L}()’']+){0,4}?)\s*:(?!\/\/|\d)\s*/gu;
/** At the beginning a label may also be written small, or be set apart from its text by a dash. */
const leadingLabel = /^\s*([\p{L}][\p{L}/&’'() -]{1,44}?)\.?\s*(?::(?!\/\/)|\s[–—-](?=\s))\s*/u;

type Found = { readonly role: ColumnRole; readonly label: string; readonly from: number; readonly to: number };

function labelsIn(text: string): readonly Found[] {
  const found: Found[] = [];
  const leading = leadingLabel.exec(text);
  const leadingRole = leading === null ? undefined : roleOfLabel(leading[1] ?? '');
  if (leading !== null && leadingRole !== undefined)
    found.push({ role: leadingRole, label: leading[1] ?? '', from: 0, to: leading[0].length });
  for (const match of text.matchAll(labelPattern)) {
    const label = match[1] ?? '';
    const role = roleOfLabel(label);
    const from = match.index;
    if (role === undefined || from < (found.at(-1)?.to ?? 0)) continue;
    found.push({ role, label, from, to: from + match[0].length });
  }
  return found;
}

const trimmed = (text: string): string => text.replace(/^[\s;,|–—-]+|[\s;,|([–—-]+$/g, '').trim();

/**
 * Takes labelled fields out of a line: `Hold a day. Lead: HR; Timescale: May 2025` is a text and two fields.
 * @returns the text before the first label, and the fields.
 */
export function splitLabels(text: string): { readonly text: string; readonly fields: readonly OutlineField[] } {
  const found = labelsIn(text);
  const fields = found.flatMap((one, index) => {
    const value = trimmed(text.slice(one.to, found[index + 1]?.from ?? text.length));
    return fieldsOf(one.role, one.label.trim(), value);
  });
  return { text: found.length === 0 ? text : trimmed(text.slice(0, found[0]?.from ?? 0)), fields };
}

/** Names, dates and states end without a full stop, which belonged to the line. */
const stopless: ReadonlySet<ColumnRole> = new Set(['owner', 'supporting', 'timescale', 'start', 'due', 'rag', 'theme']);

/** One labelled value; a date behind a name after a comma is a field of its own, and a status of many words is progress. */
function fieldsOf(role: ColumnRole, label: string, written: string): readonly OutlineField[] {
  const value = stopless.has(role) ? written.replace(/(?<!\..*)\.$/, '') : written;
  if (role === 'rag' && wordCount(value) > 3 && readStatusWord(value) === undefined)
    return [{ role: 'progress', text: value, label }];
  if (role === 'owner') {
    const parts = /^(.*\S)\s*,\s*([^,]+)$/.exec(value);
    if (parts !== null && isTime(parts[2] ?? ''))
      return [
        { role, text: parts[1] ?? '', label },
        { role: 'timescale', text: parts[2] ?? '', label: 'Timescale' },
      ];
  }
  return [{ role, text: value, label }];
}

const timeWord =
  /^(?:ongoing|on-going|continuous(?:ly)?|annual(?:ly)?|yearly|termly|quarterly|monthly|immediate(?:ly)?|tbc|tbd|each year|every year|throughout(?: the plan)?|in place)$/;
const relativeTime =
  /^(?:y|yr|year|years|m|mth|month|months|q|phase)\s?\d{1,2}(?:\s?(?:-|to|\/|,|&|and)\s?(?:y|yr|year|m|month|q)?\s?\d{1,2})*$/;
const timePrefix =
  /^(?:by|from|until|before|end(?: of)?|start(?: of)?|early|mid|late|during|within|in|summer|autumn|spring|winter|throughout|due)\b/;
const timePart =
  /\d|\b(?:month|months|year|years|term|semester|summer|autumn|spring|winter|january|february|march|april|may|june|july|august|september|october|november|december)\b/;

/** Whether some words alone say when: `by July 2025`, `Y1-3`, `6-12 months`, `31 June 2018`, `ongoing`. */
export function isTime(text: string): boolean {
  const plain = plainText(text);
  if (plain === '' || wordCount(text) > 8) return false;
  if (timeWord.test(plain) || relativeTime.test(plain) || isHorizon(text)) return true;
  if (readDateText(text).kind !== 'none') return true;
  return timePrefix.test(plain) && timePart.test(plain) && wordCount(text) <= 6;
}

const longestPart = 60;

/** What a few words without a label are by themselves, as in brackets at the end of an action. */
export function readBarePart(text: string): OutlineField | undefined {
  const bare = text.trim().replace(/[.,;]$/, '');
  if (bare === '' || bare.length > longestPart) return undefined;
  if (isTime(bare)) return { role: 'timescale', text: bare, label: 'Timescale' };
  const status = readStatusWord(bare);
  const certain = status !== undefined && (status.kind !== 'ask' || wordCount(bare) <= 2) && bare.length > 1;
  if (certain && wordCount(bare) <= 4 && !/^(?:r|a|g|b|y|o)$/i.test(bare))
    return { role: 'rag', text: bare, label: 'RAG' };
  if (wordCount(bare) <= 4 && themesOfHeading(bare).length > 0) return { role: 'theme', text: bare, label: 'Theme' };
  return undefined;
}

const statusWithReason = /^([^:(–—]{3,24}?)\s*(?:[:(]|\s[–—-]\s)\s*(\S[\s\S]*?)\)?$/;

/** `Not started: there was no money` is a status and, for what is not done, its explanation; else what was done. */
export function readStatusWithReason(text: string): readonly OutlineField[] {
  const match = statusWithReason.exec(text.trim());
  const status = match === null ? undefined : readBarePart(match[1] ?? '');
  if (match === null || status?.role !== 'rag') return [];
  const word = readStatusWord(status.text);
  const isRed =
    (word?.kind === 'completion' && word.rag === 'red') || (word?.kind === 'colour' && word.colour === 'red');
  const reason = match[2] ?? '';
  return [
    status,
    { role: isRed ? 'redExplanation' : 'progress', text: reason, label: isRed ? 'Explanation' : 'Progress' },
  ];
}
