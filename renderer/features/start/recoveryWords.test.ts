import { describe, expect, it } from 'vitest';
import type { Recovery } from '#shared/contract/workspace.ts';
import { recoveryWords, waysOut } from './recoveryWords.ts';

const codes = Object.keys(recoveryWords) as readonly Recovery['code'][];
const backup = {} as Recovery['backups'][number];

describe('what to do with a file that could not be opened', () => {
  it.each(codes)('%s: leads to no backup where there is none, and on all the same wherever there is a way', (code) => {
    const without = waysOut({ code, backups: [] });
    expect(without.length).toBeGreaterThan(0);
    expect(without.filter((way) => /backup below/u.test(way))).toEqual([]);
    expect(waysOut({ code, backups: [backup] })).toEqual(expect.arrayContaining([...without]));
  });

  it('a damaged file leads to its newest whole backup first', () => {
    expect(waysOut({ code: 'workspace-damaged', backups: [backup] })[0]).toMatch(/newest backup below that is whole/u);
  });
});
