import { readFileSync } from 'node:fs';
import type { ChannelInput, ChannelOutput } from '#shared/contract/contract.ts';
import type { ImportCorrections } from '#shared/model/importPreview.ts';
import type { TestCore } from './openCore.ts';

const folder = new URL('../fixtures/plans/', import.meta.url);

/** Previews one of the plans in test/fixtures/plans against the plan under review, or another. */
export async function previewOf(
  { core, call }: TestCore,
  name: string,
  planId?: string,
  corrections: ImportCorrections = {},
): Promise<ChannelOutput<'import.preview'> & { readonly planId: string }> {
  const file = core.fileTokens.holdBytes(name, readFileSync(new URL(name, folder)));
  const { rows } = await call('workspace.load', {});
  const against = planId ?? rows.cycle[0]?.lastPlanId ?? '';
  return { ...(await call('import.preview', { file, planId: against, corrections })), planId: against };
}

/** Every action of a preview, each to the action of the plan that it matches, or as a new one. */
export const everyChoice = ({
  preview,
}: Pick<ChannelOutput<'import.preview'>, 'preview'>): ChannelInput<'import.apply'>['choices'] =>
  preview.actions.map(({ key, match }) => ({ key, actionId: match?.id ?? null }));
