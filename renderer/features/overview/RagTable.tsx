import { Fragment } from 'react';
import type { Plan } from '#shared/model/tables.ts';
import { RagBar } from '../../components/RagBar.tsx';
import { type RagCounts, useActions, useInstitution, useRatings } from '../../stores/views.ts';
import { monthAndYear } from '../../text/dates.ts';
import { themeName } from '../../text/themes.ts';
import { ragWords } from '../../text/words.ts';
import styles from './OverviewScreen.module.css';
import { type RagRow, ragThenAndNow } from './ragThenAndNow.ts';

const ratings = ['green', 'amber', 'red', 'unrated'] as const;

/** How the last plan stands by theme, now and the last time it was looked at. */
export function RagTable({ plan }: { readonly plan: Plan }) {
  const actions = useActions(plan.id);
  const institution = useInstitution();
  const { themes, all, nowOn, thenOn } = ragThenAndNow(actions, useRatings());
  if (actions.length === 0) return null;
  const nowLabel = nowOn === null ? 'Now' : `Now (${monthAndYear(nowOn)})`;
  const rows: readonly (Pick<RagRow, 'now' | 'before'> & { readonly title: string })[] = [
    ...themes.map((row) => ({ ...row, title: row.theme ? themeName(row.theme, institution) : 'No theme' })),
    { ...all, title: 'All actions' },
  ];
  return (
    <section className={styles.section} aria-labelledby="overview-rag">
      <h2 id="overview-rag">The last plan by theme</h2>
      {thenOn === null ? (
        <p className={styles.meta}>There are no ratings of an earlier round to set beside these.</p>
      ) : null}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Theme</th>
            <th scope="col">When</th>
            {ratings.map((rag) => (
              <th key={rag} scope="col" className={styles.number}>
                {ragWords[rag]}
              </th>
            ))}
            <th scope="col" className={styles.bar}>
              Share
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, now, before }) => (
            <Fragment key={title}>
              {before && thenOn !== null ? (
                <RagLine title={title} when={`Then (${monthAndYear(thenOn)})`} counts={before} first />
              ) : null}
              <RagLine title={title} when={nowLabel} counts={now} first={before === null} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RagLineProps {
  readonly title: string;
  readonly when: string;
  readonly counts: RagCounts;
  readonly first: boolean;
}

/** Each line carries its theme, so that no cell is merged; on the second it is only for who cannot see the first. */
function RagLine({ title, when, counts, first }: RagLineProps) {
  return (
    <tr data-first={first || undefined}>
      <th scope="row">{first ? title : <span className="visually-hidden">{title}</span>}</th>
      <td>{when}</td>
      {ratings.map((rag) => (
        <td key={rag} className={styles.number} data-none={counts[rag] === 0 || undefined}>
          {counts[rag]}
        </td>
      ))}
      <td className={styles.bar}>
        <RagBar counts={counts} />
      </td>
    </tr>
  );
}
