import { useId, useMemo, useState } from 'react';
import type { Action, Institution } from '#shared/model/tables.ts';
import { themes } from '#shared/model/words.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { type Numbering, prefixesInUse, renumber } from '../../components/grid/renumber.ts';
import { notify } from '../../stores/notices.ts';
import { themeName } from '../../text/themes.ts';
import { changeActions } from '../plan/changeActions.ts';
import styles from '../plan/PlanScreen.module.css';

interface RenumberDialogProps {
  readonly planId: string;
  /** In the order of the plan. */
  readonly actions: readonly Action[];
  readonly institution: Institution | null;
  readonly onClose: () => void;
}

/** New references in the order of the plan, old and new side by side before anything is changed. */
export function RenumberDialog({ planId, actions, institution, onClose }: RenumberDialogProps) {
  const id = useId();
  const used = useMemo(() => prefixesInUse(actions), [actions]);
  const [kind, setKind] = useState<Numbering['kind']>('by-theme');
  const [prefixes, setPrefixes] = useState(used.byTheme);
  const [prefix, setPrefix] = useState(used.throughPlan);
  const { changes, preview } = useMemo(
    () => renumber(actions, kind === 'by-theme' ? { kind, prefixes } : { kind, prefix }),
    [actions, kind, prefixes, prefix],
  );
  const carryOut = async (): Promise<void> => {
    const result = await changeActions(planId, changes, 'renumber');
    if (!result.ok) return;
    notify({
      kind: 'done',
      message: `${changes.length} ${changes.length === 1 ? 'action has' : 'actions have'} a new reference.`,
    });
    onClose();
  };
  return (
    <Dialog title="Renumber the plan" isOpen onOpenChange={(open) => (open ? undefined : onClose())} size="wide">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void carryOut();
        }}
      >
        <fieldset className={styles.choices}>
          <legend>How</legend>
          {(
            [
              ['by-theme', 'Each theme by itself: V1, V2, R1'],
              ['through-plan', 'Through the plan: 1, 2, 3'],
            ] as const
          ).map(([value, words]) => (
            <label key={value} className={styles.choice}>
              <input type="radio" name={id} checked={kind === value} onChange={() => setKind(value)} /> {words}
            </label>
          ))}
        </fieldset>
        <div className={styles.facts}>
          {kind === 'by-theme' ? (
            themes.map((theme) => (
              <label key={theme}>
                Before the number of {themeName(theme, institution)}
                <input
                  className={styles.input}
                  maxLength={12}
                  value={prefixes[theme]}
                  onChange={(event) => setPrefixes({ ...prefixes, [theme]: event.target.value })}
                />
              </label>
            ))
          ) : (
            <label>
              Before each number
              <input
                className={styles.input}
                maxLength={12}
                value={prefix}
                onChange={(event) => setPrefix(event.target.value)}
              />
            </label>
          )}
        </div>
        {preview.length === 0 ? (
          <p>Every action has this reference already.</p>
        ) : (
          <p className={styles.meta}>
            {preview
              .slice(0, 60)
              .map(({ from, to }) => `${from || 'none'} → ${to}`)
              .join(', ')}
            {preview.length > 60 ? ` and ${preview.length - 60} more` : ''}
          </p>
        )}
        <div className={styles.facts}>
          <Button look="primary" type="submit" isDisabled={preview.length === 0}>
            Renumber {preview.length} {preview.length === 1 ? 'action' : 'actions'}
          </Button>
          <Button onPress={onClose}>Leave as they are</Button>
        </div>
      </form>
    </Dialog>
  );
}
