import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { cell, paragraph as handMade, row, run, table, wordFile } from './wordFile.ts';

/** What an invented awarding body asks for, in wording that is neither ours nor that of any real form. */
export const wordings = {
  organisation: 'Organisation',
  leadName: 'Name of institutional lead',
  email: 'E-mail',
  telephone: 'Contact number',
  structures:
    'Set out how technical staff are structured across your organisation, with their number, and any changes to these structures over the past six years that came about through the Commitment.',
  governance:
    'Explain the governance, leadership and reporting lines of the Commitment with you, how the work is resourced, and your part in the technical community within and beyond your walls.',
  review:
    'Supply a RAG analysis of your last 36-month action plan: which actions are completed (green), which are in progress (amber) and which have yet to be carried out (red). Explain every red.',
  impact:
    'Offer evidence that your earlier action plans are having an impact, such as links, testimonials and articles.',
  talent: 'Describe how your institution acts on the recommendations of the TALENT Commission.',
  plan: 'Provide an action plan for the next 36 months, with how its impact will be evidenced, how it is resourced and how the technician voice shaped it.',
  publication: 'Confirm that your status and your action plan are published on your website, and give the URL.',
  note: 'This may be answered here or in an appendix.',
} as const;

export const longPrompts = [
  wordings.structures,
  wordings.governance,
  wordings.review,
  wordings.impact,
  wordings.talent,
  wordings.plan,
  wordings.publication,
] as const;
const facts = [wordings.organisation, wordings.leadName, wordings.email, wordings.telephone] as const;

const text = (
  words: string,
  more: Omit<IParagraphOptions, 'children' | 'text'> = {},
  look: { bold?: boolean; italics?: boolean } = {},
) => new Paragraph({ ...more, children: [new TextRun({ text: words, ...look })] });
const blank = () => new Paragraph({});
const introduction = [
  new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun('Self-assessment form of the Northern Board')] }),
  text('Please note: this form is for organisations that have sent in two earlier self-assessments.'),
  text('Use as much room as you need. The Board reads every form within eight weeks.'),
];
const signing = [
  text('Signed........................................ (Nominated institutional lead)'),
  text('Date: ____________'),
  text('Signed........................................ (Leader of the institution)'),
  text('Date: ____________'),
];

async function pack(children: readonly FileChild[]): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Northern Board',
    title: 'Self-assessment form',
    styles: {
      default: { document: { run: { font: 'Georgia', size: 22 } } },
      paragraphStyles: [
        { id: 'BoardPrompt', name: 'Board prompt', basedOn: 'Normal', run: { italics: true, color: '7A1F3D' } },
      ],
    },
    numbering: {
      config: [
        {
          reference: 'prompts',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 500, hanging: 500 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        headers: { default: new Header({ children: [text('Northern Board: in confidence')] }) },
        footers: { default: new Footer({ children: [text('Form NB 7')] }) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const cellOf = (children: readonly Paragraph[], width: number) =>
  new TableCell({ width: { size: width, type: WidthType.DXA }, children: [...children] });
const boxed = (rows: readonly TableRow[], widths: readonly number[]) =>
  new Table({ width: { size: 9_000, type: WidthType.DXA }, columnWidths: [...widths], rows: [...rows] });

/** Headings with blank paragraphs under them. */
export const headingsForm = () =>
  pack([
    ...introduction,
    ...facts.flatMap((label) => [text(`${label}:`, {}, { bold: true })]),
    ...longPrompts.flatMap((prompt) => [
      new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(prompt)] }),
      blank(),
      blank(),
      blank(),
    ]),
    ...signing,
  ]);

/** Prompts in italics with one blank line between, as a body that writes in Word without styles leaves them. */
export const italicForm = () =>
  pack([
    ...introduction,
    blank(),
    ...facts.flatMap((label) => [text(`${label}:`, {}, { bold: true }), blank()]),
    ...longPrompts.flatMap((prompt) => [
      new Paragraph({ style: 'BoardPrompt', children: [new TextRun(prompt)] }),
      blank(),
      ...(prompt === wordings.review
        ? [new Paragraph({ style: 'BoardPrompt', children: [new TextRun(wordings.note)] }), blank()]
        : []),
    ]),
    ...signing,
    text('Send the form to the Board by post.'),
  ]);

/** A table with the prompts on the left. */
export const twoColumnForm = () =>
  pack([
    ...introduction,
    boxed(
      [...facts, ...longPrompts].map(
        (prompt) =>
          new TableRow({ children: [cellOf([text(prompt, {}, { bold: true })], 3_600), cellOf([blank()], 5_400)] }),
      ),
      [3_600, 5_400],
    ),
    blank(),
    boxed(
      [
        new TableRow({
          children: [cellOf([text('Signature of the institutional lead')], 4_500), cellOf([blank()], 4_500)],
        }),
        new TableRow({ children: [cellOf([text('Date')], 4_500), cellOf([blank()], 4_500)] }),
      ],
      [4_500, 4_500],
    ),
    blank(),
  ]);

/** A table of one column: a prompt, and a cell to write in under it. */
export const oneColumnForm = () =>
  pack([
    ...introduction,
    boxed(
      [...facts, ...longPrompts].flatMap((prompt) => [
        new TableRow({
          children: [
            cellOf(
              [text(prompt, {}, { bold: true }), ...(prompt === wordings.review ? [text(wordings.note)] : [])],
              9_000,
            ),
          ],
        }),
        new TableRow({ children: [cellOf([blank(), blank()], 9_000)] }),
      ]),
      [9_000],
    ),
    blank(),
    ...signing,
  ]);

/** Numbered prompts, each with guidance under it, and then room. */
export const numberedForm = () =>
  pack([
    ...introduction,
    ...facts.flatMap((label) => [text(`${label}: ______________________________`)]),
    ...longPrompts.flatMap((prompt) => [
      text(prompt, { numbering: { reference: 'prompts', level: 0 } }),
      text('Guidance: a page is usually enough, and figures help a reader.'),
      blank(),
      blank(),
    ]),
    text('☐ Our status is published   ☐ Our action plan is published'),
    ...signing,
  ]);

const control = (title: string, content: string, more = '') =>
  `<w:sdt><w:sdtPr><w:alias w:val="${title}"/><w:showingPlcHdr/>${more}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const asks = run('Click or tap here to enter text.', '<w:color w:val="808080"/>');
const box =
  '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>';
const field = (name: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="${name}"/><w:enabled/><w:textInput/></w:ffData></w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>     </w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** Content controls in lines, round paragraphs and in cells, and fields of the older kind. */
export const controlsForm = (): Uint8Array =>
  wordFile(
    [
      handMade('Self-assessment form of the Northern Board', '<w:outlineLvl w:val="0"/>'),
      ...facts.map((label) => `<w:p>${run(`${label} `)}${control(label, asks, '<w:text/>')}</w:p>`),
      ...[wordings.structures, wordings.governance].flatMap((prompt) => [
        handMade(run(prompt, '<w:b/>')),
        control('Answer', handMade(asks)),
      ]),
      handMade(run(wordings.review, '<w:b/>')),
      `<w:p>${control('Review', asks)}</w:p>`,
      table(
        [wordings.impact, wordings.talent].map((prompt) =>
          row([cell(prompt), cell(control('Answer', handMade(asks)))]),
        ),
        [4_000, 5_000],
      ),
      handMade(run(wordings.plan, '<w:b/>')),
      `<w:p>${field('Text1')}</w:p>`,
      table(
        [row([cell(wordings.publication), cell(handMade(`${box}${run(' Yes ')}${box}${run(' No')}`))])],
        [4_000, 5_000],
      ),
      `<w:p>${run('URL: ')}${field('Text2')}</w:p>`,
      handMade('Signed: '),
      handMade(''),
      '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>',
    ].join(''),
    { styles: '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' },
  );

/** Every structure that the tests fill, by what it is. */
export const officialForms: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'headings and blank paragraphs': headingsForm,
  'prompts in italics': italicForm,
  'a table of two columns': twoColumnForm,
  'a table of one column': oneColumnForm,
  'numbered prompts with guidance': numberedForm,
  'content controls and fields': async () => controlsForm(),
};
