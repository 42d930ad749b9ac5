import { describe, expect, it } from 'vitest';
import type { Institution } from '#shared/model/tables.ts';
import { academicYearInWords, dayOptions, inMonth } from './academicYear.ts';
import { withRisk } from './editBrief.ts';
import { nextSignatory } from './nextSignatory.ts';
import { withThemeWord } from './ownWords.ts';
import { readCount } from './readCount.ts';

describe('a count of staff', () => {
  it('is read with a comma between thousands and with a fraction', () => {
    expect([' 48 ', '231.5', '1,204', '12,345,678'].map(readCount)).toEqual([48, 231.5, 1204, 12_345_678]);
  });
  it('is refused where it is no number', () => {
    expect(['', '-3', 'about 40', '1,20', '1.2.3', '1e3'].map(readCount)).toEqual([null, null, null, null, null, null]);
  });
});

describe('the risks of the brief', () => {
  it('keep a gap between two, so that nothing moves under the cursor', () => {
    expect(withRisk(['Funding'], 2, 'Turnover')).toEqual(['Funding', '', 'Turnover']);
  });
  it('lose the blank ones at the end', () => {
    expect(withRisk(['Funding', '', 'Turnover'], 2, ' ')).toEqual(['Funding']);
    expect(withRisk(['Funding'], 0, '')).toEqual([]);
  });
});

it('a theme word that is emptied goes back to the usual one', () => {
  const words = withThemeWord({ recognition: 'Esteem' }, 'visibility', 'Profile');
  expect(words).toEqual({ recognition: 'Esteem', visibility: 'Profile' });
  expect(withThemeWord(words, 'recognition', ' ')).toEqual({ visibility: 'Profile' });
});

describe('the start of the academic year', () => {
  it('is said as a year that it makes', () => {
    expect(['08-01', '09-15', '01-01'].map(academicYearInWords)).toEqual([
      '1 August 2026 to 31 July 2027',
      '15 September 2026 to 14 September 2027',
      '1 January 2026 to 31 December 2026',
    ]);
  });
  it('moves to the last day of a shorter month, and offers only days of every year', () => {
    expect([inMonth('08-31', '09'), inMonth('08-31', '02'), inMonth('08-01', '10')]).toEqual([
      '09-30',
      '02-28',
      '10-01',
    ]);
    expect(dayOptions('02-28').map(({ label }) => label)).toHaveLength(28);
  });
});

describe('the next signatory', () => {
  const institution = {
    contactName: 'Rowan Ellis',
    contactRole: 'Head of Technical Services',
    leaderTitle: 'Principal',
  };
  const next = (...roles: readonly string[]) =>
    nextSignatory(
      roles.map((role, position) => ({ id: role, position, role, name: '', title: '' })),
      institution as Institution,
    );
  it('is the lead first, then the leader by their own title, then anybody', () => {
    expect(next()).toEqual({ role: 'Institutional Lead', name: 'Rowan Ellis', title: 'Head of Technical Services' });
    expect(next('Institutional Lead')).toEqual({ role: 'Principal', name: '', title: 'Principal' });
    expect(next('Institutional Lead', 'Principal')).toEqual({ role: '', name: '', title: '' });
  });
});
