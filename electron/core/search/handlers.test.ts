import fc from 'fast-check';
import { expect, it } from 'vitest';
import { richTextFromParagraphs } from '#shared/model/richText.ts';
import { type Chance, type Command, commandInputs } from '#test/helpers/commandInputs.ts';
import { openCore } from '#test/helpers/openCore.ts';

async function openLibrary() {
  const test = await openCore();
  const { rows } = await test.call('workspace.load', {});
  const [cycle] = rows.cycle;
  const answer = rows.answer.find((each) => each.questionKey === 'evidence-of-impact');
  if (!cycle || !answer) throw new Error('The workspace has no cycle');
  await test.call('answer.write', {
    id: answer.id,
    content: richTextFromParagraphs('The café for technicians opened'),
  });
  const last = await test.call('action.add', { planId: cycle.lastPlanId, fields: { ref: 'V1', text: 'Open a cafe' } });
  const next = await test.call('action.add', { planId: cycle.newPlanId, fields: { text: 'Second CAFÉ in the north' } });
  const voice = await test.call('voice.add', { fields: { words: 'The cafe is too small' } });
  const evidence = await test.call('evidence.add', { fields: { title: 'Café takings' } });
  return { ...test, last: last.id, next: next.id, voice: voice.id, evidence: evidence.id };
}

it('finds answers, actions, voice and evidence whatever the accents, with the way to each', async () => {
  const test = await openLibrary();
  const hits = await test.call('search.find', { text: 'café', limit: 20 });
  expect(hits.map(({ target }) => target)).toEqual([
    '/question/evidence-of-impact',
    `/new-plan/${test.next}`,
    `/last-plan/${test.last}`,
    `/voice/${test.voice}`,
    `/evidence/${test.evidence}`,
  ]);
  expect(hits[0]).toMatchObject({ title: 'Evidence of impact', excerpt: 'The café for technicians opened' });
});

it('finds progress, and nothing that is in the bin', async () => {
  const test = await openLibrary();
  await test.call('rating.give', { actionIds: [test.last], progress: 'Licence refused' });
  expect(await test.call('search.find', { text: 'licence', limit: 20 })).toMatchObject([
    { kind: 'action', title: 'V1', excerpt: 'Licence refused' },
  ]);
  await test.call('action.bin', { ids: [test.last] });
  expect(await test.call('search.find', { text: 'licence', limit: 20 })).toEqual([]);
});

it('finds the facts of an answer by what is written in them', async () => {
  const test = await openLibrary();
  const { rows } = await test.call('workspace.load', {});
  const answer = rows.answer.find(({ questionKey }) => questionKey === 'evidence-of-impact');
  const facts = {
    url: 'https://saltmarsh.example/technicians',
    funding: [{ what: 'Crème brûlée day', pounds: '1,200' }],
  };
  await test.call('answer.setFacts', { id: answer?.id ?? '', facts });
  expect(await test.call('search.find', { text: 'brulee', limit: 20 })).toMatchObject([
    { kind: 'answer', title: 'Evidence of impact', excerpt: 'Crème brûlée day' },
  ]);
  await test.call('history.undo', {});
  expect(await test.call('search.find', { text: 'brulee', limit: 20 })).toEqual([]);
});

it('stops at the limit, and finds nothing for nothing', async () => {
  const test = await openLibrary();
  expect(await test.call('search.find', { text: 'cafe', limit: 2 })).toHaveLength(2);
  expect(await test.call('search.find', { text: '  ', limit: 20 })).toEqual([]);
  expect(await test.call('search.find', { text: '%', limit: 20 })).toEqual([]);
});

it('finds the words of phrases, beginnings of words, references before texts, and framework items', async () => {
  const test = await openLibrary();
  const { rows } = await test.call('workspace.load', {});
  const planId = rows.cycle[0]?.newPlanId ?? '';
  await test.call('action.add', { planId, fields: { text: 'Like V1 of the last plan' } });
  const found = async (text: string) => (await test.call('search.find', { text, limit: 20 })).map(({ title }) => title);
  expect(await found('v1')).toContain('V1');
  expect((await test.call('search.find', { text: 'v1', limit: 1 }))[0]?.title).toBe('V1');
  expect(await found('"cafe is too"')).toEqual(['Voice 1']);
  expect(await found('tak')).toEqual(['Café takings']);
  const framework = await test.call('framework.add', { title: 'Charter', description: '' });
  await test.call('frameworkItem.add', { frameworkId: framework.id, code: '3', title: 'Careers of technicians' });
  expect(await found('careers')).toEqual(['Charter 3']);
});

it('takes anything that can be typed for words', async () => {
  const test = await openLibrary();
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ maxLength: 20 }),
        fc.constantFrom('a OR b', 'NEAR(a b)', '^a', 'a*', '"', 'title:a', '-a', '('),
      ),
      async (text) => {
        expect(Array.isArray(await test.call('search.find', { text, limit: 5 }))).toBe(true);
      },
    ),
  );
});

it('finds an action of an earlier cycle, and leads to what became of it', async () => {
  const test = await openLibrary();
  const carried = await test.call('lineage.carryForward', {
    fromActionIds: [test.last],
    toPlanId: (await test.call('workspace.load', {})).rows.cycle[0]?.newPlanId ?? '',
    kind: 'continued',
    fields: { text: 'Keep the tea room' },
  });
  await test.call('cycle.start', { stage: 3, signedOn: '2020-09-14' });
  const hits = await test.call('search.find', { text: 'open cafe', limit: 20 });
  const earlier = hits.find(({ id }) => id === test.last);
  expect(earlier).toMatchObject({ place: 'earlier-plan', target: `/last-plan/${carried.id}` });
});

it('the index says what the rows say, whatever is done, undone and done again', async () => {
  const test = await openLibrary();
  const { database } = test.services.session.required();
  const rebuilt = () => {
    database.exec(`
      DROP TABLE IF EXISTS temp.afresh; DROP TABLE IF EXISTS temp.keptWords; DROP TABLE IF EXISTS temp.freshWords;
      CREATE VIRTUAL TABLE temp.afresh USING fts5(title, body, content = '', tokenize = 'unicode61 remove_diacritics 2');
      INSERT INTO temp.afresh (rowid, title, body)
        SELECT number, title, body FROM searchEntry JOIN searchSource ON searchSource.id = rowId;
      CREATE VIRTUAL TABLE temp.keptWords USING fts5vocab(main, searchIndex, instance);
      CREATE VIRTUAL TABLE temp.freshWords USING fts5vocab(temp, afresh, instance);`);
    const words = (table: string) => database.prepare(`SELECT * FROM temp.${table} ORDER BY doc, col, "offset"`).all();
    expect(words('keptWords')).toEqual(words('freshWords'));
  };
  const chance = (pick: number): Chance => ({
    pick,
    text: `Café ${pick} in spring`,
    number: pick,
    rows: (table) => test.services.session.required().rows.all(table),
    today: test.ports.today(),
  });
  const commands = Object.keys(commandInputs) as Command[];
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.constantFrom<Command | 'history.undo' | 'history.redo'>(...commands, 'history.undo', 'history.redo'),
          fc.nat(50),
        ),
        {
          maxLength: 25,
        },
      ),
      async (deeds) => {
        for (const [name, pick] of deeds) {
          const input = name === 'history.undo' || name === 'history.redo' ? {} : commandInputs[name](chance(pick));
          await test.core.dispatch(name, input);
        }
        rebuilt();
      },
    ),
    { numRuns: 15 },
  );
});
