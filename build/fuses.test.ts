import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { madeUpElectron } from '#test/desktop/madeUpElectron.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { fusesNotAsWanted, setFuses, wantedFuses } from './fuses.ts';

function program(wire: string, version = 1): string {
  const path = join(temporaryFolder(), 'program');
  writeFileSync(path, madeUpElectron(wire, version));
  return path;
}

describe('the fuses of the program', () => {
  it('leave no way to run other code under its name', async () => {
    expect(wantedFuses).toMatchObject({ 0: false, 2: false, 3: false, 4: true, 5: true, 7: false });
    for (const wire of ['10110001', '101100011']) {
      const path = program(wire);
      const length = readFileSync(path).length;
      await setFuses(path);
      expect(await fusesNotAsWanted(path)).toEqual([]);
      expect(readFileSync(path).toString('latin1')).toContain(`${String.fromCharCode(1, wire.length)}01001100`);
      expect(readFileSync(path)).toHaveLength(length);
    }
  });

  it.each([
    ['as Electron ships it', '10110001', [0, 1, 2, 3, 4, 5, 7]],
    ['with one turned back', '01101100', [2]],
    ['with one taken out of Electron', '0100110r', [7]],
    ['with fewer than are known', '010011', [6, 7]],
    ['with one that nobody has decided on', '0100110011', [9]],
  ])('are found wanting %s', async (_how, wire, wrong) => {
    expect(await fusesNotAsWanted(program(wire))).toEqual(wrong);
  });

  it('stop the packaging where they cannot be set or are not known', async () => {
    await expect(setFuses(program('0100110011'))).rejects.toThrow(/not as wanted: 9/);
    await expect(setFuses(program('10110001', 2))).rejects.toThrow();
    const without = join(temporaryFolder(), 'program');
    writeFileSync(without, 'a program of another kind');
    await expect(setFuses(without)).rejects.toThrow(/sentinel/);
  });
});
