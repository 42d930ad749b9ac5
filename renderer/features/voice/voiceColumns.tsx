import type { Institution, Voice } from '#shared/model/tables.ts';
import { themes } from '#shared/model/words.ts';
import { choiceCell, dayCell, textCell } from '../../components/grid/cellTypes.ts';
import type { CellRead, GridColumn, Grouping } from '../../components/grid/gridColumns.ts';
import { themeName } from '../../text/themes.ts';
import { consentWords, voiceChannelWords } from '../../text/words.ts';
import { readThemes } from '../plan/planColumns.tsx';
import styles from './register.module.css';
import { hasNoChange } from './voiceList.ts';
import { peopleFrom, repliesInWords, voiceKindWords } from './voiceWarnings.ts';

/** The columns of the register. `servesOf` says what an entry serves, each in a few words. */
export const voiceColumns = (
  institution: Institution | null,
  servesOf: (voiceId: string) => readonly string[],
): readonly GridColumn<Voice>[] => [
  {
    key: 'number',
    label: 'No.',
    width: 68,
    text: ({ number }) => String(number),
    sortBy: ({ number }) => number,
  },
  dayCell('heardOn', 'When', 104),
  choiceCell('channel', 'Channel', 112, voiceChannelWords),
  textCell('groupName', 'Group', 124),
  textCell('words', 'Words', 260, {
    grows: true,
    render: ({ kind }, text) =>
      kind === 'quote' && text('words') !== '' ? (
        <span className={styles.quote}>“{text('words')}”</span>
      ) : (
        text('words')
      ),
  }),
  {
    key: 'themes',
    label: 'Themes',
    width: 116,
    text: ({ themes: own }) => names(own, institution),
    fields: ({ themes: own }) => [{ key: 'themes', label: 'Themes', text: names(own, institution) }],
    choices: themes.map((theme) => ({ value: theme, label: themeName(theme, institution) })),
    several: true,
    read: (text) => readThemes(text, institution),
    filterBy: ({ themes: own }) => (own.length === 0 ? [''] : own.map((theme) => themeName(theme, institution))),
  },
  {
    key: 'changed',
    label: 'What changed',
    width: 220,
    grows: true,
    text: ({ changed, whyNot }) => [changed, whyNot === '' ? '' : `Why not: ${whyNot}`].filter(Boolean).join('\n'),
    fields: ({ changed, whyNot }) => [
      { key: 'changed', label: 'What changed', text: changed },
      { key: 'whyNot', label: 'Why not', text: whyNot },
    ],
    read: (text, _voice, field) => ({ ok: true, fields: { [field ?? 'changed']: text } }),
    render: (voice, text) => {
      if (hasNoChange(voice) && text('changed') === '' && text('whyNot') === '')
        return <span className={styles.open}>No change recorded</span>;
      return text('changed').trim() !== '' ? text('changed') : `Not changed: ${text('whyNot')}`;
    },
    filterBy: (voice) => [
      hasNoChange(voice) ? 'No change recorded' : voice.changed.trim() !== '' ? 'Changed' : 'Not changed',
    ],
  },
  choiceCell('consent', 'Consent', 150, consentWords, { hiddenAtFirst: true }),
  choiceCell('kind', 'These words are', 150, voiceKindWords, { hiddenAtFirst: true }),
  {
    key: 'replies',
    label: 'Asked and replied',
    width: 120,
    hiddenAtFirst: true,
    text: repliesInWords,
    fields: ({ asked, replied }) => [
      { key: 'asked', label: 'Asked', text: asked === null ? '' : String(asked) },
      { key: 'replied', label: 'Replied', text: replied === null ? '' : String(replied) },
    ],
    read: readReplies,
    render: (voice) => repliesInWords(voice),
    sortBy: ({ replied, asked }) => replied ?? asked,
  },
  {
    key: 'serves',
    label: 'Links',
    width: 130,
    hiddenAtFirst: true,
    text: ({ id }) => servesOf(id).join(', '),
  },
];

const names = (own: Voice['themes'], institution: Institution | null): string =>
  own.map((theme) => themeName(theme, institution)).join('; ');

/** "12 of 40 replied", "12 of 40", or one number in the field that it was typed into. */
function readReplies(text: string, _voice: Voice | null, field?: string): CellRead {
  const problem = { ok: false, problem: 'Write a whole number of people, or “12 of 40”.' } as const;
  if (field !== undefined) {
    const people = peopleFrom(text);
    return people === undefined ? problem : { ok: true, fields: { [field]: people } };
  }
  if (text.trim() === '') return { ok: true, fields: { asked: null, replied: null } };
  const both = /^(\d{1,6})\s*(?:of|\/)\s*(\d{1,6})(?:\s*replied)?$/iu.exec(text.trim());
  if (both) return { ok: true, fields: { replied: Number(both[1]), asked: Number(both[2]) } };
  const one = /^(\d{1,6})\s*(replied|asked)?$/iu.exec(text.trim());
  if (!one) return problem;
  return { ok: true, fields: { [one[2]?.toLowerCase() === 'asked' ? 'asked' : 'replied']: Number(one[1]) } };
}

const summary = (rows: readonly Voice[]): string => {
  const open = rows.filter(hasNoChange).length;
  return `${rows.length} ${rows.length === 1 ? 'entry' : 'entries'}${open > 0 ? ` · ${open} without a change recorded` : ''}`;
};
const last = Number.MAX_SAFE_INTEGER;

export const voiceGroupings = (institution: Institution | null): readonly Grouping<Voice>[] => [
  {
    key: 'theme',
    label: 'Theme',
    summary,
    groupsOf: ({ themes: own }) =>
      own.length === 0
        ? [{ key: 'none', title: 'No theme yet', order: last }]
        : own.map((theme) => ({ key: theme, title: themeName(theme, institution), order: themes.indexOf(theme) })),
  },
  {
    key: 'channel',
    label: 'Channel',
    summary,
    groupsOf: ({ channel }) => [{ key: channel, title: voiceChannelWords[channel], order: 0 }],
  },
  {
    key: 'group',
    label: 'Group',
    summary,
    groupsOf: ({ groupName }) => {
      const name = groupName.trim();
      return [{ key: `group ${name.toLowerCase()}`, title: name || 'No group', order: name === '' ? last : 0 }];
    },
  },
  {
    key: 'consent',
    label: 'Consent',
    summary,
    groupsOf: ({ consent }) => [{ key: consent, title: consentWords[consent], order: 0 }],
  },
];
