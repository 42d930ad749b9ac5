import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { forgetRecent, hideGuide, readSettings, rememberRecent } from './settings.ts';

const entry = (id: string) => ({
  id,
  path: `/plans/${id}.tcplan`,
  institution: `University ${id}`,
  openedAt: '2026-11-21T14:00:00.000Z',
});

it('puts the workspace opened last at the head, each once, and keeps twenty', () => {
  const folder = temporaryFolder();
  for (let number = 1; number <= 25; number += 1) rememberRecent(folder, entry(String(number)));
  rememberRecent(folder, { ...entry('10'), institution: 'Renamed' });
  const { recent } = readSettings(folder);
  expect(recent).toHaveLength(20);
  expect(recent.slice(0, 2)).toEqual([{ ...entry('10'), institution: 'Renamed' }, entry('25')]);
  forgetRecent(folder, '25');
  expect(readSettings(folder).recent).toHaveLength(19);
});

it.each(['', 'null', '[]', '{"recent": 3}', '{"recent": [', '\u0000'])('reads %j as nothing remembered', (content) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'settings.json'), content);
  expect(readSettings(folder)).toEqual({ recent: [], guideHidden: false });
});

it('remembers that the guide was put away, whatever else is remembered before and after', () => {
  const folder = temporaryFolder();
  rememberRecent(folder, entry('1'));
  hideGuide(folder, true);
  rememberRecent(folder, entry('2'));
  expect(readSettings(folder)).toEqual({ recent: [entry('2'), entry('1')], guideHidden: true });
  hideGuide(folder, false);
  expect(readSettings(folder).guideHidden).toBe(false);
});

it('passes over an entry that is broken and keeps the others', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ recent: [{ id: 1 }, entry('2'), null] }));
  expect(readSettings(folder).recent).toEqual([entry('2')]);
});
