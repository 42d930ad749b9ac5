import { randomOf } from './mutations.ts';

/** Ways in which a page of a file comes to harm: a disk that fails, a copy that was cut short, a write that went astray. */
export const pageDamages = [
  'zeroed',
  'one bit turned',
  'garbage',
  'exchanged',
  'half written',
  'cut off from here',
] as const;
export type PageDamage = (typeof pageDamages)[number];

export const pageBytes = 4096;

/** The bytes with one page, counted from 0, harmed; the same for the same seed. Null where it leaves the bytes as they are. */
export function damagePage(whole: Buffer, page: number, damage: PageDamage, seed: number): Buffer | null {
  const random = randomOf(seed);
  const bytes = Buffer.from(whole);
  const at = page * pageBytes;
  const of = bytes.subarray(at, at + pageBytes);
  switch (damage) {
    case 'zeroed':
      of.fill(0);
      break;
    case 'one bit turned': {
      const place = random(pageBytes);
      of[place] = (of[place] ?? 0) ^ (1 << random(8));
      break;
    }
    case 'garbage':
      for (let place = 0; place < pageBytes; place += 1) of[place] = random(256);
      break;
    case 'exchanged': {
      const pages = whole.length / pageBytes;
      const other = (page + 1 + random(pages - 1)) % pages;
      whole.copy(bytes, at, other * pageBytes, (other + 1) * pageBytes);
      whole.copy(bytes, other * pageBytes, at, at + pageBytes);
      break;
    }
    case 'half written':
      of.fill(0, 512 * (1 + random(7)));
      break;
    case 'cut off from here':
      return bytes.subarray(0, at + random(pageBytes));
  }
  return bytes.equals(whole) ? null : bytes;
}
