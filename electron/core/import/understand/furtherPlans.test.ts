import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ExpectedPlan, scorePreview } from '#test/helpers/scorePreview.ts';
import { readPreview } from '../readPreview.ts';

const folder = new URL('../../../../test/fixtures/furtherPlans/', import.meta.url);
const names = readdirSync(folder).filter((name) => existsSync(new URL(`${name}.expected.json`, folder)));

/** Files that are not understood fully yet, each with what is misread. A file that is read well must not stand here. */
const misread: Readonly<Record<string, string>> = {};

async function score(name: string): Promise<unknown> {
  const expected = JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8')) as ExpectedPlan;
  const preview = await readPreview(new Uint8Array(readFileSync(new URL(name, folder))), name);
  const { found, wanted, invented, wrong } = scorePreview(expected, preview);
  return { missed: wanted - found, invented, wrong };
}

const full = { missed: 0, invented: 0, wrong: [] };

describe('plans that are laid out to be misread', () => {
  it.each(names.filter((name) => misread[name] === undefined))('reads every action and field of %s', async (name) => {
    expect(await score(name)).toEqual(full);
  });

  it.each(Object.entries(misread))('does not yet read %s: %s', async (name) => {
    expect(await score(name)).not.toEqual(full);
  });
});
