import { CFB } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCompoundFile } from './compoundFile.ts';

function containerOf(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const [path, content] of Object.entries(streams)) CFB.utils.cfb_add(container, path, content);
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer);
}
const bytesOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 31) % 256);

describe('the container of old office files', () => {
  it.each([0, 1, 63, 64, 4_095, 4_096, 4_097, 60_000, 9_000_000])('gives a stream of %i bytes as it is', (length) => {
    const opened = openCompoundFile(containerOf({ '/Workbook': bytesOf(length), '/Other': bytesOf(700) }));
    expect(Buffer.compare(opened?.read('WORKBOOK') ?? new Uint8Array(1), bytesOf(length))).toBe(0);
    expect(opened?.read('other')).toEqual(bytesOf(700));
  });

  it('knows only what stands at its top', () => {
    const opened = openCompoundFile(
      containerOf({ '/WordDocument': bytesOf(5_000), '/Inside/Workbook': bytesOf(5_000) }),
    );
    expect(opened?.names.has('worddocument')).toBe(true);
    expect(opened?.names.has('workbook')).toBe(false);
    expect(opened?.read('Workbook')).toBeUndefined();
  });

  it('gives no stream of which a part is cut off', () => {
    const whole = containerOf({ '/Workbook': bytesOf(60_000) });
    expect(openCompoundFile(whole.slice(0, 30_000))?.read('Workbook')).toBeUndefined();
  });

  it('ends, and in time, whatever is damaged', () => {
    const whole = containerOf({ '/Workbook': bytesOf(20_000), '/Small': bytesOf(300) });
    const change = fc.tuple(fc.nat(whole.length - 5), fc.constantFrom(0, 1, 0xff, 0xffff, 0x7fff_ffff, 0xffff_fffe));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), (changes) => {
        const bytes = whole.slice();
        const view = new DataView(bytes.buffer);
        for (const [at, value] of changes) view.setUint32(at, value, true);
        const opened = openCompoundFile(bytes);
        expect(opened?.read('Workbook')?.length ?? 0).toBeLessThanOrEqual(bytes.length);
        expect(opened?.read('Small')?.length ?? 0).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 300 },
    );
  });
});
