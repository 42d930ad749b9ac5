import { useMemo } from 'react';
import type { Institution } from '#shared/model/tables.ts';
import { themes } from '#shared/model/words.ts';
import { RagBar } from '../../components/RagBar.tsx';
import type { RagCounts } from '../../stores/views.ts';
import { themeName } from '../../text/themes.ts';
import type { PlanItem } from '../plan/planItem.ts';
import styles from './RagByTheme.module.css';
import { type ThemeFilter, themeOf } from './reviewCounts.ts';

interface RagByThemeProps {
  readonly items: readonly PlanItem[];
  readonly institution: Institution | null;
  readonly value: ThemeFilter | null;
  readonly onChange: (theme: ThemeFilter | null) => void;
}

/** What the fold of the bars is called, and the element that it opens. */
export const ragByThemeId = 'rag-by-theme';

/** How each theme went, as a bar and in numbers; a press shows the actions of that theme alone, another shows all. */
export function RagByTheme({ items, institution, value, onChange }: RagByThemeProps) {
  const counted = useMemo(() => ragByTheme(items), [items]);
  return (
    <ul id={ragByThemeId} className={styles.themes} aria-label="RAG by theme">
      {counted.map(([theme, counts]) => (
        <li key={theme}>
          <button
            type="button"
            className={styles.theme}
            aria-pressed={theme === value}
            title={ragInWords(counts)}
            onClick={() => onChange(theme === value ? null : theme)}
          >
            <span className={styles.name}>{nameOfTheme(theme, institution)}</span>{' '}
            <span className={styles.bar} aria-hidden="true">
              <RagBar counts={counts} />
            </span>
            <span className="visually-hidden">{ragInWords(counts)}</span>
            <span className={styles.counts} aria-hidden="true">
              {parts(counts).map(([count, word, letter]) => (
                <span key={word} data-rag={word}>
                  {count} {letter}
                </span>
              ))}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export const nameOfTheme = (theme: ThemeFilter, institution: Institution | null): string =>
  theme === 'none' ? 'No theme yet' : themeName(theme, institution);

function ragByTheme(items: readonly PlanItem[]): readonly (readonly [ThemeFilter, RagCounts])[] {
  const counts = new Map<ThemeFilter, { green: number; amber: number; red: number; unrated: number; total: number }>();
  for (const item of items) {
    const theme = themeOf(item);
    const own = counts.get(theme) ?? { green: 0, amber: 0, red: 0, unrated: 0, total: 0 };
    own[item.current?.rag ?? 'unrated'] += 1;
    own.total += 1;
    counts.set(theme, own);
  }
  return [...themes, 'none' as const].flatMap((theme) => {
    const own = counts.get(theme);
    return own ? [[theme, own] as const] : [];
  });
}

/** What there is of each, with its word and the letter of its key. */
const parts = ({ green, amber, red, unrated }: RagCounts) =>
  (
    [
      [green, 'green', 'G'],
      [amber, 'amber', 'A'],
      [red, 'red', 'R'],
      [unrated, 'not yet rated', 'N'],
    ] as const
  ).filter(([count]) => count > 0);

/** "5 green, 2 amber, 1 not yet rated" */
const ragInWords = (counts: RagCounts): string =>
  parts(counts)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
