import { run } from '../../actions/run.ts';
import { notify } from '../../stores/notices.ts';
import { goTo } from '../../stores/route.ts';
import { useWorkspace } from '../../stores/workspace.ts';

interface Item {
  readonly kind: 'voice' | 'evidence';
  readonly id: string;
  readonly number: number;
}

const names = { voice: 'Voice', evidence: 'Evidence' } as const;

/** Puts an entry in the bin and says so, with the way back. */
export async function binItem({ kind, id, number }: Item): Promise<void> {
  const result = await run(`${kind}.bin`, { ids: [id] });
  if (!result.ok) return;
  goTo(`/${kind}`);
  const back = { label: 'Undo', run: () => void takeBack({ kind, id, number }) };
  notify({ kind: 'done', message: `${names[kind]} ${number} is in the bin.`, action: back });
}

/**
 * Undo means this entry, whatever was done meanwhile: while binning it is the last step the step is undone, later the
 * entry is taken out of the bin, so that nothing else that was written is lost.
 */
async function takeBack({ kind, id, number }: Item): Promise<void> {
  const isLastStep = useWorkspace.getState().history.undo === `Put ${kind} ${number} in the bin`;
  const result = isLastStep ? await run('history.undo', {}) : await run(`${kind}.unbin`, { ids: [id] });
  if (result.ok) goTo(`/${kind}/${id}`);
}

/** Several at once, in one step; one alone says its number. */
export async function binItems(kind: 'voice' | 'evidence', ids: readonly string[]): Promise<void> {
  const rows = useWorkspace.getState().rows[kind];
  const [only] = ids;
  const one = only === undefined || ids.length > 1 ? undefined : rows.get(only);
  if (one) return binItem({ kind, id: one.id, number: one.number });
  const result = await run(`${kind}.bin`, { ids });
  if (!result.ok) return;
  const back = { label: 'Undo', run: () => void run(`${kind}.unbin`, { ids }) };
  const noun = kind === 'voice' ? 'entries' : 'items';
  notify({ kind: 'done', message: `${ids.length} ${noun} are in the bin.`, action: back });
}
