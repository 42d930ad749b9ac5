import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testPorts } from '#test/helpers/ports.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { loadQuestionSets } from './questionSets.ts';

const shipped = testPorts({ folder: '' }).resourcesFolder;

it('reads every question set that ships, by stage', () => {
  expect(loadQuestionSets(shipped).map(({ stage }) => stage)).toEqual([1, 2, 3]);
});

it('takes a fourth stage and a newer version from data alone, the newer version first', () => {
  const folder = temporaryFolder();
  cpSync(join(shipped, 'question-sets'), join(folder, 'question-sets'), { recursive: true });
  const stage3 = JSON.parse(readFileSync(join(shipped, 'question-sets', 'stage-3.json'), 'utf8'));
  const put = (name: string, change: object) =>
    writeFileSync(join(folder, 'question-sets', name), JSON.stringify({ ...stage3, ...change }));
  put('stage-4.json', { stage: 4, id: 'stage-4' });
  put('stage-3-later.json', { version: '2031.10' });
  put('stage-3-early.json', { version: '2031.9' });
  expect(
    loadQuestionSets(folder)
      .map(({ stage, version }) => `${stage} ${version}`)
      .slice(2),
  ).toEqual(['3 2031.10', '3 2031.9', `3 ${stage3.version}`, `4 ${stage3.version}`]);
});

it('throws on a file that is not in the form expected, for that is a fault of the build', () => {
  const folder = temporaryFolder();
  cpSync(join(shipped, 'question-sets'), join(folder, 'question-sets'), { recursive: true });
  writeFileSync(join(folder, 'question-sets', 'stage-5.json'), '{"stage": 5}');
  expect(() => loadQuestionSets(folder)).toThrow();
});
