import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SampleContent, sampleContentSchema, sampleFileNames } from '#shared/model/sampleContent.ts';

/** Reads and checks `resources/sample`; a fault in it names the file's field and is a fault of the application. */
export function readSample(resourcesFolder: string): SampleContent {
  return sampleContentSchema.parse(
    Object.fromEntries(
      sampleFileNames.map((name) => [
        name,
        JSON.parse(readFileSync(join(resourcesFolder, 'sample', `${name}.json`), 'utf8')),
      ]),
    ),
  );
}
