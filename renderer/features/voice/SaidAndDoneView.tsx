import { useMemo, useState } from 'react';
import { type Audience, audiences, type PrintedCount, saysNoMore } from '#shared/model/quoting.ts';
import type { Voice } from '#shared/model/tables.ts';
import { ChipGroup } from '../../components/ChipGroup.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { goTo } from '../../stores/route.ts';
import { useCycleView, useInstitution } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { longDate } from '../../text/dates.ts';
import { themeName } from '../../text/themes.ts';
import { voiceChannelWords } from '../../text/words.ts';
import { QuotingWarnings } from './QuotingWarnings.tsx';
import styles from './register.module.css';
import { type SaidAndDone, saidAndDone } from './saidAndDone.ts';
import { VoiceLines } from './VoiceLines.tsx';

const audienceLabels: Readonly<Record<Audience, string>> = {
  signatory: 'In the signed document',
  public: 'On a public page',
};
const audienceNotes: Readonly<Record<Audience, string>> = {
  signatory: 'As the Word document prints it: with every number of people.',
  public: 'As anybody may read it: numbers of people under five are not told.',
};

/** “You said, we did”, by theme, as the consent of each entry lets a reader see it. */
export function SaidAndDoneView({ voices }: { readonly voices: readonly Voice[] }) {
  const institution = useInstitution();
  const actions = useWorkspace((state) => state.rows.action);
  const links = useWorkspace((state) => state.rows.link);
  const plans = useWorkspace((state) => state.rows.plan);
  const view = useCycleView();
  const [audience, setAudience] = useState<Audience>('signatory');
  const { groups, open, keptInside } = useMemo(() => {
    const planName = (planId: string): string => {
      if (planId === view?.newPlan.id) return 'New plan';
      return planId === view?.lastPlan.id ? 'Last plan' : (plans.get(planId)?.title ?? 'Earlier plan');
    };
    return saidAndDone(voices, actions, links.values(), audience, planName);
  }, [voices, actions, links, audience, plans, view]);
  if (voices.length === 0)
    return (
      <EmptyState title="Nothing is recorded yet">
        <p>
          Once it is written down what technicians said and what changed because of it, the two stand here side by side.
        </p>
      </EmptyState>
    );
  return (
    <>
      <div className={styles.filters}>
        <ChipGroup
          label="Who reads it"
          chips={audiences.map((id) => ({ id, label: audienceLabels[id] }))}
          value={audience}
          onChange={setAudience}
        />
      </div>
      <p className={styles.meta}>{audienceNotes[audience]}</p>
      {groups.length === 0 ? <p>Nothing is written yet about what changed.</p> : null}
      {groups.map(({ theme, entries }) => (
        <section key={theme ?? 'none'} className={styles.section}>
          <h2>{theme ? themeName(theme, institution) : 'No theme yet'}</h2>
          <table className={`${styles.table} ${styles.sides}`}>
            <caption className="visually-hidden">{theme ? themeName(theme, institution) : 'No theme yet'}</caption>
            <thead>
              <tr>
                <th scope="col">You said</th>
                <th scope="col">We did</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <Sides key={entry.voice.id} entry={entry} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
      {open.length > 0 ? (
        <Disclosure title={`Nothing is written yet about what changed: ${open.length}`} isOpen={groups.length === 0}>
          <VoiceLines voices={open} />
        </Disclosure>
      ) : null}
      {keptInside.length > 0 ? (
        <Disclosure title={`Left out, because it stays inside the institution: ${keptInside.length}`}>
          <VoiceLines voices={keptInside} />
        </Disclosure>
      ) : null}
    </>
  );
}

function Sides({ entry: { voice, printed, plans } }: { readonly entry: SaidAndDone }) {
  const about = [
    printed.attribution,
    voiceChannelWords[printed.channel],
    printed.heardOn === null ? '' : longDate(printed.heardOn),
    repliesText(printed.replied, printed.asked),
  ].filter((part) => part !== '');
  return (
    <tr>
      <td className={printed.kind === 'quote' ? styles.quote : undefined}>
        {printed.kind === 'quote' ? `“${printed.words}”` : printed.words}
        <span className={styles.under}>{about.join(' · ')}</span>
        <a
          className={styles.under}
          href={`#/voice/${voice.id}`}
          onClick={(event) => {
            event.preventDefault();
            goTo(`/voice/${voice.id}`);
          }}
        >
          Voice {voice.number}
        </a>
        <QuotingWarnings voice={voice} />
      </td>
      <td>
        {printed.changed}
        {printed.whyNot.trim() === '' ? null : <span className={styles.wholeLine}>No change: {printed.whyNot}</span>}
        {plans.map(({ plan, actions }) => (
          <span key={plan} className={styles.under}>
            {plan}: {actions.map(({ ref, text }) => ref || text.slice(0, 40)).join(', ')}
          </span>
        ))}
      </td>
    </tr>
  );
}

const countText = (count: Exclude<PrintedCount, null>): string =>
  count === 'fewer-than-5' ? 'fewer than 5' : String(count);

function repliesText(replied: PrintedCount, asked: PrintedCount): string {
  if (replied !== null)
    return `${countText(replied)}${asked === null || saysNoMore(replied, asked) ? '' : ` of ${countText(asked)}`} replied`;
  return asked === null ? '' : `${countText(asked)} asked`;
}
