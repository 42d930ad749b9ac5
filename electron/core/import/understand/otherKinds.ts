import type { ColumnRole } from '#shared/model/importPreview.ts';
import type { GatheredTable } from './gatherTable.ts';
import { plainText } from './plainText.ts';

const sheetNames: readonly (readonly [RegExp, string])[] = [
  [/\b(?:glossary|abbreviations|definitions)\b/, 'a glossary'],
  [/\brisks?\b|\bissues? log\b/, 'a register of risks'],
  [/\bmeetings?\b|\bminutes\b|\bagendas?\b/, 'notes of meetings'],
  [/\bbudgets?\b|\bcosts?\b|\bfinances?\b/, 'a budget'],
  [/\bcontacts?\b|\bmembers(?:hip)?\b|\bdistribution\b/, 'a list of people'],
  [/\bhow to\b|\binstructions?\b|\bguidance\b|\bread ?me\b|\btemplates?\b|\bexamples?\b/, 'a guide or an example'],
  [/\blists?\b|\blook ?ups?\b|\bvalidation\b|\bdrop ?downs?\b/, 'a list of choices'],
  [/\barchived?\b|\bold\b|\bsuperseded\b|\bobsolete\b|\bback ?up\b/, 'an earlier state'],
];
/** One of these stands in every plan; a list of things with costs and years has none. */
const speaks: ReadonlySet<ColumnRole> = new Set([
  'owner',
  'supporting',
  'theme',
  'themeActions',
  'horizonActions',
  'ratingActions',
  'themeTicks',
  'rag',
  'ragTicks',
  'responsibility',
  'completed',
  'progress',
  'successMeasure',
  'objective',
]);
const riskHeading = /^(?:risk|likelihood|probability|severity|mitigations?|residual|inherent)\b/;

/**
 * Why a table that could be read as a plan is more likely something else that is kept beside a plan: a glossary, a
 * register of risks, minutes, a form that shows how to fill one in. Undefined for any other table.
 */
export function otherKindOf({ table, raws }: GatheredTable): string | undefined {
  const { sheet, turned } = table.grid;
  const risks = table.headers.filter((header) => riskHeading.test(plainText(header))).length;
  if (risks >= 2) return 'It reads as a register of risks, and another table as a plan.';
  if (turned === 'form' && raws.length === 1) return 'It is one form beside a longer plan, as an example would be.';
  if (!table.columns.some(({ role, header }) => speaks.has(role) || (role === 'action' && /\baction/i.test(header))))
    return 'It names neither who leads nor how it goes, and another table does.';
  if (sheet.kind !== 'worksheet') return undefined;
  const name = plainText(sheet.name);
  const kind = sheetNames.find(([pattern]) => pattern.test(name))?.[1];
  return kind === undefined
    ? undefined
    : `Its sheet is called “${sheet.name}”, as ${kind} is, and another holds a plan.`;
}
