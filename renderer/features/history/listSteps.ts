import type { ChannelInput } from '#shared/contract/contract.ts';
import type { Step } from '#shared/contract/workspace.ts';
import type { Result } from '#shared/result.ts';

/** As many as the contract gives at once. */
const mostAtOnce = 500;

/** The newest `count` steps, newest first, however many that is: asked for in parts, each before the last of the one above. */
export async function listSteps(
  ask: (input: ChannelInput<'history.list'>) => Promise<Result<readonly Step[]>>,
  count: number,
): Promise<Result<readonly Step[]>> {
  const steps: Step[] = [];
  while (steps.length < count) {
    const limit = Math.min(mostAtOnce, count - steps.length);
    const before = steps.at(-1)?.id;
    const part = await ask({ limit, ...(before === undefined ? {} : { before }) });
    if (!part.ok) return part;
    steps.push(...part.value);
    if (part.value.length < limit) break;
  }
  return { ok: true, value: steps };
}
