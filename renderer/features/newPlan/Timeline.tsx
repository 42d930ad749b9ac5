import { type KeyboardEvent, useMemo } from 'react';
import type { Action, Institution, Plan } from '#shared/model/tables.ts';
import { themes } from '#shared/model/words.ts';
import { themeName } from '../../text/themes.ts';
import { nameOfAction } from '../plan/planItem.ts';
import { dueText } from '../plan/planItems.ts';
import styles from './NewPlan.module.css';
import { type TimelineBar, type TimelineQuarter, timelineBars, timelineQuarters } from './timeline.ts';

interface TimelineProps {
  readonly actions: readonly Action[];
  readonly plan: Plan;
  readonly institution: Institution | null;
}

/**
 * The plan by quarter, as a table that can be read without seeing the bars: each bar is one cell with its months in
 * words. The references are links to the record; up and down lead from one to the next.
 */
export function Timeline({ actions, plan, institution }: TimelineProps) {
  const quarters = useMemo(() => timelineQuarters(actions, plan), [actions, plan]);
  const bars = useMemo(() => timelineBars(actions, quarters), [actions, quarters]);
  const dated = bars.filter(({ from }) => from !== null);
  const undated = bars.filter(({ from }) => from === null);
  const years = [...Map.groupBy(quarters, ({ year }) => year)];
  if (quarters.length === 0)
    return <p>No action has a date yet, and the plan says neither when it begins nor when it ends.</p>;
  return (
    <div className={styles.timeline} data-grid="">
      <table>
        <caption className="visually-hidden">The plan by quarter</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              Action
            </th>
            {years.map(([year, own]) => (
              <th key={year} scope="colgroup" colSpan={own.length}>
                {year}
              </th>
            ))}
          </tr>
          <tr>
            {quarters.map(({ number, title }) => (
              <th key={number} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {[...themes, null].map((theme) => {
          const own = dated.filter(({ action }) => (action.themes[0] ?? null) === theme);
          if (own.length === 0) return null;
          return (
            <tbody key={theme ?? 'none'} onKeyDown={moveBetweenLinks}>
              <tr>
                <th scope="rowgroup" colSpan={quarters.length + 1} className={styles.theme}>
                  {theme ? themeName(theme, institution) : 'No theme yet'}
                </th>
              </tr>
              {own.map((bar) => (
                <Bar key={bar.action.id} bar={bar} quarters={quarters} />
              ))}
            </tbody>
          );
        })}
      </table>
      {undated.length > 0 ? (
        <>
          <h2>Without a date</h2>
          <ul>
            {undated.map(({ action }) => (
              <li key={action.id}>
                <a href={`#/new-plan/${action.id}/dueText`}>{nameOfAction(action)}</a> {action.text}
                {action.dueText === '' ? '' : ` (${action.dueText})`}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function Bar({ bar, quarters }: { readonly bar: TimelineBar; readonly quarters: readonly TimelineQuarter[] }) {
  const { action, from, to } = bar;
  if (from === null || to === null) return null;
  const length = to - from + 1;
  const words =
    action.startOn && action.dueOn ? `${action.startText || 'From the start'} to ${dueText(action)}` : dueText(action);
  return (
    <tr>
      <th scope="row">
        <a href={`#/new-plan/${action.id}`}>{nameOfAction(action)}</a>
        {action.ref.trim() === '' ? null : <span className={styles.text}> {action.text}</span>}
      </th>
      {from > 0 ? <td colSpan={from} /> : null}
      <td colSpan={length}>
        <span className={styles.bar}>{words}</span>
        <span className="visually-hidden">
          , {length} {length === 1 ? 'quarter' : 'quarters'}, led by {action.lead || 'nobody yet'}
        </span>
      </td>
      {to < quarters.length - 1 ? <td colSpan={quarters.length - 1 - to} /> : null}
    </tr>
  );
}

function moveBetweenLinks(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLAnchorElement)) return;
  const links = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLAnchorElement>('th a') ?? [])];
  const next = links[links.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
