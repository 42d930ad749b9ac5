const continuation = 0x003c;

/**
 * How many of the shared strings of an old workbook begin whole, counted as its reader goes through them: a string may
 * run over several records, each of which then says anew how wide its letters are.
 * @param at where the header of the first record stands.
 */
export function countSharedStrings(stream: Buffer, at: number): number {
  const pieces: Buffer[] = [];
  const starts: number[] = [];
  let size = 0;
  for (let next = at; next + 4 <= stream.length; ) {
    const length = stream.readUInt16LE(next + 2);
    if (pieces.length > 0 && stream.readUInt16LE(next) !== continuation) break;
    if (next + 4 + length > stream.length) break;
    pieces.push(stream.subarray(next + 4, next + 4 + length));
    if (size > 0) starts.push(size);
    size += length;
    next += 4 + length;
  }
  const all = Buffer.concat(pieces);
  if (all.length < 8) return 0;
  const stated = all.readUInt32LE(4);
  let count = 0;
  let place = 8;
  let piece = 0;
  while (count < stated && place + 3 <= all.length) {
    const letters = all.readUInt16LE(place);
    const flags = all[place + 2] ?? 0;
    place += 3;
    const header = (flags & 8 ? 2 : 0) + (flags & 4 ? 4 : 0);
    if (place + header > all.length) break;
    const runs = flags & 8 ? all.readUInt16LE(place) : 0;
    const phonetic = flags & 4 ? all.readUInt32LE(place + (flags & 8 ? 2 : 0)) : 0;
    place += header;
    place = afterLetters(letters, flags & 1 ? 2 : 1);
    place += runs * 4 + phonetic;
    count += 1;
  }
  return count;

  /** Letters are read one by one; where one would begin a further record, that record's own width stands first. */
  function afterLetters(letters: number, width: number): number {
    let left = letters;
    let wide = width;
    let here = place;
    for (;;) {
      while ((starts[piece] ?? Number.POSITIVE_INFINITY) < here) piece += 1;
      let next = piece;
      while (next < starts.length && ((starts[next] ?? 0) - here) % wide !== 0) next += 1;
      const boundary = starts[next];
      const fit = boundary === undefined ? left : (boundary - here) / wide;
      if (boundary === undefined || fit >= left) return here + left * wide;
      left -= fit;
      wide = all[boundary] ? 2 : 1;
      here = boundary + 1;
    }
  }
}
