import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type QuestionSet, questionSetSchema } from '#shared/model/questionSet.ts';
import stage1File from '../../../resources/question-sets/stage-1.json' with { type: 'json' };
import stage2File from '../../../resources/question-sets/stage-2.json' with { type: 'json' };
import stage3File from '../../../resources/question-sets/stage-3.json' with { type: 'json' };
import {
  academicYear,
  addMonths,
  daysBetween,
  proposeDueDate,
  proposeExtension,
  proposePlanPeriod,
} from './calendar.ts';

const stage1 = questionSetSchema.parse(stage1File);
const stage2 = questionSetSchema.parse(stage2File);
const stage3 = questionSetSchema.parse(stage3File);

const anyDay = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2090-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const anyWindows = fc.array(
  fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }),
  { minLength: 1, maxLength: 4 },
);

const anyCalendar = fc.record({
  windows: anyWindows,
  extension: fc.constant('next-window' as const),
  dueMonthsAfterSigning: fc.integer({ min: 1, max: 120 }),
  planMonths: fc.integer({ min: 1, max: 60 }),
});

function fallsOnWindow(questionSet: Pick<QuestionSet, 'windows'>, date: string): boolean {
  return questionSet.windows.some(
    ({ month, day }) => date.slice(5) === `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );
}

describe('the due date of a stage', () => {
  it('is the first window on or after the anniversary of signing', () => {
    expect(proposeDueDate(stage1, '2020-11-12')).toBe('2022-01-31');
    expect(proposeDueDate(stage2, '2020-11-12')).toBe('2024-01-31');
    expect(proposeDueDate(stage3, '2020-11-12')).toBe('2027-01-31');
  });

  it('is the anniversary itself when that is a closing day, and the next window a day later', () => {
    expect(proposeDueDate(stage3, '2020-07-31')).toBe('2026-07-31');
    expect(proposeDueDate(stage3, '2020-08-01')).toBe('2027-01-31');
  });

  it('leaves 12 to 18 months for Stage 1, whichever day was the day of signing', () => {
    fc.assert(
      fc.property(anyDay, (signedOn) => {
        const due = proposeDueDate(stage1, signedOn);
        expect(due >= addMonths(signedOn, 12)).toBe(true);
        expect(due <= addMonths(signedOn, 18)).toBe(true);
      }),
    );
  });

  it('stays in the calendar at its ends', () => {
    expect(addMonths('9999-12-31', 1)).toBe('9999-12-31');
    expect(addMonths('0000-01-31', -1)).toBe('0000-01-01');
    expect(proposeExtension(stage1, '9999-12-31')).toBe('9999-12-31');
    expect(proposePlanPeriod(stage1, '9999-12-31')).toEqual({ start: '9999-12-31', end: '9999-12-31' });
  });

  it('is always a window, never early, and never skips a window', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (calendar, signedOn) => {
        const earliest = addMonths(signedOn, calendar.dueMonthsAfterSigning);
        const due = proposeDueDate(calendar, signedOn);
        expect(fallsOnWindow(calendar, due)).toBe(true);
        expect(due >= earliest).toBe(true);
        expect(due < addMonths(earliest, 13)).toBe(true);
        for (const year of [Number(earliest.slice(0, 4)), Number(earliest.slice(0, 4)) + 1]) {
          for (const { month, day } of calendar.windows) {
            const window = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
            expect(window < earliest || window >= due).toBe(true);
          }
        }
      }),
    );
  });

  it('never moves earlier when the Commitment was signed later', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyDay, (calendar, one, other) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one];
        expect(proposeDueDate(calendar, earlier) <= proposeDueDate(calendar, later)).toBe(true);
      }),
    );
  });
});

describe('an extension', () => {
  it('moves a submission from one window to the next', () => {
    expect(proposeExtension(stage3, '2027-01-31')).toBe('2027-07-31');
    expect(proposeExtension(stage3, '2027-07-31')).toBe('2028-01-31');
  });

  it('goes to the coming window when the date agreed was not a window', () => {
    expect(proposeExtension(stage3, '2027-02-14')).toBe('2027-07-31');
  });

  it('is always later, and is always a window', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (calendar, due) => {
        const extended = proposeExtension(calendar, due);
        expect(extended > due).toBe(true);
        expect(fallsOnWindow(calendar, extended)).toBe(true);
      }),
    );
  });
});

describe('the period of a plan', () => {
  it('starts with the month after the due date and lasts as long as the stage asks', () => {
    expect(proposePlanPeriod(stage1, '2022-01-31')).toEqual({ start: '2022-02-01', end: '2024-01-31' });
    expect(proposePlanPeriod(stage3, '2027-01-31')).toEqual({ start: '2027-02-01', end: '2030-01-31' });
    expect(proposePlanPeriod(stage3, '2026-07-31')).toEqual({ start: '2026-08-01', end: '2029-07-31' });
  });

  it('begins in the new year after a due date in December', () => {
    expect(proposePlanPeriod({ planMonths: 2 }, '2026-12-15')).toEqual({ start: '2027-01-01', end: '2027-02-28' });
  });

  it('is whole months, and the next one begins the day after it ends', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (calendar, due) => {
        const { start, end } = proposePlanPeriod(calendar, due);
        expect(start > due).toBe(true);
        expect(start.endsWith('-01')).toBe(true);
        expect(daysBetween(end, addMonths(start, calendar.planMonths))).toBe(1);
        expect(proposePlanPeriod(calendar, end).start).toBe(addMonths(start, calendar.planMonths));
      }),
    );
  });
});

describe('the academic year', () => {
  it('turns between 31 July and 1 August', () => {
    expect(academicYear('2026-07-31')).toEqual({ start: '2025-08-01', end: '2026-07-31', label: '2025/26' });
    expect(academicYear('2026-08-01')).toEqual({ start: '2026-08-01', end: '2027-07-31', label: '2026/27' });
  });

  it('turns on the day that the institution says', () => {
    expect(academicYear('2026-08-31', '09-01')).toEqual({ start: '2025-09-01', end: '2026-08-31', label: '2025/26' });
    expect(academicYear('2026-01-01', '01-01')).toEqual({ start: '2026-01-01', end: '2026-12-31', label: '2026/27' });
  });

  it('is written with two digits for the second year at the turn of a century', () => {
    expect(academicYear('2099-09-01').label).toBe('2099/00');
  });

  it('holds every day exactly once', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const year = academicYear(date);
        expect(year.start <= date && date <= year.end).toBe(true);
        expect(academicYear(year.start)).toEqual(year);
        expect(academicYear(year.end)).toEqual(year);
        expect(addMonths(year.start, 12)).toBe(academicYear(addMonths(date, 12)).start);
      }),
    );
  });
});

describe('adding months', () => {
  it('ends on the last day where the month is shorter', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2027-03-31', -1)).toBe('2027-02-28');
  });

  it('lands in the month that was meant', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -240, max: 240 }), (date, months) => {
        const monthsSinceZero = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(monthsSinceZero(addMonths(date, months)) - monthsSinceZero(date)).toBe(months);
      }),
    );
  });

  it('counts the days from one date to another', () => {
    expect(daysBetween('2026-11-21', '2027-01-31')).toBe(71);
    expect(daysBetween('2027-01-31', '2026-11-21')).toBe(-71);
  });

  it('refuses a text that is not a day of the calendar', () => {
    for (const text of ['2026-02-29', '2026-13-01', '31/01/2027', '2027-1-31', '']) {
      expect(() => addMonths(text, 1)).toThrow(RangeError);
    }
  });
});
