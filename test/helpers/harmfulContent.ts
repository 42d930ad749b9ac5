import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ChannelInput, ChannelName } from '#shared/contract/contract.ts';
import { plainGridView } from '#shared/model/gridView.ts';
import { ownCopyOf } from '#shared/model/ownQuestionSet.ts';
import type { RichText } from '#shared/model/richText.ts';
import { type Row, type TableName, tables } from '#shared/model/tables.ts';
import { themes } from '#shared/model/words.ts';
import type { TestCore } from './openCore.ts';

/** What would run, load, leave or mislead if it were taken for anything but text. Sets `window.harmed` where it runs. */
export const harmfulWords = [
  '<script>window.harmed=1</script>',
  '<style>main{display:none}</style>',
  '<svg onload="window.harmed=1"><script>window.harmed=1</script></svg>',
  '<img src=x onerror="window.harmed=1">',
  '<img src="https://harm.example/a.png">',
  '<a href="javascript:window.harmed=1">a link</a>',
  '<iframe srcdoc="<script>parent.harmed=1</script>"></iframe>',
  '<object data="data:text/html,<script>1</script>"></object>',
  '"><b onmouseover="window.harmed=1">bold</b>',
  "' onfocus='window.harmed=1' autofocus='",
  '<w:r><w:instrText>DDEAUTO c:\\\\calc</w:instrText></w:r>',
  '&lt;i&gt; &#60;u&#62; &amp;',
  ']]><!--',
  '{{7*7}} #{7*7}',
  'javascript:window.harmed=1 data:text/html;base64,PHNjcmlwdD4=',
  '\u202exod.exe\u202c \u2066left\u2069',
] as const;
export const harmful = harmfulWords.join(' ');
/** A stretch of it that stands on every screen and in every document that shows it as text. */
export const shownAsText = '<script>window.harmed=1</script>';

/** Spreadsheets would calculate it. */
const calculated = `=HYPERLINK("https://harm.example/",1) ${harmful}`;

const harmfulAnswer: RichText = {
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: harmful }] },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: harmful, marks: [{ type: 'bold' }, { type: 'toDo' }] },
                {
                  type: 'text',
                  text: harmful,
                  marks: [{ type: 'link', attrs: { href: 'https://harm.example/?<script>"\'' } }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

/** Fields that are no free text though their schema is: the value names something else. */
const names = new Set(['id', 'kind', 'key', 'url', 'questionKey', 'academicYearStart', 'logoId', 'target']);

/** Every text field of a row, with harmful text in it. */
function harmfulFields(table: TableName, words = harmful): Record<string, string> {
  const shape: Readonly<Record<string, unknown>> = tables[table].shape;
  return Object.fromEntries(
    Object.entries(shape)
      .filter(([name, schema]) => schema instanceof z.ZodString && !names.has(name))
      .map(([name]) => [name, words]),
  );
}

/** Writes harmful text through the contract into every field of the open sample that takes text. */
export async function writeHarmfulContent({
  core,
  call,
  services,
}: Pick<TestCore, 'core' | 'call' | 'services'>): Promise<void> {
  const rows = <Table extends TableName>(table: Table): readonly Row<Table>[] =>
    services.session.required().rows.all(table);
  // Fields are gathered from the tables, so a form of their own is not known here.
  const write = <Name extends ChannelName>(channel: Name, input: unknown) => call(channel, input as ChannelInput<Name>);
  const cycle = rows('cycle')
    .toSorted((one, other) => one.stage - other.stage)
    .at(-1);
  if (!cycle) throw new Error('The sample has no cycle.');

  const hold = (name: string, bytes: Uint8Array | string) =>
    core.fileTokens.holdBytes(name, typeof bytes === 'string' ? Buffer.from(bytes) : bytes);

  const picture = readFileSync(new URL('../../resources/icons/linux/64x64.png', import.meta.url));
  await call('institution.setLogo', { file: hold('logo.png', picture) });
  await write('institution.edit', {
    fields: {
      ...harmfulFields('institution'),
      themeWords: Object.fromEntries(themes.map((theme) => [theme, harmful])),
    },
  });
  for (const { id } of rows('signatory')) await write('signatory.edit', { id, fields: harmfulFields('signatory') });
  for (const { id } of rows('staffNumber'))
    await write('staffNumber.edit', { id, fields: harmfulFields('staffNumber') });
  await write('cycle.edit', {
    id: cycle.id,
    fields: {
      brief: { askedOfSignatory: harmful, changedSinceLastTime: harmful, risks: [harmful, harmful], budget: harmful },
    },
  });
  for (const id of [cycle.newPlanId, cycle.lastPlanId])
    await call('plan.edit', { id, fields: { title: harmful } }).catch(() => null);

  // The last plan was signed: its words are written into an amendment.
  const signed = rows('signOff').filter(({ step }) => step === 'signed');
  for (const cycleId of new Set(signed.map((each) => each.cycleId)))
    await call('amendment.start', { cycleId, name: harmful, reason: harmful });
  for (const planId of [cycle.newPlanId, cycle.lastPlanId])
    await write('action.change', {
      planId,
      kind: 'write',
      changes: rows('action')
        .filter((action) => action.planId === planId)
        .map(({ id }, index) => ({ id, fields: harmfulFields('action', index % 2 ? harmful : calculated) })),
      added: [],
    });
  const reviewed = rows('action').filter(({ planId }) => planId === cycle.lastPlanId);
  await call('rating.give', {
    actionIds: reviewed.map(({ id }) => id),
    rag: 'red',
    progress: harmful,
    explanation: harmful,
  });
  const undecided = reviewed.find(({ id }) => !rows('lineage').some(({ fromActionId }) => fromActionId === id));
  if (undecided) await call('lineage.decide', { actionIds: [undecided.id], kind: 'dropped', reason: harmful });

  for (const answer of rows('answer')) {
    if (answer.cycleId !== cycle.id) continue;
    await call('answer.write', { id: answer.id, content: harmfulAnswer });
    const facts = Object.fromEntries(
      Object.entries(answer.facts).map(([key, value]) => [
        key,
        typeof value === 'string'
          ? harmful
          : value.map((row) => Object.fromEntries(Object.keys(row).map((column) => [column, harmful]))),
      ]),
    );
    await call('answer.setFacts', { id: answer.id, facts });
  }
  const fields = { ...harmfulFields('voice'), consent: 'named', themes: ['visibility'] };
  await write('voice.change', { kind: 'write', changes: rows('voice').map(({ id }) => ({ id, fields })), added: [] });
  await write('evidence.change', {
    kind: 'write',
    changes: rows('evidence').map(({ id }) => ({ id, fields: harmfulFields('evidence') })),
    added: [],
  });
  await call('evidenceKind.add', { title: harmful });
  for (const { id } of rows('framework')) await write('framework.edit', { id, ...harmfulFields('framework') });
  for (const { id } of rows('frameworkItem'))
    await write('frameworkItem.edit', { id, ...harmfulFields('frameworkItem') });

  const answer = rows('answer').find(({ cycleId }) => cycleId === cycle.id);
  const [set] = rows('questionSet');
  if (!answer || !set) throw new Error('The sample has no answers.');
  await call('comment.keep', {
    cycleId: cycle.id,
    documentName: harmful,
    comments: [{ author: harmful, text: harmful, about: harmful, targetKind: 'answer', targetId: answer.id }],
  });
  await call('version.name', { name: harmful, note: harmful });
  for (const screen of ['last-plan', 'new-plan', 'voice', 'evidence'] as const)
    await call('view.save', {
      screen,
      name: harmful,
      content: plainGridView,
    });
  await call('signOff.record', {
    cycleId: cycle.id,
    step: 'draft',
    name: harmful,
    role: harmful,
    happenedOn: '2026-11-01',
    issuedDocumentId: null,
    note: harmful,
  });
  const own = ownCopyOf(set.content);
  await call('ownQuestionSet.add', {
    content: {
      ...own,
      title: harmful,
      questions: own.questions.map((question) => ({
        ...question,
        title: harmful,
        heading: harmful,
        prompt: harmful,
        guidance: [harmful],
        asks: question.asks.map((ask) => ({ ...ask, label: harmful })),
      })),
    },
  });

  // Files whose name and bytes would run if they were opened as what they are.
  const page = `<!doctype html><html><body>${harmful}</body></html>`;
  for (const [name, bytes] of [
    [`${shownAsText.replaceAll('/', ' ')}.html`, page],
    [
      'drawing.svg',
      `<svg xmlns="http://www.w3.org/2000/svg" onload="window.harmed=1"><script>window.harmed=1</script></svg>`,
    ],
    ['note.txt', page],
    ['program.exe', 'MZ\u0090\u0000'],
    ['script.js', 'window.harmed=1'],
  ] as const)
    await write('evidence.addFile', { file: hold(name, bytes), fields: { title: harmful }, evenIfKept: true });
  const csv = `Ref,Theme,Action,Responsibility,RAG\n"${harmful.replaceAll('"', '""')}",Visibility,"Bought: ${harmful.replaceAll('"', '""')}","${harmful.replaceAll('"', '""')}",Green\n`;
  const { previewId, preview } = await call('import.preview', {
    file: hold(`plan ${harmful.slice(0, 60)}.csv`, csv),
    planId: cycle.newPlanId,
  });
  await call('import.apply', { previewId, choices: preview.actions.map(({ key }) => ({ key, actionId: null })) });
}
