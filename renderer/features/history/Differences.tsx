import { WordComparison } from '../../components/WordComparison.tsx';
import { compareWords } from '../../components/wordDifference.ts';
import styles from './CompareScreen.module.css';
import { fieldInWords, fieldName, isReadable } from './changeWords.ts';

interface DifferencesProps {
  readonly table: string;
  readonly fields: readonly { readonly field: string; readonly before?: unknown; readonly after?: unknown }[];
}

/** Fields that differ, a line each; longer texts are compared word by word. */
export function Differences({ table, fields }: DifferencesProps) {
  const shown = fields.filter((each) => !unread.has(each.field) && isReadable(each));
  if (shown.length === 0) return null;
  return (
    <dl className={styles.fields}>
      {shown.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldName(table, field)}</dt>
          <dd>
            <WordComparison parts={compareWords(wordsOf(table, field, before), wordsOf(table, field, after))} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What a person does not read: ids, the order in a list, the day that stands beside its text, formatting as data. */
const unread: ReadonlySet<string> = new Set([
  'position',
  'content',
  'startOn',
  'dueOn',
  'sourceId',
  'target',
  'cycleId',
  'frameworkId',
  'attachmentId',
  'logoId',
  'houseStyleId',
  'questionSetId',
  'lastPlanId',
  'newPlanId',
]);

const wordsOf = (table: string, field: string, value: unknown): string => {
  if (Array.isArray(value)) return value.map((each) => wordsOf(table, field, each)).join('\n');
  return value === null || value === '' ? '' : fieldInWords(table, field, value);
};

export const presenceWords = {
  added: 'only in the second',
  removed: 'only in the first',
  changed: '',
} as const;
