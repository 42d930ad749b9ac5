import { useMemo, useState } from 'react';
import type { Link } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { FoldingSection } from '../../components/FoldingSection.tsx';
import { notify } from '../../stores/notices.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { LinkPicker } from './LinkPicker.tsx';
import styles from './links.module.css';
import { linkedTo, type SourceKind } from './linkViews.ts';

interface LinkedItemsProps {
  readonly targetKind: Link['targetKind'];
  readonly target: string;
  readonly sourceKind: SourceKind;
}

const headings: Readonly<Record<SourceKind, string>> = {
  voice: 'Technician voice',
  evidence: 'Evidence',
  frameworkItem: 'Framework items',
};
const none: Readonly<Record<SourceKind, string>> = {
  voice: 'No technician voice is linked.',
  evidence: 'No evidence is linked.',
  frameworkItem: 'No framework item is linked.',
};
const add: Readonly<Record<SourceKind, string>> = {
  voice: 'Link voice…',
  evidence: 'Link evidence…',
  frameworkItem: 'Link framework items…',
};

/** What serves this action, answer or theme, with the ways to link more and to take a link away. */
export function LinkedItems({ targetKind, target, sourceKind }: LinkedItemsProps) {
  const rows = useWorkspace((state) => state.rows);
  const [picking, setPicking] = useState(false);
  const linked = useMemo(
    () => linkedTo(rows, { targetKind, target, sourceKind }),
    [rows, targetKind, target, sourceKind],
  );
  const unlink = async ({ id, ...link }: Link): Promise<void> => {
    const result = await run('link.remove', { id });
    if (!result.ok) return;
    const back = { label: 'Undo', run: () => void run('link.add', link) };
    notify({ kind: 'done', message: 'The link was taken away. What it led to is still there.', action: back });
  };
  return (
    <FoldingSection title={headings[sourceKind]} count={linked.length}>
      {() => (
        <>
          {linked.length === 0 ? <p className={styles.meta}>{none[sourceKind]}</p> : null}
          <ul className={styles.linked}>
            {linked.map(({ link, choice }) => (
              <li key={link.id} className={styles.card}>
                <p className={choice.quote ? styles.quote : styles.said}>
                  {choice.quote ? `“${choice.title}”` : choice.title}
                </p>
                <span className={styles.meta}>{choice.detail}</span>
                <Changing>
                  <Button
                    look="quiet"
                    aria-label={`Unlink ${choice.title.slice(0, 60)}`}
                    onPress={() => void unlink(link)}
                  >
                    Unlink
                  </Button>
                </Changing>
              </li>
            ))}
          </ul>
          <Changing>
            <Button onPress={() => setPicking(true)}>{add[sourceKind]}</Button>
          </Changing>
          <LinkPicker
            targetKind={targetKind}
            target={target}
            sourceKind={sourceKind}
            isOpen={picking}
            onOpenChange={setPicking}
          />
        </>
      )}
    </FoldingSection>
  );
}
