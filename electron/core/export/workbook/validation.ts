import type { DataValidation, Worksheet } from 'exceljs';

export interface Choices {
  /** A range, or words in quotation marks with commas between them. */
  readonly choices: string;
  /** Whether anything else is refused. */
  readonly strict: boolean;
  readonly title: string;
  /** Excel shows at most 255 characters. */
  readonly prompt: string;
}

/** The library has ranges of validations, and leaves them out of its types. */
interface HasValidations {
  readonly dataValidations: { readonly add: (range: string, validation: DataValidation) => void };
}

/** Puts a drop-down on a range, once for all its cells. A null range is a column that the sheet does not have. */
export function addValidation(sheet: Worksheet, range: string | null, given: Choices): void {
  if (range === null) return;
  (sheet as unknown as HasValidations).dataValidations.add(range, {
    type: 'list',
    formulae: [given.choices],
    allowBlank: true,
    showInputMessage: true,
    promptTitle: given.title,
    prompt: given.prompt,
    showErrorMessage: given.strict,
    errorStyle: 'stop',
    errorTitle: given.title,
    error: 'Choose one of the words in the list.',
  });
}
