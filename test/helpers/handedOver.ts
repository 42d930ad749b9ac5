import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { MergeChoice, MergePreview, MergeReport } from '#shared/contract/handover.ts';
import { startCore, type TestCore } from './openCore.ts';
import { testPorts } from './ports.ts';
import { temporaryFolder } from './temporaryFolder.ts';

export interface HandedOver {
  readonly made: ChannelOutput<'handover.make'>;
  readonly bytes: Uint8Array;
  readonly path: string;
  /** The copy, open on another computer: another data folder, and ids that are nobody else's. */
  readonly copy: TestCore;
}

/** Hands a copy of the open workspace over to somebody, who opens it. */
export async function handOver(
  test: TestCore,
  { withInternal = true, toName = 'Priya Nair' }: { readonly withInternal?: boolean; readonly toName?: string } = {},
): Promise<HandedOver> {
  const made = await test.call('handover.make', { toName, byName: 'Jo Marsh', withInternal });
  const { file, bytes: _bytes, ...facts } = made;
  await test.call('handover.record', facts);
  const { bytes } = await test.core.fileTokens.read(file, Number.POSITIVE_INFINITY);
  const folder = temporaryFolder();
  const path = join(folder, made.fileName);
  writeFileSync(path, bytes);
  const ports = testPorts({ folder: join(folder, 'data'), now: test.ports.now().toISOString() });
  let ids = 0;
  const copy = startCore({
    ports: {
      ...ports,
      newId: () => {
        ids += 1;
        return (
          `${made.id.slice(24)}${toName.length.toString(16).padStart(8, '0')}`.slice(-8) +
          `-1111-4000-8000-${ids.toString(16).padStart(12, '0')}`
        );
      },
    },
  });
  await copy.call('workspace.open', { file: copy.core.fileTokens.holdPath(path) });
  return { made, bytes, path, copy };
}

/** Closes the copy, as somebody does before sending it, and reads it where it came from. */
export async function readBack(
  test: TestCore,
  { copy, path }: HandedOver,
): Promise<MergePreview & { readonly file: string }> {
  await copy.call('workspace.close', {});
  const file = test.core.fileTokens.holdPath(path);
  return { ...(await test.call('merge.read', { file })), file };
}

/** Merges what was read, with one answer to every question, and opens the copy again. */
export async function mergeBack(
  test: TestCore,
  handed: HandedOver,
  choice: MergeChoice = 'copy',
  leftOut: readonly string[] = [],
): Promise<MergeReport & { readonly preview: MergePreview }> {
  const { file, ...preview } = await readBack(test, handed);
  const report = await test.call('merge.apply', {
    file,
    seen: preview.seen,
    leftOut: [...leftOut],
    choices: preview.conflicts.map(({ key }) => ({ key, choice })),
  });
  const { copy, path } = handed;
  await copy.call('workspace.open', { file: copy.core.fileTokens.holdPath(path) });
  return { ...report, preview };
}
