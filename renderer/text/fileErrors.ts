import type { AppError, RefusedKind } from '#shared/errors.ts';

export interface FileErrorText {
  readonly message: string;
  readonly remedy: string;
}

type Detail = AppError['detail'];

const file = (detail: Detail): string => (detail.fileName ? `“${detail.fileName}”` : 'The file');
/** Inside an office file the place is one of its parts, which nobody sees; its name helps whoever is asked for help. */
const inPlace = ({ place }: Detail): string => {
  if (!place) return '';
  return /\.(xml|rels|bin)$/i.test(place) ? ` (in its part ${place})` : ` (${place})`;
};

const saveAsWord = 'Open it in Word or LibreOffice, save it as a Word document (.docx), and choose that copy.';
const chooseSource = 'Choose the workbook or Word document that it was made from.';
const choosePlan = 'Choose the file that holds the plan.';

/** What each kind of file is called, and the way from it to a file that can be read. */
const kinds: Readonly<Record<RefusedKind, FileErrorText>> = {
  picture: { message: 'is a picture', remedy: chooseSource },
  pdf: { message: 'is a PDF or printed document', remedy: chooseSource },
  'older-word': { message: 'is a Word document of another kind than .docx', remedy: saveAsWord },
  'rich-text': { message: 'is a rich text document (.rtf)', remedy: saveAsWord },
  'open-text': { message: 'is an OpenDocument text (.odt)', remedy: saveAsWord },
  pages: {
    message: 'is an Apple document',
    remedy: 'Open it on the Mac, choose File, Export To, then Word or Excel, and choose that copy.',
  },
  numbers: {
    message: 'is an Apple Numbers spreadsheet',
    remedy: 'Open it in Numbers, choose File, Export To, Excel, and choose that copy.',
  },
  presentation: {
    message: 'is a presentation',
    remedy: 'Copy its table into a new workbook, save that, and choose it.',
  },
  notebook: {
    message: 'is a OneNote section',
    remedy: 'Copy its table into a new workbook, save that, and choose it.',
  },
  project: {
    message: 'is a Microsoft Project file',
    remedy: 'Open it in Project, save it as an Excel workbook, and choose that.',
  },
  drawing: {
    message: 'is a drawing or a page layout',
    remedy: 'Copy its table into a new workbook, save that, and choose it.',
  },
  message: {
    message: 'is a message or a calendar entry',
    remedy: 'If the plan is attached to it, save the attachment and choose that.',
  },
  database: {
    message: 'is a database',
    remedy: 'Export its table as an Excel workbook or a csv file, and choose that.',
  },
  workspace: {
    message: 'is a workspace of this application, not a plan from elsewhere',
    remedy: 'Open it from the Start screen.',
  },
  archive: {
    message: 'is an archive of other files',
    remedy: 'Take the plan out of it (in Windows: Extract all), and choose the plan.',
  },
  link: {
    message: 'is only a link to a file kept somewhere else',
    remedy: 'Open the link, download the file as an Excel workbook, and choose that.',
  },
  'web-page': {
    message: 'is a web page without a table',
    remedy: 'If it asks for a password, sign in first and download the plan again.',
  },
  xml: {
    message: 'is an XML file, but neither a workbook nor a document',
    remedy: choosePlan,
  },
  'other-spreadsheet': {
    message: 'is a spreadsheet in a form that is seldom used',
    remedy: 'Open it in Excel or LibreOffice, save it as an Excel workbook (.xlsx), and choose that copy.',
  },
  'film-or-sound': { message: 'is a film or a recording', remedy: choosePlan },
  folder: { message: 'is a folder', remedy: 'Choose the file inside it.' },
  program: { message: 'is a program', remedy: choosePlan },
  'no-bytes': {
    message: 'is empty: it holds nothing at all',
    remedy: 'A download or synchronisation may have been cut short. Fetch the file again and choose it.',
  },
  'no-cells': {
    message: 'holds no filled cells',
    remedy: choosePlan,
  },
  'only-macros': {
    message: 'holds macros, but no filled cells',
    remedy: choosePlan,
  },
};

/** One sentence of what is wrong with a file to be brought in, and one of what to do. */
export const fileErrorTexts = {
  'file-empty': (detail: Detail): FileErrorText => {
    const { message, remedy } = kinds[detail.kind ?? 'no-bytes'];
    return { message: `${file(detail)} ${message}.`, remedy };
  },
  'file-not-a-plan': (detail: Detail): FileErrorText => ({
    message: `No action plan was found in ${file(detail)}.`,
    remedy:
      'Check that it is the plan. A table needs a row of headings such as Action, Lead and Due; lists need to stand under themes or under a heading such as Action plan.',
  }),
  'file-encrypted': (detail: Detail): FileErrorText => ({
    message: `${file(detail)} is protected by a password.`,
    remedy: 'Open it in Excel, Word or LibreOffice, save a copy without the password, and choose that copy.',
  }),
  'file-damaged': (detail: Detail): FileErrorText => ({
    message: `${file(detail)} is damaged${inPlace(detail)}, so it was not read.`,
    remedy: 'Open it in Excel, Word or LibreOffice, save it again under a new name, and choose that copy.',
  }),
  'file-too-large': (detail: Detail): FileErrorText => ({
    message: detail.limit
      ? `${file(detail)} holds more than ${detail.limit}${inPlace(detail)}, which is more than can be read here.`
      : `${file(detail)} is too large to be read here${inPlace(detail)}.`,
    remedy: 'Save a copy that holds only what is needed, and choose that.',
  }),
  'file-type-unsupported': (detail: Detail): FileErrorText =>
    detail.kind === undefined
      ? {
          message: `${file(detail)} is not a kind of file that can be read here.`,
          remedy: 'Choose an Excel or LibreOffice workbook, a csv file or a Word document (.docx).',
        }
      : { message: `${file(detail)} ${kinds[detail.kind].message}.`, remedy: kinds[detail.kind].remedy },
  'form-not-word': (detail: Detail): FileErrorText => ({
    message: detail.kind
      ? `${file(detail)} ${kinds[detail.kind].message}, not a Word document (.docx).`
      : `${file(detail)} is not a Word document (.docx).`,
    remedy: 'Open the blank form in Word or LibreOffice, save it as a Word document (.docx), and choose that copy.',
  }),
  'form-has-macros': (detail: Detail): FileErrorText => ({
    message: `${file(detail)} holds macros, so it was not opened.`,
    remedy: 'Open it in Word, save it as a Word document without macros (.docx), and choose that copy.',
  }),
  'form-no-prompts': (detail: Detail): FileErrorText => ({
    message: `${file(detail)} asks for nothing that could be found: no question, label or blank to fill.`,
    remedy: 'Choose the blank form itself rather than its guidance or a copy that is filled in.',
  }),
  'style-not-word': (detail: Detail): FileErrorText => ({
    message: detail.kind
      ? `${file(detail)} ${kinds[detail.kind].message}, not a Word template or document.`
      : `${file(detail)} is not a Word template or document.`,
    remedy:
      'Open the institution’s template in Word or LibreOffice, save it as a Word template (.dotx) or document (.docx), and choose that copy.',
  }),
  'style-has-macros': (detail: Detail): FileErrorText => ({
    message: `${file(detail)} holds macros, so nothing was taken over from it.`,
    remedy:
      'Open it in Word, save it as a Word template (.dotx) or document (.docx) without macros, and choose that copy.',
  }),
  'style-has-none': (detail: Detail): FileErrorText => ({
    message: `No style was found in ${file(detail)}.`,
    remedy: 'Choose the institution’s own template, or a document that was made from it in Word.',
  }),
  'import-timed-out': (detail: Detail): FileErrorText => ({
    message: `Reading ${file(detail)} took too long and was stopped.`,
    remedy: 'Save a copy that holds only the plan, and choose that.',
  }),
} as const;
