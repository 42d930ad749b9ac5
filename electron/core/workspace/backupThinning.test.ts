import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backupsToKeep } from './backupThinning.ts';

const day = 86_400_000;
const now = new Date('2026-11-21T14:00:00.000Z');
const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
const backups = fc
  .array(instant, { maxLength: 200 })
  .map((dates) => dates.map((date, index) => ({ id: String(index), madeAt: date.toISOString() })));

const at = (madeAt: string) => ({ id: madeAt, madeAt });
const kept = (...instants: readonly string[]) => [...backupsToKeep(instants.map(at), now)].toSorted();

it('keeps the newest three of today', () => {
  expect(
    kept(
      '2026-11-21T09:00:00.000Z',
      '2026-11-21T10:00:00.000Z',
      '2026-11-21T11:00:00.000Z',
      '2026-11-21T12:00:00.000Z',
    ),
  ).toEqual(['2026-11-21T10:00:00.000Z', '2026-11-21T11:00:00.000Z', '2026-11-21T12:00:00.000Z']);
});

it('keeps the newest ten that were asked for or made before going back, beyond those of today', () => {
  const made = (hour: number, reason: 'asked' | 'restore' | 'interval') => ({
    id: `${reason} ${hour}`,
    madeAt: `2026-11-21T${String(hour).padStart(2, '0')}:00:00.000Z`,
    reason,
  });
  const asked = Array.from({ length: 12 }, (_each, hour) => made(hour, hour % 2 === 0 ? 'asked' : 'restore'));
  const automatic = [made(12, 'interval'), made(13, 'interval')];
  const keep = backupsToKeep([...asked, ...automatic], now);
  // Ten of the twelve as such, and one more as the third of today.
  expect([...asked, ...automatic].filter(({ id }) => !keep.has(id)).map(({ id }) => id)).toEqual(['asked 0']);
});

it('keeps the newest of each day for fourteen days', () => {
  expect(
    kept(
      '2026-11-20T09:00:00.000Z',
      '2026-11-20T17:00:00.000Z',
      '2026-11-07T09:00:00.000Z',
      '2026-11-06T09:00:00.000Z',
    ),
  ).toEqual(['2026-11-07T09:00:00.000Z', '2026-11-20T17:00:00.000Z']);
});

it('keeps the newest of this month and of the twelve before', () => {
  expect(
    kept(
      '2026-10-02T09:00:00.000Z',
      '2026-10-30T09:00:00.000Z',
      '2025-11-03T09:00:00.000Z',
      '2025-10-30T09:00:00.000Z',
    ),
  ).toEqual(['2025-11-03T09:00:00.000Z', '2026-10-30T09:00:00.000Z']);
});

it('keeps every backup dated after now, because a clock was put back', () => {
  const later = Array.from({ length: 9 }, (_, index) => `2026-11-21T14:00:0${index + 1}.000Z`);
  expect(kept(...later)).toEqual(later);
});

it('always keeps the newest backup of the last year, and never more than 3 + 14 + 13', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const past = all.filter(({ madeAt }) => madeAt <= now.toISOString());
      const keep = backupsToKeep(past, now);
      expect(keep.size).toBeLessThanOrEqual(30);
      const newest = past.toSorted((one, other) => (one.madeAt < other.madeAt ? 1 : -1))[0];
      if (newest && now.getTime() - Date.parse(newest.madeAt) < 300 * day) expect(keep.has(newest.id)).toBe(true);
    }),
  );
});

it('thinning what was thinned takes nothing more away', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const keep = backupsToKeep(all, now);
      const left = all.filter(({ id }) => keep.has(id));
      expect(backupsToKeep(left, now)).toEqual(keep);
    }),
  );
});

it('does not depend on the order in which backups are listed', () => {
  fc.assert(
    fc.property(fc.uniqueArray(instant, { maxLength: 100, selector: (date) => date.getTime() }), (dates) => {
      const all = dates.map((date) => at(date.toISOString()));
      expect(backupsToKeep(all.toReversed(), now)).toEqual(backupsToKeep(all, now));
    }),
  );
});

it('a day later, every day of the last fourteen that had a backup still has one', () => {
  fc.assert(
    fc.property(backups, fc.integer({ min: 0, max: 40 }), (all, days) => {
      let left = all.filter(({ madeAt }) => madeAt <= now.toISOString());
      for (let passed = 0; passed <= days; passed += 1) {
        const then = new Date(now.getTime() + passed * day);
        const keep = backupsToKeep(left, then);
        left = left.filter(({ id }) => keep.has(id));
      }
      const end = new Date(now.getTime() + days * day).toISOString().slice(0, 10);
      const firstDay = new Date(Date.parse(end) - 14 * day).toISOString().slice(0, 10);
      const daysOf = (list: typeof all) =>
        new Set(list.map(({ madeAt }) => madeAt.slice(0, 10)).filter((date) => date >= firstDay));
      expect(daysOf(left)).toEqual(daysOf(all.filter(({ madeAt }) => madeAt <= now.toISOString())));
    }),
  );
});
