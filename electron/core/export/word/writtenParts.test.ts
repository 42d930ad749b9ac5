import { Document, Packer, Paragraph } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { writtenParts } from './writtenParts.ts';

it('are those that the library packs, before it packs them', async () => {
  const document = () =>
    new Document({ creator: 'Ada Marsh', sections: [{ children: [new Paragraph('Nine people & “one” more 👩‍🔬')] }] });
  const packed = unzipSync(new Uint8Array(await Packer.toBuffer(document())));
  const written = writtenParts(document());
  expect([...written.keys()]).toEqual(Object.keys(packed));
  for (const [name, part] of written) {
    // The library takes the instant from the clock.
    if (name === 'docProps/core.xml') continue;
    expect(part, name).toBe(strFromU8(packed[name] ?? new Uint8Array()));
  }
});
