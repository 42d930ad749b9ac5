import type { Institution } from '#shared/model/tables.ts';
import { type Rag, rags, type Theme, themes } from '#shared/model/words.ts';
import type { CellRead, GridColumn } from '../../components/grid/gridColumns.ts';
import { RagBadge } from '../../components/RagBadge.tsx';
import { monthAndYear } from '../../text/dates.ts';
import { themeName } from '../../text/themes.ts';
import { ragWords, themeWords } from '../../text/words.ts';
import type { TextField } from './actionFields.ts';
import styles from './PlanColumns.module.css';
import type { PlanItem } from './planItem.ts';
import { dueText, isLate } from './planItems.ts';

/** The columns that both plans have. What a cell takes is checked here as if it had been typed. */

export function textColumn(
  key: TextField,
  label: string,
  width: number,
  more: Partial<GridColumn<PlanItem>> = {},
): GridColumn<PlanItem> {
  return {
    key,
    label,
    width,
    text: ({ action }) => action[key],
    fields: ({ action }) => [{ key, label, text: action[key] }],
    read: (text) => ({ ok: true, fields: { [key]: text } }),
    ...more,
  };
}

export const refColumn: GridColumn<PlanItem> = textColumn('ref', 'Ref', 64, {
  className: styles.ref ?? '',
  continuesSeries: true,
});

/** `day` is today, for what is late; null where nothing can be late yet. */
export const dueColumn = (day: string | null): GridColumn<PlanItem> => ({
  key: 'due',
  label: 'Due',
  width: 104,
  text: ({ action }) => dueText(action),
  fields: ({ action }) => [{ key: 'dueText', label: 'Due', text: dueText(action) }],
  read: (text) => ({ ok: true, fields: { dueText: text } }),
  continuesSeries: true,
  sortBy: ({ action }) => action.dueOn,
  render: (item, text) =>
    day !== null && isLate(item, day) ? (
      <span className={styles.late}>
        {text('dueText')}
        <span className={styles.lateWord}>late</span>
      </span>
    ) : (
      text('dueText')
    ),
});

export const startColumn: GridColumn<PlanItem> = {
  key: 'start',
  label: 'Start',
  width: 104,
  text: ({ action }) => action.startText || (action.startOn ? monthAndYear(action.startOn) : ''),
  fields: ({ action }) => [
    {
      key: 'startText',
      label: 'Start',
      text: action.startText || (action.startOn ? monthAndYear(action.startOn) : ''),
    },
  ],
  read: (text) => ({ ok: true, fields: { startText: text } }),
  continuesSeries: true,
  sortBy: ({ action }) => action.startOn,
  hiddenAtFirst: true,
};

export function themesColumn(institution: Institution | null): GridColumn<PlanItem> {
  const names = (own: readonly Theme[]): string => own.map((theme) => themeName(theme, institution)).join('; ');
  return {
    key: 'themes',
    label: 'Themes',
    width: 128,
    text: ({ action }) => names(action.themes),
    fields: ({ action }) => [{ key: 'themes', label: 'Themes', text: names(action.themes) }],
    choices: themes.map((theme) => ({ value: theme, label: themeName(theme, institution) })),
    several: true,
    read: (text) => readThemes(text, institution),
    filterBy: ({ action }) =>
      action.themes.length === 0 ? [''] : action.themes.map((theme) => themeName(theme, institution)),
    sortBy: ({ action }) => (action.themes[0] ? themes.indexOf(action.themes[0]) : null),
    render: ({ action }) =>
      action.themes.length === 0 ? <span className={styles.hint}>None yet</span> : names(action.themes),
  };
}

/** "Visibility; Recognition", by the institution's own words or the usual ones, in any case; blank for none. */
export function readThemes(text: string, institution: Institution | null): CellRead {
  const plain = (words: string): string => words.trim().toLowerCase();
  const parts = text.split(/[;,\n/]/u).filter((part) => part.trim() !== '');
  const found: Theme[] = [];
  for (const part of parts) {
    const theme = themes.find((each) =>
      [themeName(each, institution), themeWords[each], each].some((words) => plain(words) === plain(part)),
    );
    if (!theme)
      return {
        ok: false,
        problem: `“${part.trim()}” is no theme. Write ${themes.map((each) => themeName(each, institution)).join(', ')}.`,
      };
    found.push(theme);
  }
  return { ok: true, fields: { themes: themes.filter((theme) => found.includes(theme)) } };
}

/** The shades of a copy as html: those of the light look, whatever the screen shows. */
const shades: Readonly<Record<Rag, { readonly background: string; readonly ink: string }>> = {
  green: { background: '#dff1e4', ink: '#165c2b' },
  amber: { background: '#fdf0cf', ink: '#6b4700' },
  red: { background: '#fbe4e1', ink: '#8c1d17' },
};

export const ragColumn: GridColumn<PlanItem> = {
  key: 'rag',
  label: 'RAG',
  width: 138,
  text: ({ current }) => (current?.rag ? ragWords[current.rag] : ''),
  fields: ({ current }) => [{ key: 'rag', label: 'RAG', text: ragWords[current?.rag ?? 'unrated'] }],
  choices: [...rags, 'unrated' as const].map((rag) => ({ value: rag, label: ragWords[rag] })),
  read: readRag,
  shade: ({ current }) => (current?.rag ? shades[current.rag] : null),
  filterBy: ({ current }) => [ragWords[current?.rag ?? 'unrated']],
  sortBy: ({ current }) => (current?.rag ? rags.indexOf(current.rag) : null),
  render: ({ current, previous }) => (
    <>
      <RagBadge rag={current?.rag ?? null} />
      {previous?.rag ? (
        <span className={styles.small}>
          was {ragWords[previous.rag]}, {monthAndYear(previous.ratedOn)}
        </span>
      ) : null}
    </>
  ),
};

/** domain.md 3: the usual words and letters; a rating of another scheme is asked about, not guessed. */
const meanings: readonly (readonly [pattern: RegExp, rag: Rag | null])[] = [
  [/^(g|green|completed?|done|delivered|closed)$/u, 'green'],
  [/^(a|amber|ongoing|on-going|under ?way|in progress|partially( complete)?)$/u, 'amber'],
  [/^(r|red|not started|yet to start|outstanding|still to be carried out)$/u, 'red'],
  [/^(|n|-|–|none|not( yet)? rated)$/u, null],
];

function readRag(text: string): CellRead {
  const words = text.trim().toLowerCase().replaceAll(/\s+/gu, ' ');
  const meaning = meanings.find(([pattern]) => pattern.test(words));
  return meaning
    ? { ok: true, fields: { rag: meaning[1] } }
    : { ok: false, problem: 'Write Green, Amber, Red or Not yet rated.' };
}
