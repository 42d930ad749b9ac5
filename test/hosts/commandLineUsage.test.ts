import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { planner } from './runPlanner.ts';

describe('what is typed wrong', () => {
  it.each([
    [[]],
    [['paint']],
    [['new']],
    [['import']],
    [['import', 'everything', 'a']],
    [['show', 'a', 'b']],
    [['show', 'nothing-there.tcplan']],
    [['show', '.']],
    [['show', 'package.json']],
    [['show', '--colour', 'package.json']],
    [['new', 'x.tcplan', '--stage', '9']],
    [['new', 'x.tcplan', '--signed', '2020-02-31']],
    [['new', 'no/such/folder/x.tcplan']],
    [['export', 'word', '--from', 'package.json']],
    [['import', 'apply', 'package.json']],
    [['import', 'preview', 'package.json', '--plan', 'last']],
    [['verify', 'package.json']],
  ])('%j ends with 2, one message and an empty stdout', async (words) => {
    const { code, out, messages } = await planner(temporaryFolder(), ...words);
    expect([code, out, messages.length]).toEqual([2, '', 1]);
    if (words.length > 0) expect(messages[0]).not.toMatch(/\n|Error|\bat /);
  });

  it('help is on stdout and ends with 0', async () => {
    const { code, out } = await planner(temporaryFolder(), '--help');
    expect(code).toBe(0);
    expect(out).toContain('import preview PLAN');
  });
});
