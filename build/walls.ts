import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruise, format, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';

/** Every import of the product held against the walls in `.dependency-cruiser.mjs`. */
export async function checkWalls(folder: string): Promise<ICruiseResult> {
  // Read as data: depcruise itself reads the same file, in the form that it expects.
  const { default: walls } = (await import(
    pathToFileURL(resolve(import.meta.dirname, '../.dependency-cruiser.mjs')).href
  )) as { readonly default: { readonly forbidden: unknown; readonly options: object } };
  const options = {
    ...walls.options,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: walls.forbidden },
  } as unknown as ICruiseOptions;
  const { output } = await cruise(['electron', 'renderer', 'shared'], options);
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of data');
  return output;
}

if (import.meta.main) {
  const result = await checkWalls(resolve(import.meta.dirname, '..'));
  const { output } = await format(result, { outputType: 'err' });
  // Its hint about a missing TypeScript parser is left out: swc reads the files, and a test proves that it does.
  process.stdout.write(`${String(output).split('‼')[0]?.trimEnd()}\n`);
  process.exitCode = result.summary.error > 0 ? 1 : 0;
}
