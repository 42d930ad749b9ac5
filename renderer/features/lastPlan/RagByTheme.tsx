import { useMemo } from 'react';
import type { Institution } from '#shared/model/tables.ts';
import { themes } from '#shared/model/words.ts';
import { FoldingSection } from '../../components/FoldingSection.tsx';
import { RagBar } from '../../components/RagBar.tsx';
import type { RagCounts } from '../../stores/views.ts';
import { themeName } from '../../text/themes.ts';
import type { PlanItem } from '../plan/planColumns.ts';
import styles from './RagByTheme.module.css';
import { type ThemeFilter, themeOf } from './reviewCounts.ts';

interface RagByThemeProps {
  readonly items: readonly PlanItem[];
  readonly institution: Institution | null;
  readonly value: ThemeFilter | null;
  readonly onChange: (theme: ThemeFilter | null) => void;
}

/** How each theme went, as a bar and in words; a press shows the actions of that theme alone, another shows all. */
export function RagByTheme({ items, institution, value, onChange }: RagByThemeProps) {
  const counted = useMemo(() => ragByTheme(items), [items]);
  return (
    <FoldingSection title="RAG by theme" level={2}>
      {() => (
        <ul className={styles.themes}>
          {counted.map(([theme, counts]) => (
            <li key={theme}>
              <button
                type="button"
                className={styles.theme}
                aria-pressed={theme === value}
                onClick={() => onChange(theme === value ? null : theme)}
              >
                <span className={styles.name}>{nameOfTheme(theme, institution)}</span>{' '}
                <span className={styles.bar} aria-hidden="true">
                  <RagBar counts={counts} />
                </span>
                <span className={styles.counts}>{ragInWords(counts)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </FoldingSection>
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

/** "5 green, 2 amber, 1 not yet rated" */
function ragInWords({ green, amber, red, unrated }: RagCounts): string {
  const parts = [
    [green, 'green'],
    [amber, 'amber'],
    [red, 'red'],
    [unrated, 'not yet rated'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}
