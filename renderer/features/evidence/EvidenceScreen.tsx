import { useMemo, useState } from 'react';
import type { Evidence } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import { Changing } from '../../components/Changing.tsx';
import { ChipGroup } from '../../components/ChipGroup.tsx';
import { DropArea } from '../../components/DropArea.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Grid } from '../../components/grid/Grid.tsx';
import { GridTools } from '../../components/grid/GridTools.tsx';
import type { OnGridChange } from '../../components/grid/gridColumns.ts';
import type { GridCommand } from '../../components/grid/gridProps.ts';
import { useGridView } from '../../components/grid/useGridView.ts';
import { PageHeading } from '../../components/PageHeading.tsx';
import { InspectorPortal } from '../../frame/InspectorPortal.tsx';
import { goTo, partsOfPath, useRoute } from '../../stores/route.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { goToInspector } from '../plan/inspectorElement.ts';
import { binItems } from '../voice/binItem.ts';
import { localDay } from '../voice/quickEntry.ts';
import register from '../voice/register.module.css';
import { carryOutInRegister, duplicateItems } from '../voice/registerRows.ts';
import { useRegisterPlace } from '../voice/useRegisterPlace.ts';
import { useUses } from '../voice/useUses.ts';
import { AddEvidence, evidenceTitleId } from './AddEvidence.tsx';
import { attachable } from './addFile.ts';
import { EvidenceInspector } from './EvidenceInspector.tsx';
import styles from './EvidenceScreen.module.css';
import { evidenceColumns, evidenceGroupings } from './evidenceColumns.tsx';
import { type EvidenceFilter, evidenceChips, evidenceIn } from './evidenceList.ts';
import { useTakingIn } from './useTakingIn.ts';

const noun = { one: 'item', many: 'items' } as const;
const idOf = ({ id }: Evidence): string => id;
const nameOf = ({ number }: Evidence): string => `Evidence ${number}`;
const menu = [
  { id: 'open', label: 'Open the whole record', reads: true, run: (ids: readonly string[]) => goToInspector(ids) },
  { id: 'duplicate', label: 'Duplicate', run: (ids: readonly string[]) => void duplicateItems('evidence', ids) },
  { id: 'bin', label: 'Put in the bin', run: (ids: readonly string[]) => void binItems('evidence', ids) },
];

const changeEvidence: OnGridChange = (changes, kind) =>
  run('evidence.change', {
    kind,
    changes: changes.flatMap(({ rowId, fields }) => (rowId === null ? [] : [{ id: rowId, fields }])),
    added: changes.flatMap(({ rowId, fields }) => (rowId === null ? [{ fields }] : [])),
  });

/** Evidence: links, files and testimonials, each of which may serve many actions and answers. */
export function EvidenceScreen({ evidenceId }: { readonly evidenceId?: string | undefined }) {
  const evidence = useWorkspace((state) => state.rows.evidence);
  const { uses, serves } = useUses('evidence');
  const [today] = useState(() => localDay(new Date()));
  const [filter, setFilter] = useState<EvidenceFilter>('all');
  const items = useMemo(() => [...evidence.values()], [evidence]);
  const known = useMemo(() => ({ today, isUsed: (id: string) => uses.has(id) }), [today, uses]);
  const kindRows = useWorkspace((state) => state.rows.evidenceKind);
  const kinds = useMemo(() => [...kindRows.values()], [kindRows]);
  const chips = useMemo(() => evidenceChips(items, kinds, known), [items, kinds, known]);
  // The last item of a filter may just have been renewed or binned: then everything is shown again.
  const shownFilter = chips.some(({ id }) => id === filter) ? filter : 'all';
  const selected = evidenceId ? evidence.get(evidenceId) : undefined;
  const shown = useMemo(() => evidenceIn(items, shownFilter, known), [items, shownFilter, known]);
  const attachments = useWorkspace((state) => state.rows.attachment);
  const columns = useMemo(
    () => evidenceColumns({ today, servesOf: serves, fileOf: (id) => attachments.get(id), kinds }),
    [today, serves, attachments, kinds],
  );
  const groupings = useMemo(() => evidenceGroupings(kinds), [kinds]);
  const [view, setView] = useGridView('evidence', columns);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { request, onPlace } = useRegisterPlace('evidence', evidenceId);
  const onCommand = (command: GridCommand, ids: readonly string[]): void =>
    carryOutInRegister('evidence', command, ids, evidenceTitleId);
  const { said, takeAll } = useTakingIn(showAdded);

  return (
    <>
      <PageHeading
        title="Evidence"
        lede="What shows that an action was done and what came of it. One item may serve many actions and answers."
      />
      <Changing what="Evidence is added">
        <div className={styles.bring}>
          <AddEvidence onAdded={showAdded} />
          <div>
            <DropArea
              label="Drop files here, choose one, or paste a screenshot with Ctrl+V"
              accept={attachable}
              purpose="attach"
              onFile={(held) => void takeAll([{ held }])}
              onDropped={(files) => void takeAll(files.map((file) => ({ file })))}
            />
            <p className={styles.said} role="status">
              {said}
            </p>
          </div>
        </div>
      </Changing>
      {items.length === 0 ? (
        <EmptyState title="There is no evidence yet">
          <p>
            Links to pages and policies, minutes, survey reports, award letters, photographs of an event, a testimonial
            in a few sentences: whatever shows that something was done belongs here. Files are kept inside the
            workspace.
          </p>
          <p>Add the first one above, then link it to the actions and answers that it serves.</p>
        </EmptyState>
      ) : (
        <>
          <div className={register.filters}>
            <ChipGroup label="Show" chips={chips} value={shownFilter} onChange={setFilter} />
          </div>
          <GridTools
            screen="evidence"
            rows={shown}
            idOf={idOf}
            columns={columns}
            groupings={groupings}
            view={view}
            onView={setView}
            noun={noun}
            onChange={changeEvidence}
            selected={chosen}
          />
          <Grid<Evidence>
            label="Evidence, newest first"
            rows={shown}
            idOf={idOf}
            nameOf={nameOf}
            noun={noun}
            columns={columns}
            groupings={groupings}
            view={view}
            onView={setView}
            startColumn="title"
            onChange={changeEvidence}
            onCommand={onCommand}
            menu={menu}
            canAdd
            onPlace={onPlace}
            onSelected={setChosen}
            request={request}
          />
        </>
      )}
      <InspectorPortal>
        {selected ? (
          <EvidenceInspector key={selected.id} evidence={selected} uses={uses.get(selected.id) ?? []} today={today} />
        ) : (
          <p className={register.meta}>
            {evidenceId
              ? 'This item is no longer here. Undo, or look in History, to bring it back.'
              : 'Choose an item to see all of it.'}
          </p>
        )}
      </InspectorPortal>
    </>
  );
}

/** Shows what was just added, unless the person has gone on to another screen while the file was taken in. */
function showAdded(id: string): void {
  if (partsOfPath(useRoute.getState().path)[0] === 'evidence') goTo(`/evidence/${id}`);
}
