import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { assembleCore, type Core } from '#core/core.ts';
import type { Services } from '#core/services.ts';
import { type ChannelName, contract } from '#shared/contract/contract.ts';
import { appErrorSchema, type ErrorCode } from '#shared/errors.ts';
import type { QuestionSet } from '#shared/model/questionSet.ts';
import { type Row, type TableName, tableNames } from '#shared/model/tables.ts';
import { type Chance, type Command, commandInputs } from '#test/helpers/commandInputs.ts';
import { writeHarmfulContent } from '#test/helpers/harmfulContent.ts';
import { testPorts } from '#test/helpers/ports.ts';
import { inputsOf, type Known } from './contractInputs.ts';
import { anything, spoilt } from './spoil.ts';

export interface FuzzOutcome {
  readonly inputs: number;
  /** How many ended in each way: `ok`, or the code of the error. */
  readonly ends: Readonly<Record<string, number>>;
  /** Channels that were never answered with `ok`. */
  readonly neverTaken: readonly string[];
  /** Whatever broke a promise, with the input that did. */
  readonly faults: readonly string[];
}

/** Every channel may be refused for these; the others are named in the contract, channel by channel. */
const always: readonly ErrorCode[] = ['input-invalid', 'workspace-not-open'];
const ofChanges: readonly ErrorCode[] = ['workspace-read-only'];
const channels = Object.keys(contract) as ChannelName[];
const formName = 'numbered-prompts-with-guidance.docx';
const picture = join(import.meta.dirname, '../../resources/icons/linux/64x64.png');
const fixtures = join(import.meta.dirname, '../fixtures');

/**
 * Calls every channel of a core that has the sample open, in turn, until `count` inputs were tried: of its form, wrong
 * in one place, and of no form. The same seed always tries the same.
 */
export async function fuzzContract(folder: string, count: number, seed: number): Promise<FuzzOutcome> {
  const ports = testPorts({ folder: join(folder, 'data') });
  const { core, services } = assembleCore(ports);
  const ends: Record<string, number> = {};
  const taken = new Set<string>();
  const faults: string[] = [];
  let events = 0;
  core.events.subscribe((event) => {
    if (event.type === 'changed') events += 1;
  });
  try {
    const original = await makeSample(core, services, folder);
    let tried = 0;
    for (let round = 0; tried < count; round += 1) {
      const path = join(folder, `round-${round}.tcplan`);
      copyFileSync(original, path);
      const open = () => core.dispatch('workspace.open', { file: core.fileTokens.holdPath(path) });
      await open();
      const known = await whatIsKnown(core, services, folder);
      const inputs = inputsOfRound(services, known, seed + round);
      let state = stateOf(services);
      let written = writtenIn(services);
      for (const [channel, input] of inputs.slice(0, count - tried)) {
        tried += 1;
        const before = events;
        const filesBefore = workspacesIn(folder);
        const end = await call(core, channel, input, folder);
        ends[end] = (ends[end] ?? 0) + 1;
        // Where nothing was written there is nothing to read again.
        const now = writtenIn(services) === written ? state : stateOf(services);
        const changes = end === 'ok' && contract[channel]?.kind !== 'query';
        if (end === 'ok') taken.add(channel);
        const wrong = [
          // What is written here can be exported, so that a document that is not written is a fault of the writer.
          ...(namedOf(channel).has(end) && end !== 'export-failed' ? [] : [`ended in ${end}`]),
          ...(!changes && now !== state ? changedIn(state, now).map((what) => `changed ${what}`) : []),
          ...(!changes && workspacesIn(folder) !== filesBefore ? ['left or took a workspace'] : []),
          ...(!changes && events !== before ? ['said that something changed'] : []),
        ];
        if (wrong.length > 0)
          faults.push(`${channel} ${wrong.join(', ')} (round ${round}): ${ports.lines.at(-2)}: ${shown(input)}`);
        state = now;
        written = writtenIn(services);
        if (services.session.current()?.path !== path) {
          await open();
          state = stateOf(services);
          written = writtenIn(services);
        }
      }
    }
    return { inputs: tried, ends, neverTaken: channels.filter((channel) => !taken.has(channel)), faults };
  } finally {
    core.close();
  }
}

const namedOf = (channel: ChannelName): ReadonlySet<string> =>
  new Set(['ok', ...always, ...(contract[channel].kind === 'query' ? [] : ofChanges), ...contract[channel].errors]);

/** `ok`, the code, or what broke. */
async function call(core: Core, channel: ChannelName, input: unknown, folder: string): Promise<string> {
  try {
    const result = await core.dispatch(channel, input, { screen: '/fuzz' });
    // Only JSON crosses the border, and no path does.
    const crossing = JSON.stringify(result);
    if (!result.ok && crossing.includes(folder)) return 'an error that names a folder of this machine';
    if (!result.ok) return appErrorSchema.safeParse(result.error).success ? result.error.code : 'an error of no form';
    return 'ok';
  } catch (cause) {
    return `an exception: ${(cause as Error).stack}`;
  }
}

/** The sample with something of every kind in it, and harmful text in every field. */
async function makeSample(core: Core, services: Services, folder: string): Promise<string> {
  const { call } = services;
  const hold = (path: string) => core.fileTokens.holdBytes(path, readFileSync(join(fixtures, path)));
  await call('workspace.openSample', {});
  await writeHarmfulContent({ core, call, services });
  const { rows } = services.session.required();
  const cycle = rows
    .all('cycle')
    .toSorted((one, other) => one.stage - other.stage)
    .at(-1);
  const step = rows.all('signOff').find(({ cycleId }) => cycleId === cycle?.id);
  if (!cycle || !step) throw new Error('The sample has no cycle with a step of sign-off.');
  await call('officialForm.open', { cycleId: cycle.id, file: hold(`officialForms/${formName}`) });
  await call('signOff.attachScan', { id: step.id, file: hold('../../resources/icons/linux/64x64.png') });
  await call('evidence.addFile', {
    file: hold('../../resources/icons/linux/128x128.png'),
    fields: { title: 'A picture' },
    evenIfKept: true,
  });
  const [finding] = (await call('readiness.list', { cycleId: cycle.id })).filter(({ weight }) => weight !== 'must');
  if (!finding) throw new Error('There is nothing to set aside in the sample.');
  await call('readiness.dismiss', {
    cycleId: cycle.id,
    findings: [{ rule: finding.rule, target: finding.target }],
    reason: 'Known',
  });
  const corrected = await call('import.preview', {
    file: hold('plans/plain.xlsx'),
    planId: cycle.lastPlanId,
    corrections: { columns: [{ table: '0:0', column: 0, role: 'ref' }] },
  });
  await call('import.apply', { previewId: corrected.previewId, choices: [] });
  await call('export.word', {
    cycleId: cycle.id,
    parts: ['questions'],
    planAs: 'lists',
    language: 'en-GB',
    draft: false,
  }).catch(() => null);
  const { path } = services.session.required();
  await call('workspace.close', {});
  const original = join(folder, 'original.tcplan');
  copyFileSync(path, original);
  return original;
}

/** Connections by a number, because each counts anew what was written. */
const connections = new WeakMap<object, number>();
let newest = 0;

/** Which connection is open, and how many rows were written in it, those that were taken back again included. */
function writtenIn({ session }: Services): string {
  const open = session.current();
  if (!open) return 'none';
  if (!connections.has(open.database)) {
    newest += 1;
    connections.set(open.database, newest);
  }
  return `${connections.get(open.database)} ${open.database.prepare('SELECT total_changes()').pluck().get()}`;
}

/** Workspaces that lie in the folder: an error leaves none behind and takes none away. */
const workspacesIn = (folder: string): string =>
  readdirSync(join(folder, 'data', 'workspaces'))
    .filter((name) => name.endsWith('.tcplan'))
    .join();

/** Which workspace is open, and a hash of all that stands in each table of it, its history included. */
function stateOf({ session }: Services): readonly string[] {
  const open = session.current();
  if (!open) return ['none'];
  const tables = [...tableNames, 'step', 'change'].map((table) => {
    const hash = createHash('sha256');
    for (const row of open.database.prepare(`SELECT * FROM "${table}" ORDER BY 1`).raw().iterate())
      hash.update(JSON.stringify(row));
    return `${table} ${hash.digest('base64')}`;
  });
  return [open.path, ...tables];
}

const changedIn = (before: readonly string[], after: readonly string[]): readonly string[] =>
  after.filter((part) => !before.includes(part)).map((part) => part.split(' ')[0] ?? '');

/** Ids of the rows there are, files of every kind that a person might choose, and names of what can be gone back to. */
async function whatIsKnown(core: Core, services: Services, folder: string): Promise<Known> {
  const { rows } = services.session.required();
  const all = Object.fromEntries(tableNames.map((table) => [table, rows.all(table)])) as {
    readonly [Table in TableName]: readonly Row<Table>[];
  };
  const hold = (name: string, bytes: Uint8Array | string) =>
    core.fileTokens.holdBytes(name, typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  const plan = hold('plan.xlsx', readFileSync(join(fixtures, 'plans/plain.xlsx')));
  const questionSets = [1, 2, 3].map(
    (stage) =>
      JSON.parse(
        readFileSync(join(import.meta.dirname, `../../resources/question-sets/stage-${stage}.json`), 'utf8'),
      ) as QuestionSet,
  );
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere, { recursive: true });
  writeFileSync(join(elsewhere, 'broken.tcplan'), 'SQLite format 3\0 and no more');
  const values = async (channel: ChannelName, input: unknown) => {
    const result = await core.dispatch(channel, input);
    return (result.ok ? result.value : {}) as Readonly<Record<string, unknown>>;
  };
  const preview = await values('import.preview', { file: plan, planId: all.cycle.at(-1)?.lastPlanId });
  const comments = hold('comments.csv', 'Comment,Group\nThe store is cold,Workshop\nNobody asked us,Glass\n');
  const previewOfComments = await values('import.previewComments', { file: comments });
  await values('workspace.backUp', {});
  const backups = (await values('workspace.backups', {})) as unknown as readonly { readonly id: string }[];
  const state = await values('app.state', {});
  const text = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : []);
  return {
    ids: Object.fromEntries(
      tableNames.map((table) => [table, all[table].map(({ id }) => id)]),
    ) as unknown as Known['ids'],
    steps: services.session
      .required()
      .database.prepare('SELECT id FROM step ORDER BY id DESC LIMIT 40')
      .pluck()
      .all() as readonly number[],
    questionSets: [...questionSets, ...all.ownQuestionSet.map(({ content }) => content as unknown as QuestionSet)],
    files: [
      plan,
      comments,
      hold('form.docx', readFileSync(join(fixtures, 'officialForms', formName))),
      hold('lists.docx', readFileSync(join(fixtures, 'documents/office-lists.docx'))),
      hold('picture.png', readFileSync(picture)),
      hold('set.json', JSON.stringify(questionSets[2])),
      hold('empty.xlsx', ''),
      hold('program.exe', 'MZ\u0090'),
      hold('../../odd\u202egpj.txt', 'words'),
      core.fileTokens.holdPath(join(elsewhere, 'broken.tcplan')),
      core.fileTokens.holdPath(join(elsewhere, 'missing.tcplan')),
      core.fileTokens.holdPath(join(elsewhere, 'new.tcplan')),
      core.fileTokens.holdPath(elsewhere),
    ],
    words: {
      previewId: [...text(preview.previewId), ...text(previewOfComments.previewId)],
      backupId: [...backups].map(({ id }) => id),
      recentId: (state.recent as readonly { readonly id: string }[]).map(({ id }) => id),
      base64: [readFileSync(picture).toString('base64')],
      key: keysIn(preview.preview),
      keys: keysIn(previewOfComments.preview),
      jobId: ['00000000-0000-4000-8000-00000000abcd'],
      lead: all.action.map(({ lead }) => lead).filter((lead) => lead !== ''),
      questionKey: questionSets.flatMap(({ questions }) => questions.map(({ key }) => key)),
    },
  };
}

/** The keys of what a preview offers to bring in. */
const keysIn = (preview: unknown): readonly string[] => [
  ...new Set([...JSON.stringify(preview ?? {}).matchAll(/"key":"([^"]+)"/g)].map(([, key = '']) => key)),
];

/** One input for each channel, in an order of its own. */
function inputsOfRound(services: Services, known: Known, seed: number): readonly (readonly [ChannelName, unknown])[] {
  const { rows } = services.session.required();
  const chance = fc.record({
    pick: fc.nat(1_000),
    text: fc.string({ unit: 'binary', maxLength: 12 }),
    number: fc.double({ min: 0, max: 1e9, noNaN: true }),
  });
  const given = channels.map((channel) => {
    const formed = inputsOf(channel, known);
    const said =
      channel in commandInputs
        ? chance.map((drawn) => {
            const from: Chance = { ...drawn, rows: (table) => rows.all(table), today: '2026-11-21' };
            return commandInputs[channel as Command](from) as unknown;
          })
        : formed;
    const wellMeant = fc.oneof(said, formed);
    return fc.tuple(
      fc.constant(channel),
      fc.oneof(
        { weight: 9, arbitrary: wellMeant },
        { weight: 9, arbitrary: spoilt(wellMeant) },
        { weight: 2, arbitrary: anything },
      ),
    );
  });
  const order = fc.tuple(...given).chain((inputs) => fc.shuffledSubarray(inputs, { minLength: inputs.length }));
  const [drawn = []] = fc.sample(order, { numRuns: 1, seed });
  return drawn;
}

/** An input as far as it helps to find the fault. */
function shown(input: unknown): string {
  try {
    return (
      JSON.stringify(input, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)) ??
      String(input)
    ).slice(0, 600);
  } catch {
    // Too deep, or in a circle.
    return Object.prototype.toString.call(input);
  }
}
