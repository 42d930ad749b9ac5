import type { ImportedField, PreviewAction, PreviewTable } from './importPreview.ts';

/**
 * Whether an action of the file is ticked before anybody decides; the wizard and the command line share this rule.
 * What stands in the plan in the same words is sure, and what is new overwrites nothing. A likely match (extended,
 * narrowed, related) would change an action on a guess, so it is proposed and left to the person; so is what a file
 * keeps on a hidden sheet. A row that a filter has hidden is ticked: the filter was about reading, not about the plan.
 */
export function isTickedBeforehand(
  { match, source }: Pick<PreviewAction, 'match' | 'source'>,
  tables: readonly Pick<PreviewTable, 'hiddenSheet'>[],
): boolean {
  const kind = match?.kind ?? 'new';
  return (kind === 'identical' || kind === 'new') && tables[source.table]?.hiddenSheet !== true;
}

/** The fields that are not taken over before anybody decides: the words of a signed plan, beside ratings that are. */
export const withoutBeforehand = ({ match }: Pick<PreviewAction, 'match'>): readonly ImportedField[] =>
  (match?.fields ?? []).flatMap(({ field, signed }) => (signed ? [field] : []));
