/** One size of an icon: its pixels as red, green, blue and alpha from the top left, and the same as a png. */
export interface DrawnIcon {
  readonly size: number;
  readonly pixels: Uint8Array;
  readonly png: Uint8Array;
}

/** Windows draws these at 100 to 250 per cent in lists, on the task bar and on the desktop. */
export const icoSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256] as const;
/** The types that macOS asks for, each with its size in pixels. */
export const icnsTypes = {
  icp4: 16,
  icp5: 32,
  ic07: 128,
  ic08: 256,
  ic09: 512,
  ic10: 1024,
  ic11: 32,
  ic12: 64,
  ic13: 256,
  ic14: 512,
} as const;
/** The sizes of the freedesktop icon theme. */
export const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512] as const;

export const drawnSizes: readonly number[] = [
  ...new Set([...icoSizes, ...Object.values(icnsTypes), ...linuxSizes]),
].toSorted((one, other) => one - other);

/** Windows' icon file. The largest as png, the others as bitmaps, which every program that reads icons knows. */
export function icoOf(icons: readonly DrawnIcon[]): Uint8Array {
  const images = icoSizes.map((size) => {
    const icon = sized(icons, size);
    return { size, bytes: size === 256 ? Buffer.from(icon.png) : bitmapOf(icon) };
  });
  const head = Buffer.alloc(6 + images.length * 16);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let place = head.length;
  for (const [index, { size, bytes }] of images.entries()) {
    const entry = 6 + index * 16;
    // 256 does not fit into the byte and is written as nought.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(bytes.length, entry + 8);
    head.writeUInt32LE(place, entry + 12);
    place += bytes.length;
  }
  return Buffer.concat([head, ...images.map(({ bytes }) => bytes)]);
}

/** A bitmap as it stands in an icon file: blue first, from the bottom up, with an empty mask after the pixels. */
function bitmapOf({ size, pixels }: DrawnIcon): Buffer {
  const head = Buffer.alloc(40);
  head.writeUInt32LE(40, 0);
  head.writeInt32LE(size, 4);
  // Twice the height: pixels and mask.
  head.writeInt32LE(size * 2, 8);
  head.writeUInt16LE(1, 12);
  head.writeUInt16LE(32, 14);
  const colours = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const from = (row * size + column) * 4;
      const to = ((size - 1 - row) * size + column) * 4;
      const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(from, from + 4);
      colours.set([blue, green, red, alpha], to);
    }
  }
  const mask = Buffer.alloc(Math.ceil(size / 32) * 4 * size);
  return Buffer.concat([head, colours, mask]);
}

/** macOS's icon file: a list of pngs, each under the type that says its size. */
export function icnsOf(icons: readonly DrawnIcon[]): Uint8Array {
  const parts = Object.entries(icnsTypes).map(([type, size]) => {
    const { png } = sized(icons, size);
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 0, 'latin1');
  head.writeUInt32BE(8 + parts.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...parts]);
}

function sized(icons: readonly DrawnIcon[], size: number): DrawnIcon {
  const icon = icons.find((one) => one.size === size);
  if (!icon) throw new Error(`The icon was not drawn at ${size} pixels.`);
  return icon;
}
