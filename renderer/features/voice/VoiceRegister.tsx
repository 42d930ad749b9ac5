import { useMemo, useState } from 'react';
import type { Voice } from '#shared/model/tables.ts';
import type { Theme } from '#shared/model/words.ts';
import { run } from '../../actions/run.ts';
import { Changing } from '../../components/Changing.tsx';
import { ChipGroup } from '../../components/ChipGroup.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Grid } from '../../components/grid/Grid.tsx';
import { GridTools } from '../../components/grid/GridTools.tsx';
import type { OnGridChange } from '../../components/grid/gridColumns.ts';
import type { GridCommand } from '../../components/grid/gridProps.ts';
import { useGridView } from '../../components/grid/useGridView.ts';
import { InspectorPortal } from '../../frame/InspectorPortal.tsx';
import { useInstitution } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { themeName } from '../../text/themes.ts';
import { goToInspector } from '../plan/inspectorElement.ts';
import { binItems } from './binItem.ts';
import { QuickEntry, quickWordsId } from './QuickEntry.tsx';
import styles from './register.module.css';
import { carryOutInRegister, duplicateItems } from './registerRows.ts';
import { useRegisterPlace } from './useRegisterPlace.ts';
import { useUses } from './useUses.ts';
import { VoiceInspector } from './VoiceInspector.tsx';
import { voiceColumns, voiceGroupings } from './voiceColumns.tsx';
import { type VoiceFilter, voiceFilters, voicesIn } from './voiceList.ts';

const noun = { one: 'entry', many: 'entries' } as const;
const idOf = ({ id }: Voice): string => id;
const nameOf = ({ number }: Voice): string => `Voice ${number}`;
const menu = [
  { id: 'open', label: 'Open the whole record', reads: true, run: (ids: readonly string[]) => goToInspector(ids) },
  { id: 'duplicate', label: 'Duplicate', run: (ids: readonly string[]) => void duplicateItems('voice', ids) },
  { id: 'bin', label: 'Put in the bin', run: (ids: readonly string[]) => void binItems('voice', ids) },
];

const changeVoices: OnGridChange = (changes, kind) =>
  run('voice.change', {
    kind,
    changes: changes.flatMap(({ rowId, fields }) => (rowId === null ? [] : [{ id: rowId, fields }])),
    added: changes.flatMap(({ rowId, fields }) => (rowId === null ? [{ fields }] : [])),
  });

/** The register: quick enough to be kept during a meeting, every cell written in place. */
export function VoiceRegister({ voiceId }: { readonly voiceId: string | undefined }) {
  const voice = useWorkspace((state) => state.rows.voice);
  const institution = useInstitution();
  const { uses, serves } = useUses('voice');
  const [filter, setFilter] = useState<VoiceFilter>('all');
  const entries = useMemo(() => [...voice.values()], [voice]);
  const chips = useMemo(() => voiceFilters(entries), [entries]);
  // The last entry of a filter may just have been mended or binned: then everything is shown again.
  const shownFilter = chips.some(({ id }) => id === filter) ? filter : 'all';
  const shown = useMemo(() => voicesIn(entries, shownFilter), [entries, shownFilter]);
  const kept = useMemo(() => voicesIn(entries, 'all'), [entries]);
  const groups = useMemo(() => [...new Set(kept.map(({ groupName }) => groupName.trim()))].filter(Boolean), [kept]);
  const selected = voiceId ? voice.get(voiceId) : undefined;
  const columns = useMemo(() => voiceColumns(institution, serves), [institution, serves]);
  const groupings = useMemo(() => voiceGroupings(institution), [institution]);
  const [view, setView] = useGridView('voice', columns);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { request, onPlace } = useRegisterPlace('voice', voiceId);
  const onCommand = (command: GridCommand, ids: readonly string[]): void =>
    carryOutInRegister('voice', command, ids, quickWordsId);
  const chipLabel = (id: VoiceFilter): string => filterWords(id, (theme) => themeName(theme, institution));

  return (
    <>
      <Changing what="What technicians say is written down">
        <QuickEntry groups={groups} />
      </Changing>
      {entries.length === 0 ? (
        <EmptyState title="Nothing is recorded yet">
          <p>
            What technicians say belongs here: a sentence from a focus group, the outcome of a survey, a point raised by
            a technician who sits on the Steering Group. Note the group rather than the person, and later what changed
            because of it. The submission shows how these voices shaped the plan.
          </p>
          <p>Write the first one into the form above.</p>
        </EmptyState>
      ) : (
        <>
          <div className={styles.filters}>
            <ChipGroup
              label="Show"
              chips={chips.map(({ id, count }) => ({ id, label: chipLabel(id), count }))}
              value={shownFilter}
              onChange={setFilter}
            />
          </div>
          <GridTools
            screen="voice"
            rows={shown}
            idOf={idOf}
            columns={columns}
            groupings={groupings}
            view={view}
            onView={setView}
            noun={noun}
            onChange={changeVoices}
            selected={chosen}
          />
          <Grid<Voice>
            label="Technician voice, newest first"
            rows={shown}
            idOf={idOf}
            nameOf={nameOf}
            noun={noun}
            columns={columns}
            groupings={groupings}
            view={view}
            onView={setView}
            startColumn="words"
            onChange={changeVoices}
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
          <VoiceInspector key={selected.id} voice={selected} uses={uses.get(selected.id) ?? []} />
        ) : (
          <p className={styles.meta}>
            {voiceId
              ? 'This entry is no longer here. Undo, or look in History, to bring it back.'
              : 'Choose an entry to see all of it.'}
          </p>
        )}
      </InspectorPortal>
    </>
  );
}

function filterWords(filter: VoiceFilter, name: (theme: Theme) => string): string {
  if (filter === 'all') return 'All';
  if (filter === 'no-change') return 'No change recorded';
  return filter === 'bin' ? 'In the bin' : name(filter);
}
