import { assertNever } from '#shared/assertNever.ts';
import type { ImportedField, ImportPreview, PreviewAction } from '#shared/model/importPreview.ts';
import { importedFields } from '#shared/model/importPreview.ts';
import { differingFields, isBlankValue, type SaidInPlan, valuesInFile, valuesInPlan } from './fieldValues.ts';

/**
 * A blank cell of the file: keeps what the plan says (the usual), or the file only fills what is blank in the plan, or
 * a blank of the file empties the plan's field. A file that has no column at all for a field never empties it.
 */
export type BlankPolicy = 'keep' | 'fill-blanks-only' | 'replace';

/** The fields of an action of the plan that a row of the file changes. */
export function changedFields(
  said: SaidInPlan,
  action: PreviewAction,
  preview: Pick<ImportPreview, 'tables'>,
  { without, blanks }: { readonly without: readonly ImportedField[]; readonly blanks: BlankPolicy },
): readonly ImportedField[] {
  const inPlan = valuesInPlan(said);
  const inFile = valuesInFile(action, said.action.notes);
  const isTaken = (field: ImportedField): boolean => {
    switch (blanks) {
      case 'keep':
        return !isBlankValue(inFile[field]);
      case 'fill-blanks-only':
        return isBlankValue(inPlan[field]);
      case 'replace':
        return true;
      default:
        return assertNever(blanks);
    }
  };
  return differingFields(said, action, preview).filter((field) => !without.includes(field) && isTaken(field));
}

/** The fields that a new action gets from the file. */
export function filledFields(action: PreviewAction, without: readonly ImportedField[]): readonly ImportedField[] {
  const inFile = valuesInFile(action);
  return importedFields.filter((field) => !without.includes(field) && !isBlankValue(inFile[field]));
}
