import { CFB } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { zipDay } from '#test/helpers/zipDay.ts';

/** Numbers that look random and are the same for the same seed, so that what a seed finds can be found again. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

type Random = (below: number) => number;
type Change = (bytes: Uint8Array, random: Random) => Uint8Array;

const range = (length: number, random: Random): readonly [from: number, to: number] => {
  const from = random(length);
  return [from, Math.min(length, from + 1 + random(random(2) === 0 ? 16 : 2_000))];
};
const joined = (...pieces: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces));

const flip: Change = (bytes, random) => {
  const changed = bytes.slice();
  for (let count = 1 + random(12); count > 0; count -= 1) {
    const at = random(changed.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << random(8));
  }
  return changed;
};
const overwrite: Change = (bytes, random) => {
  const changed = bytes.slice();
  for (let count = 1 + random(6); count > 0; count -= 1) {
    changed[random(changed.length)] = [0, 1, 0x7f, 0x80, 0xff, random(256)][random(6)] ?? 0;
  }
  return changed;
};
const cut: Change = (bytes, random) => bytes.slice(0, random(bytes.length));
const double: Change = (bytes, random) => {
  const [from, to] = range(bytes.length, random);
  return joined(bytes.subarray(0, to), bytes.subarray(from));
};
const drop: Change = (bytes, random) => {
  const [from, to] = range(bytes.length, random);
  return joined(bytes.subarray(0, from), bytes.subarray(to));
};
const zero: Change = (bytes, random) => {
  const [from, to] = range(bytes.length, random);
  return bytes.slice().fill(0, from, to);
};
const number: Change = (bytes, random) => {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  if (changed.length < 8) return changed;
  const value = [0, 1, 0x7fff, 0xffff, 0x7fff_ffff, 0xffff_ffff, 0x00ff_ffff, random(0x1_0000)][random(8)] ?? 0;
  view.setUint32(random(changed.length - 4), value, true);
  return changed;
};
const blindly: readonly Change[] = [flip, overwrite, cut, double, drop, zero, number];

const scraps = ['', '0', '-1', '1e9', '999999999', '4294967296', 'NaN', 'A1:XFD1048576', 'XFD1048576', 'ZZZZ99999999'];
scraps.push(
  '../../x',
  '&#x10FFFF;',
  '&amp;',
  ']]>',
  '<![CDATA[',
  '\u0000',
  'x'.repeat(40_000),
  'true',
  'rId999',
  '[>=1E9]0',
);
const scrap = (random: Random): string => scraps[random(scraps.length)] ?? '';

/** Changes that leave most of the XML well formed, so that they come further than a parser's first look. */
function changeXml(xml: string, random: Random): string {
  const pick = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = [...xml.matchAll(pattern)];
    return found[random(found.length)];
  };
  const replace = (match: RegExpExecArray | undefined, by: string): string =>
    match === undefined ? xml : xml.slice(0, match.index) + by + xml.slice(match.index + match[0].length);
  const whole = /<([\w:]+)\b[^<>]*?(?:\/>|>[^<]*<\/\1>)/g;
  switch (random(8)) {
    case 0: {
      const attribute = pick(/([\w:]+)="[^"]*"/g);
      return replace(attribute, `${attribute?.[1]}="${scrap(random)}"`);
    }
    case 1:
      return replace(pick(/\s[\w:]+="[^"]*"/g), '');
    case 2:
      return replace(pick(whole), '');
    case 3: {
      const element = pick(whole);
      return replace(element, (element?.[0] ?? '').repeat(2 + random(50)));
    }
    case 4:
      return replace(pick(/>[^<>]+</g), `>${scrap(random)}<`);
    case 5:
      return replace(pick(/<\/?[\w:]+/g), `<${scrap(random)}`);
    case 6: {
      const attribute = pick(/"\d+"/g);
      return replace(attribute, `"${random(2) === 0 ? random(70_000) : 2 ** (20 + random(45))}"`);
    }
    default: {
      const [one, other] = [pick(whole), pick(whole)];
      return replace(one, other?.[0] ?? '');
    }
  }
}

function insideZip(bytes: Uint8Array, random: Random): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => (parts[name]?.length ?? 0) > 0);
  for (let count = 1 + random(3); count > 0; count -= 1) {
    const name = names[random(names.length)] ?? '';
    const part = parts[name] ?? new Uint8Array(1);
    parts[name] = /\.(xml|rels)$/.test(name)
      ? strToU8(changeXml(strFromU8(part), random))
      : (blindly[random(blindly.length)] ?? flip)(part, random);
  }
  return zipSync(parts, { ...zipDay, level: 1 });
}

function insideCompound(bytes: Uint8Array, random: Random): Uint8Array {
  const container = CFB.read(Buffer.from(bytes), { type: 'buffer' });
  const stream = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book');
  if (!stream) return flip(bytes, random);
  let content: Uint8Array = Uint8Array.from(stream.content as Uint8Array);
  for (let count = 1 + random(3); count > 0 && content.length > 0; count -= 1) {
    content = (blindly[random(blindly.length)] ?? flip)(content, random);
  }
  stream.content = content;
  stream.size = content.length;
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer);
}

/** The file with the damage of this seed: to its bytes, or inside its container where it has one. */
export function mutate(bytes: Uint8Array, seed: number): Uint8Array {
  const random = randomOf(seed);
  const inside = random(3) > 0;
  if (inside && bytes[0] === 0x50 && bytes[1] === 0x4b) return insideZip(bytes, random);
  if (inside && bytes[0] === 0xd0) return insideCompound(bytes, random);
  if (inside && bytes[0] === 0x3c) return strToU8(changeXml(strFromU8(bytes), random));
  return (blindly[random(blindly.length)] ?? flip)(bytes, random);
}
