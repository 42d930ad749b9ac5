/** What stands before the fuses in Electron's program. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** A file that has nothing of Electron's program but its fuses, so that a package can be made without a download. */
export const madeUpElectron = (wire = '101100011', version = 1): Buffer =>
  Buffer.concat([
    Buffer.alloc(4_096),
    Buffer.from(sentinel),
    Buffer.from([version, wire.length]),
    Buffer.from(wire),
    Buffer.alloc(4_096),
  ]);
