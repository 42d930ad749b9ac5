import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChannelInput } from '#shared/contract/contract.ts';
import { givenActions, writePlan } from '#test/helpers/hostilePlan.ts';
import { openCore, startCore, type TestCore } from '#test/helpers/openCore.ts';
import { expectHarmless, expectHeadingsInOrder, expectNothingBlank, parsedPage } from '#test/helpers/publicPages.ts';

const patience = 120_000;
type Asked = Partial<Omit<ChannelInput<'export.web'>, 'cycleId' | 'jobId'>>;

async function cycleOf({ call }: TestCore) {
  const { rows } = await call('workspace.load', {});
  const cycle = rows.cycle.toSorted((one, other) => one.stage - other.stage).at(-1);
  if (!cycle) throw new Error('There is no cycle');
  return cycle;
}

async function exported(test: TestCore, asked: Asked = {}) {
  const { id } = await cycleOf(test);
  const made = await test.call('export.web', {
    cycleId: id,
    parts: ['last-plan', 'voice'],
    language: 'en-GB',
    exceptions: [],
    draft: true,
    ...asked,
  });
  const textOf = async (file: string): Promise<string> =>
    new TextDecoder('utf-8', { fatal: true }).decode((await test.core.fileTokens.read(file, 50_000_000)).bytes);
  return { ...made, html: await textOf(made.page.file), csv: await textOf(made.plan.file) };
}

async function sample(): Promise<TestCore> {
  const test = startCore();
  await test.call('workspace.openSample', {});
  return test;
}

describe('the public page', () => {
  it('says status, contact and period, and each action once in a table and once in a list', async () => {
    const test = await sample();
    const page = parsedPage((await exported(test)).html);
    const cycle = await cycleOf(test);
    const { rows } = await test.call('workspace.load', {});
    expect(page.documentElement.lang).toBe('en-GB');
    expect(page.title).toBe('Technician Commitment action plan: Eastmere University (draft)');
    const glance = new Map(
      [...page.querySelectorAll('section:first-of-type > dl > div')].map((fact) => [
        fact.querySelector('dt')?.textContent,
        fact.querySelector('dd')?.textContent,
      ]),
    );
    expect(glance.get('Status')).toContain('Signatory of the Technician Commitment since 12 November 2020');
    expect(glance.get('Period of the plan')).toBe('1 August 2026 to 31 July 2029');
    expect(glance.get('Contact')).toBe('Head of Technical ServicesEastmere University');
    for (const [planId, id] of [
      [cycle.lastPlanId, 'last'],
      [cycle.newPlanId, 'new'],
    ] as const) {
      const refs = rows.action.filter((action) => action.planId === planId && !action.binned).map(({ ref }) => ref);
      const inTable = page.querySelectorAll(`#${id}-tables tbody th[scope=row]`);
      const inList = page.querySelectorAll(`#${id}-lists h5`);
      expect([...inTable].map((cell) => cell.textContent).toSorted()).toEqual(refs.toSorted());
      expect([...inList].map((title) => title.textContent?.replace('Action ', '')).toSorted()).toEqual(refs.toSorted());
    }
    expectNothingBlank(page);
    expectHeadingsInOrder(page);
    expectHarmless(page);
  });

  it('says every rating in words, with a key to them', async () => {
    const page = parsedPage((await exported(await sample())).html);
    const words = new Set(['Green', 'Amber', 'Red', 'Not yet rated']);
    const marks = [...page.querySelectorAll('.rag')];
    expect(marks.length).toBeGreaterThan(20);
    for (const mark of marks) expect(words).toContain(mark.textContent);
    expect([...page.querySelectorAll('dl.key > div')].map((entry) => entry.textContent)).toEqual([
      'Greencompleted',
      'Amberin progress',
      'Redstill to be carried out',
      'Not yet ratedno rating has been given, which is not the same as red',
    ]);
  });

  it('is in Welsh where that is asked for, in its own words and its language', async () => {
    const page = parsedPage((await exported(await sample(), { language: 'cy-GB' })).html);
    expect(page.documentElement.lang).toBe('cy-GB');
    expect(page.querySelector('#new-plan')?.textContent).toBe('Cynllun gweithredu newydd');
    expectHeadingsInOrder(page);
  });

  it('leaves out the parts that are not asked for', async () => {
    const page = parsedPage((await exported(await sample(), { parts: [] })).html);
    expect([...page.querySelectorAll('h2')].map(({ id }) => id)).toEqual(['at-a-glance', 'new-plan']);
  });

  it('is whole with no action, nobody named and nothing said', async () => {
    const { html, csv } = await exported(await openCore());
    const page = parsedPage(html);
    expectHeadingsInOrder(page);
    expectHarmless(page);
    expect(page.querySelector('main')?.textContent).toContain('There are no actions here.');
    expect(csv.trim().split('\r\n')).toHaveLength(1);
  });

  it('has the same bytes for the same content, and others once a word has changed', async () => {
    const test = await sample();
    const first = await exported(test);
    test.ports.pass(1000);
    const again = await exported(test);
    expect([again.page.sha256, again.plan.sha256]).toEqual([first.page.sha256, first.plan.sha256]);
    const { rows } = await test.call('workspace.load', {});
    const { newPlanId } = await cycleOf(test);
    const action = rows.action.find(({ planId }) => planId === newPlanId);
    await test.call('action.edit', { id: action?.id ?? '', fields: { text: 'Something else' } });
    expect((await exported(test)).page.sha256).not.toBe(first.page.sha256);
  });

  it('that is issued is kept byte for byte with its fingerprint, and a draft is not', async () => {
    const test = await sample();
    expect((await exported(test)).issuedDocumentId).toBeNull();
    const issued = await exported(test, { draft: false });
    expect(issued.html).toContain(issued.fingerprint);
    expect(issued.html).not.toContain('This is a draft');
    const { rows } = await test.call('workspace.load', {});
    expect(rows.issuedDocument.find(({ id }) => id === issued.issuedDocumentId)).toMatchObject({
      kind: 'web',
      sha256: issued.page.sha256,
      settings: { exceptions: [] },
    });
    const again = await test.call('export.issuedAgain', { issuedDocumentId: issued.issuedDocumentId ?? '' });
    const { bytes } = await test.core.fileTokens.read(again.file, 50_000_000);
    expect(new TextDecoder().decode(bytes)).toBe(issued.html);
  });

  it(
    'shows hostile text as text: no script, no element, attribute or address but its own, in page and csv',
    async () => {
      const test = await openCore();
      const { newPlanId, lastPlanId } = await cycleOf(test);
      const attacks = [
        '<script>alert(1)</script>',
        '<svg onload=alert(1)>',
        '"><img src=x onerror=alert(1)>',
        '</style><style>*{background:url(//x.example)}',
        'javascript:alert(1)',
        ']]><!--',
        '\u202e\u2066<a href="javascript:alert(1)">x</a>',
      ];
      await fc.assert(
        fc.asyncProperty(givenActions, fc.constantFrom(...attacks), async (actions, attack) => {
          const spoilt = actions.map((action) => ({
            ...action,
            text: attack + action.text,
            lead: action.lead + attack,
          }));
          writePlan(test, newPlanId, spoilt);
          writePlan(test, lastPlanId, spoilt);
          await test.call('institution.edit', {
            fields: { name: `Eastmere ${attack}`, contactName: attack, contactEmail: attack, contactRole: attack },
          });
          const { html } = await exported(test);
          const page = parsedPage(html);
          expectHarmless(page);
          expectHeadingsInOrder(page);
          if (actions.length > 0 && attack.startsWith('<script>'))
            expect(page.querySelector('main')?.textContent).toContain('<script>alert(1)</script>');
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
          expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/u);
        }),
        { numRuns: 40, endOnFailure: true },
      );
    },
    patience,
  );
});
