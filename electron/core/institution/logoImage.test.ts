import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jpegOf, pngOf } from '#test/helpers/pictures.ts';
import { readLogoImage } from './logoImage.ts';

describe('a logo', () => {
  it('is a png or a jpeg by what it holds, with its size in pixels', () => {
    expect(readLogoImage(pngOf(300, 120))).toEqual({
      ok: true,
      image: { mediaType: 'image/png', width: 300, height: 120 },
    });
    expect(readLogoImage(jpegOf(640, 200))).toEqual({
      ok: true,
      image: { mediaType: 'image/jpeg', width: 640, height: 200 },
    });
  });

  it('is refused with the way out where it is a drawing, a PDF, or anything else', () => {
    const reason = (text: string) => {
      const read = readLogoImage(new TextEncoder().encode(text));
      return read.ok ? 'taken' : read.reason;
    };
    expect(reason('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')).toContain('(SVG)');
    expect(reason('%PDF-1.7')).toContain('PDF');
    expect(reason('GIF89a')).toContain('no PNG or JPEG');
  });

  it('is refused where it was cut short, wherever', () => {
    for (const whole of [pngOf(30, 20), jpegOf(30, 20)]) {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: whole.length - 2 }), (length) => {
          expect(readLogoImage(whole.subarray(0, length)).ok).toBe(false);
        }),
      );
    }
  });

  it('is refused where it would unpack to more pixels than there is room for, or to none', () => {
    expect(readLogoImage(pngOf(60_000, 60_000))).toMatchObject({ ok: false });
    expect(readLogoImage(pngOf(0, 20))).toMatchObject({ ok: false });
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(pngOf(3, 3), jpegOf(3, 3)), (bytes, head) => {
        readLogoImage(bytes);
        readLogoImage(new Uint8Array([...head.subarray(0, 24), ...bytes]));
      }),
    );
  });
});
