import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ChannelInput } from '#shared/contract/contract.ts';
import { readWord, textOf, type XmlElement } from '#test/golden/word/readWord.ts';
import { harmful, shownAsText, writeHarmfulContent } from '#test/helpers/harmfulContent.ts';
import { startCore, type TestCore } from '#test/helpers/openCore.ts';

/** Everything that can be exported, by what it is called here. */
/** What is written to the log meanwhile. */
let log: readonly string[] = [];
let documents: Promise<Readonly<Record<string, Uint8Array>>> | undefined;
const exported = async (name: string): Promise<Uint8Array> => {
  // Made by the first that asks, while its workspace is open.
  documents ??= exportAll();
  return (await documents)[name] ?? new Uint8Array();
};

async function exportAll(): Promise<Readonly<Record<string, Uint8Array>>> {
  const test = startCore();
  const { call, core } = test;
  await call('workspace.openSample', {});
  await writeHarmfulContent(test);
  const { rows } = await call('workspace.load', {});
  const cycle = rows.cycle.toSorted((one, other) => one.stage - other.stage).at(-1);
  const importRunId = rows.importRun[0]?.id;
  const set = rows.questionSet[0]?.content;
  const lead = rows.action.find(({ planId, lead }) => planId === cycle?.newPlanId && lead !== '')?.lead;
  if (!cycle || !importRunId || !set || !lead) throw new Error('The sample is not whole.');
  const bytesOf = async ({ file }: { readonly file: string }) =>
    (await core.fileTokens.read(file, Number.POSITIVE_INFINITY)).bytes;
  const word: ChannelInput<'export.word'> = {
    cycleId: cycle.id,
    parts: ['brief', 'questions', 'signatures', 'last-plan', 'new-plan', 'voice', 'evidence'],
    planAs: 'tables',
    language: 'en-GB',
    draft: true,
  };
  const web = await call('export.web', {
    cycleId: cycle.id,
    parts: ['last-plan', 'voice'],
    language: 'en-GB',
    exceptions: [],
    draft: true,
  });
  const framework = rows.framework.find(({ id }) => rows.frameworkItem.some(({ frameworkId }) => frameworkId === id));
  const grouped = await call('export.web', {
    cycleId: cycle.id,
    parts: ['last-plan'],
    ...(framework ? { planBy: { framework: framework.id } } : {}),
    language: 'cy-GB',
    exceptions: [],
    draft: false,
  });
  const form = readFileSync(
    new URL('../../../test/fixtures/officialForms/numbered-prompts-with-guidance.docx', import.meta.url),
  );
  await call('officialForm.open', { cycleId: cycle.id, file: core.fileTokens.holdBytes('form.docx', form) });
  const exports = {
    'tables.docx': await bytesOf(await call('export.word', word)),
    'lists.docx': await bytesOf(await call('export.word', { ...word, planAs: 'lists', language: 'cy-GB' })),
    'form.docx': await bytesOf(await call('export.form', { cycleId: cycle.id, draft: true })),
    'plans.xlsx': await bytesOf(await call('export.workbook', { cycleId: cycle.id, plan: 'both', sheets: 'by-theme' })),
    'contribution.xlsx': await bytesOf(await call('export.contributionCopy', { planId: cycle.newPlanId, lead })),
    'frameworks.xlsx': await bytesOf(await call('framework.export', {})),
    'page.html': await bytesOf(web.page),
    'grouped.html': await bytesOf(grouped.page),
    'page.csv': await bytesOf(web.plan),
    'report.txt': await bytesOf(await call('import.report', { importRunId })),
    'set.json': await bytesOf(await call('questionSet.save', { content: set })),
  };
  await meetErrors(test);
  log = [...test.ports.lines];
  return exports;
}

/** Calls that are refused for every sort of reason, the last because something broke, all with words in them. */
async function meetErrors({ core, call, services }: TestCore): Promise<void> {
  const held = (name: string, bytes: string) => core.fileTokens.holdBytes(name, Buffer.from(bytes));
  const { rows } = await call('workspace.load', {});
  const calls: readonly (readonly [string, unknown])[] = [
    [harmful, { harmful }],
    ['voice.add', { fields: { words: 1, harmful } }],
    ['voice.edit', { id: '00000000-0000-4000-8000-00000000dead', fields: { words: harmful } }],
    ['evidence.add', { fields: { url: 'javascript:harm()' } }],
    ['lineage.decide', { actionIds: [rows.action[0]?.id], kind: 'dropped', reason: '' }],
    ['import.preview', { file: held(`${harmful}.docx`, harmful), planId: rows.plan[0]?.id }],
    ['questionSet.read', { file: held(`${harmful}.json`, harmful) }],
    ['officialForm.open', { cycleId: rows.cycle[0]?.id, file: held(`${harmful}.docx`, harmful) }],
    ['workspace.open', { file: core.fileTokens.holdPath(`/nowhere/${harmful}.tcplan`) }],
    ['workspace.open', { recentId: harmful }],
    ['export.web', { harmful }],
  ];
  const ends = new Set<string>();
  for (const [channel, input] of calls) {
    const result = await core.dispatch(channel, input, { screen: harmful });
    ends.add(result.ok ? 'ok' : result.error.code);
  }
  services.session.required().database.exec('DROP TABLE searchIndex');
  const broken = await core.dispatch('search.find', { text: harmful, limit: 5 });
  ends.add(broken.ok ? 'ok' : broken.error.code);
  expect([...ends].toSorted()).toEqual(
    expect.arrayContaining(['channel-unknown', 'input-invalid', 'internal', 'not-found', 'refused-by-rule']),
  );
}

/** What follows a sign by which a spreadsheet would begin to calculate. */
const calculates = /^[=+\-@\t\r]/u;
const allowed = /^(?:https?:\/\/|mailto:|#)/u;
const everyElement = (element: XmlElement): readonly XmlElement[] => [
  element,
  ...element.children.flatMap(everyElement),
];

// Everything is written and exported by the first of them.
describe('harmful text in every field', { timeout: 180_000 }, () => {
  it.each(['tables.docx', 'lists.docx', 'form.docx'])('is text in %s', async (name) => {
    const { parts, names, document } = readWord(await exported(name));
    expect(textOf(document).includes(shownAsText)).toBe(true);
    // Word finds fields, macros and objects by these.
    expect(names.filter((part) => /vba|activeX|embeddings|\.bin$|\.exe$/i.test(part))).toEqual([]);
    const instructions = [...parts.values()]
      .flatMap(everyElement)
      .flatMap((element) =>
        element.name === 'w:instrText'
          ? [element.text]
          : element.name === 'w:fldSimple'
            ? [String(element.attributes['w:instr'])]
            : [],
      );
    expect(
      instructions.filter(
        (instruction) => !/^\s*(?:PAGE|NUMPAGES|TOC|PAGEREF|REF|SEQ|DOCPROPERTY)\b/u.test(instruction),
      ),
    ).toEqual([]);
    const targets = [...parts]
      .filter(([part]) => part.endsWith('.rels'))
      .flatMap(([, element]) => everyElement(element))
      .filter(({ attributes }) => attributes.TargetMode === 'External')
      .map(({ attributes }) => String(attributes.Target));
    expect(targets.filter((target) => !allowed.test(target))).toEqual([]);
  });

  it.each(['plans.xlsx', 'contribution.xlsx', 'frameworks.xlsx'])('is text in %s', async (name) => {
    const files = Object.entries(unzipSync(await exported(name))).map(
      ([part, bytes]) => [part, strFromU8(bytes)] as const,
    );
    const all = files.map(([, xml]) => xml).join('\n');
    expect(all.includes('&lt;script&gt;window.harmed=1&lt;/script&gt;')).toBe(true);
    expect(all.includes('<script')).toBe(false);
    expect(files.filter(([part]) => /vba|activeX|externalLink|connections|\.bin$/i.test(part))).toEqual([]);
    for (const [part, xml] of files) {
      if (part.endsWith('.rels'))
        for (const [relationship, target = ''] of xml.matchAll(/<Relationship [^>]*Target="([^"]*)"[^>]*>/g))
          if (relationship.includes('External')) expect(target).toMatch(allowed);
      // Only the summary counts; nothing that somebody wrote is a formula.
      for (const [, formula = ''] of xml.matchAll(/<f\b[^>]*>([^<]*)/g))
        expect(formula).not.toMatch(/HYPERLINK|harm|DDE|WEBSERVICE/i);
    }
  });

  it.each(['page.html', 'grouped.html'])('is text in the public %s, which loads and runs nothing', async (name) => {
    const html = Buffer.from(await exported(name)).toString();
    // Names of people are taken out of it, so another stretch than elsewhere.
    expect(html.includes('&lt;b onmouseover=&quot;window.harmed=1&quot;&gt;')).toBe(true);
    const tags = [...html.matchAll(/<([a-z][a-z0-9]*)\b([^>]*)>/gi)].map(
      ([, name = '', rest = '']) => [name, rest] as const,
    );
    const known =
      /^(?:html|head|article|meta|title|style|body|a|header|h[1-6]|nav|ul|ol|li|main|section|footer|p|dl|dt|dd|div|span|bdi|br|b|i|strong|em|table|caption|thead|tbody|tr|th|td|blockquote|cite|img|q|details|summary|small|time|abbr)$/;
    expect([...new Set(tags.map(([name]) => name))].filter((name) => !known.test(name))).toEqual([]);
    expect(tags.filter(([name]) => name === 'style')).toHaveLength(1);
    for (const [, rest] of tags)
      for (const [, name = '', value = ''] of rest.matchAll(/([\w-]+)(?:="([^"]*)")?/g)) {
        expect(name).not.toMatch(/^(?:on\w+|style|srcdoc|background|action)$/);
        if (name === 'href') expect(value).toMatch(allowed);
        if (name === 'src') expect(value).toMatch(/^data:image\/(?:png|jpeg);base64,/);
      }
    expect(html).toMatch(
      /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'; img-src data:/,
    );
  });

  it('is text in the csv of the plan, in which no cell begins to calculate', async () => {
    const csv = Buffer.from(await exported('page.csv'))
      .toString()
      .replace(/^\u{feff}/u, '');
    expect(csv.includes('<b onmouseover=')).toBe(true);
    const cells = [...csv.matchAll(/"((?:[^"]|"")*)"|([^",\r\n]+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    expect(cells.length).toBeGreaterThan(20);
    expect(cells.filter((cell) => calculates.test(cell))).toEqual([]);
    expect(cells.some((cell) => cell.startsWith("'=HYPERLINK"))).toBe(true);
  });

  it('is text in the report of an import and in a question set', async () => {
    expect(
      Buffer.from(await exported('report.txt'))
        .toString()
        .includes(shownAsText),
    ).toBe(true);
    expect(JSON.parse(Buffer.from(await exported('set.json')).toString())).toMatchObject({
      questions: expect.any(Array),
    });
  });

  it('leaves nothing in the log but names of channels, codes and times, also where it is refused and where something breaks', async () => {
    await exported('page.html');
    const forms = [
      /^(?:[a-zA-Z]+\.[a-zA-Z]+|unknown) (?:ok|[a-z-]+) \d+\.\d ms$/,
      /^(?:[a-zA-Z]+\.[a-zA-Z]+) failed: [A-Za-z]+ [A-Z_]*$/,
      /^[a-z ,]+(?:: [A-Za-z_]+)?$/,
    ];
    expect(log.filter((line) => !forms.some((form) => form.test(line)))).toEqual([]);
    expect(log.length).toBeGreaterThan(60);
    expect(log.filter((line) => line.startsWith('search.find failed: '))).toHaveLength(1);
    expect(log.join('\n')).not.toMatch(/harm|script|Eastmere|Thackwray|planner-|tcplan|docx/i);
  });
});
