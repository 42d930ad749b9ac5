import { run } from '../../actions/run.ts';
import type { GridCommand } from '../../components/grid/gridProps.ts';
import { notify } from '../../stores/notices.ts';
import { goTo } from '../../stores/route.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { goToInspector } from '../plan/inspectorElement.ts';
import { binItems } from './binItem.ts';

type Register = 'voice' | 'evidence';

const words = { voice: 'Technician voice', evidence: 'Evidence' } as const;

/** Makes each entry once more, in one step, and leads to the first new one. A file stays at the item that has it. */
export async function duplicateItems(kind: Register, ids: readonly string[]): Promise<void> {
  const { rows } = useWorkspace.getState();
  const result =
    kind === 'voice'
      ? await run('voice.change', {
          kind: 'duplicate',
          changes: [],
          added: ids.flatMap((each) => {
            const found = rows.voice.get(each);
            if (!found) return [];
            const { id: _id, number: _number, binned: _binned, ...fields } = found;
            return [{ fields }];
          }),
        })
      : await run('evidence.change', {
          kind: 'duplicate',
          changes: [],
          added: ids.flatMap((each) => {
            const found = rows.evidence.get(each);
            if (!found) return [];
            const { id: _id, number: _number, binned: _binned, attachmentId: _file, ...fields } = found;
            return [{ fields }];
          }),
        });
  const [first] = result.ok ? result.value.ids : [];
  if (first !== undefined) goTo(`/${kind}/${first}`);
}

/** What the keys for whole rows do in a register, in which rows have no order that a person chose. */
export function carryOutInRegister(
  kind: Register,
  command: GridCommand,
  ids: readonly string[],
  addField: string,
): void {
  switch (command.kind) {
    case 'add':
      document.getElementById(addField)?.focus();
      return;
    case 'bin':
      void binItems(kind, ids);
      return;
    case 'duplicate':
      void duplicateItems(kind, ids);
      return;
    case 'open':
      goToInspector(ids);
      return;
    case 'shift':
      notify({
        kind: 'problem',
        message: `${words[kind]} stands newest first, so its rows are not moved. Sort by a column to see another order.`,
      });
      return;
    default:
      // Nothing is rated in a register.
      return;
  }
}
