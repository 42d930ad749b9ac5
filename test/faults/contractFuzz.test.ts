import { describe, expect, it } from 'vitest';
import { openCore } from '#test/helpers/openCore.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { fuzzContract } from './contractFuzzer.ts';

/** A few in the ordinary run; `npm run test:faults` tries all. The same seed always makes the same inputs. */
const all = process.env.FAULTS === 'all';
const count = all ? 20_000 : 600;

describe('the contract', () => {
  it(`answers ${count} inputs, right, wrong in one place and of no form, by a value or a named error, and errors change nothing`, {
    timeout: 60_000 + count * 200,
  }, async () => {
    const { inputs, ends, neverTaken, faults } = await fuzzContract(temporaryFolder(), count, 2_027);
    expect(faults).toEqual([]);
    expect(inputs).toBe(count);
    // Inputs that are all refused at the door, or none, would test nothing.
    expect(ends.ok).toBeGreaterThan(count / 6);
    expect(ends['input-invalid']).toBeGreaterThan(count / 6);
    expect(Object.keys(ends).length).toBeGreaterThan(6);
    // Left are those that need a shared folder, a copy that came back, a signature, or the digest of a preview.
    if (all) expect(neverTaken.length, neverTaken.join()).toBeLessThan(16);
  });

  it.each([
    '',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'workspace',
    'workspace.',
    'workspace.open ',
    'WORKSPACE.OPEN',
    'a'.repeat(10_000),
  ])('has no channel %j', async (name) => {
    const { core } = await openCore();
    expect(await core.dispatch(name, {})).toEqual({ ok: false, error: { code: 'channel-unknown', detail: {} } });
  });
});
