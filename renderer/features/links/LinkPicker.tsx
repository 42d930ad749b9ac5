import { useId, useMemo, useState } from 'react';
import type { Link } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { type Rows, useWorkspace } from '../../stores/workspace.ts';
import styles from './links.module.css';
import { choicesOfSource, choicesOfTarget, type LinkChoice, matches, type SourceKind } from './linkViews.ts';

interface ForTarget {
  readonly sourceKind: SourceKind;
  readonly targetKind: Link['targetKind'];
  readonly target: string;
}
interface ForSource {
  readonly sourceKind: SourceKind;
  readonly sourceId: string;
}

/** Either end is fixed: items for an action, an answer or a theme; or actions, answers and framework items for an item. */
export type LinkPickerProps = (ForTarget | ForSource) & {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
};

const titles: Readonly<Record<SourceKind, string>> = {
  voice: 'Link technician voice',
  evidence: 'Link evidence',
  frameworkItem: 'Link framework items',
};
const nothing: Readonly<Record<SourceKind, string>> = {
  voice: 'No technician voice is recorded yet. Write it down under Technician voice, then link it here.',
  evidence: 'No evidence is recorded yet. Add it under Evidence, then link it here.',
  frameworkItem: 'No frameworks are listed yet. Add one under Frameworks, then link its items here.',
};

/** What an item is linked to from its own register. */
export const linkToWords: Readonly<Record<SourceKind, string>> = {
  voice: 'Link to actions, answers and frameworks',
  evidence: 'Link to actions and answers',
  frameworkItem: 'Map actions, answers and evidence',
};

/** A list to search, with a tick for each link. A tick is saved at once, so there is nothing to confirm. */
export function LinkPicker(props: LinkPickerProps) {
  const title = 'target' in props ? titles[props.sourceKind] : linkToWords[props.sourceKind];
  return (
    <Dialog title={title} isOpen={props.isOpen} onOpenChange={props.onOpenChange}>
      {props.isOpen ? <Choices {...props} /> : null}
    </Dialog>
  );
}

function Choices(ends: ForTarget | ForSource) {
  const rows = useWorkspace((state) => state.rows);
  const [search, setSearch] = useState('');
  const id = useId();
  const forTarget = 'target' in ends;
  const choices = useMemo(
    () => (forTarget ? choicesOfSource(rows, ends.sourceKind) : choicesForSource(rows, ends.sourceKind)),
    [rows, forTarget, ends.sourceKind],
  );
  const found = choices.filter((choice) => matches(choice, search));
  const linkTo = (choice: LinkChoice): Omit<Link, 'id'> | null => {
    if ('target' in ends)
      return {
        sourceKind: ends.sourceKind,
        sourceId: choice.id,
        targetKind: ends.targetKind,
        target: ends.target,
      };
    if (choice.kind === 'voice' || choice.kind === 'theme') return null;
    return { sourceKind: ends.sourceKind, sourceId: ends.sourceId, targetKind: choice.kind, target: choice.id };
  };
  if (choices.length === 0) return <p>{forTarget ? nothing[ends.sourceKind] : 'There is nothing to link to yet.'}</p>;
  return (
    <>
      <label htmlFor={id} className={styles.searchLabel}>
        Search
      </label>
      <input
        id={id}
        type="search"
        className={styles.search}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <p className={styles.meta} aria-live="polite">
        {found.length === choices.length ? `${choices.length} listed` : `${found.length} of ${choices.length}`}
      </p>
      <ul className={styles.choices}>
        {found.map((choice) => {
          const link = linkTo(choice);
          return link ? (
            <li key={choice.id}>
              <Choice choice={choice} link={link} existing={existingLink(rows.link, link)} />
            </li>
          ) : null;
        })}
      </ul>
    </>
  );
}

/** A framework item is answered by evidence as well, and technician voice speaks to framework items. */
function choicesForSource(rows: Rows, kind: SourceKind): readonly LinkChoice[] {
  const others = { voice: 'frameworkItem', frameworkItem: 'evidence', evidence: null } as const;
  const other = others[kind];
  return other === null ? choicesOfTarget(rows) : [...choicesOfTarget(rows), ...choicesOfSource(rows, other)];
}

function Choice(props: {
  readonly choice: LinkChoice;
  readonly link: Omit<Link, 'id'>;
  readonly existing: Link | null;
}) {
  const { choice, link, existing } = props;
  const toggle = (): void => {
    if (existing) void run('link.remove', { id: existing.id });
    else void run('link.add', link);
  };
  return (
    <label className={styles.choice}>
      <input type="checkbox" checked={existing !== null} onChange={toggle} />
      <span>
        <span className={styles.choiceTitle}>{choice.quote ? `“${choice.title}”` : choice.title}</span>
        <span className={styles.meta}>{choice.detail}</span>
      </span>
    </label>
  );
}

function existingLink(links: ReadonlyMap<string, Link>, wanted: Omit<Link, 'id'>): Link | null {
  for (const link of links.values())
    if (
      link.sourceKind === wanted.sourceKind &&
      link.sourceId === wanted.sourceId &&
      link.targetKind === wanted.targetKind &&
      link.target === wanted.target
    )
      return link;
  return null;
}
