import { useMemo, useState } from 'react';
import type { Theme } from '#shared/model/words.ts';
import { ChipGroup } from '../../components/ChipGroup.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { InspectorPortal } from '../../frame/InspectorPortal.tsx';
import { goTo } from '../../stores/route.ts';
import { useInstitution } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { themeName } from '../../text/themes.ts';
import { MatrixTable } from './MatrixTable.tsx';
import { QuickEntry } from './QuickEntry.tsx';
import styles from './register.module.css';
import { useUses } from './useUses.ts';
import { VoiceInspector } from './VoiceInspector.tsx';
import { VoiceTable } from './VoiceTable.tsx';
import { type VoiceFilter, voiceFilters, voicesIn } from './voiceList.ts';

/** Technician voice: who said what, and what became of it. Quick enough to be kept during a meeting. */
export function VoiceScreen({ voiceId }: { readonly voiceId?: string | undefined }) {
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
  const chipLabel = (id: VoiceFilter): string => filterWords(id, (theme) => themeName(theme, institution));

  return (
    <>
      <PageHeading
        title="Technician voice"
        lede="What technicians said, through which channel, and what changed because of it."
      />
      <QuickEntry groups={groups} />
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
          <VoiceTable
            voices={shown}
            selected={selected?.id ?? null}
            institution={institution}
            servesOf={serves}
            onSelect={(id) => goTo(`/voice/${id}`)}
          />
          <Disclosure title="Themes and channels: where the gaps are">
            <MatrixTable voices={kept} institution={institution} />
          </Disclosure>
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
