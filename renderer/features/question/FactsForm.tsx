import { useState } from 'react';
import { assertNever } from '#shared/assertNever.ts';
import type { Facts } from '#shared/model/facts.ts';
import type { Fact } from '#shared/model/questionSet.ts';
import type { Answer } from '#shared/model/tables.ts';
import type { Result } from '#shared/result.ts';
import { AutosaveDate } from '../../components/AutosaveDate.tsx';
import { AutosaveSelect } from '../../components/AutosaveSelect.tsx';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { useInstitution } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { FactsTable } from './FactsTable.tsx';
import { factFromInstitution } from './factSuggestions.ts';
import styles from './QuestionScreen.module.css';
import { useFactsWriting } from './useFactsWriting.ts';

interface FactsFormProps {
  readonly answer: Answer;
  readonly facts: readonly Fact[];
  /** A line that somebody came for, such as `funding-1`: its table is not folded away. */
  readonly place?: string;
}

/** The structured fields of a question; each is saved by itself and prints as a table or a labelled line. */
export function FactsForm({ answer, facts, place }: FactsFormProps) {
  const institution = useInstitution();
  const staffNumbers = useWorkspace((state) => state.rows.staffNumber);
  const write = useFactsWriting(answer.id);
  // Beside a text that is begun the tables fold away, so that the text is what is seen; their titles say what they hold.
  const [folds] = useState(answer.words > 0);
  const suggestions = facts.flatMap((fact) => {
    const value = factFromInstitution(institution, [...staffNumbers.values()], fact.key);
    return value && !answer.facts[fact.key] ? [[fact.key, value] as const] : [];
  });
  return (
    <section className={styles.facts} aria-label="Facts">
      {suggestions.length > 0 ? (
        <Changing>
          <p className={styles.meta}>
            The Institution page knows some of this.{' '}
            <Button look="quiet" onPress={() => void write((now) => ({ ...now, ...Object.fromEntries(suggestions) }))}>
              Fill in from there
            </Button>
          </p>
        </Changing>
      ) : null}
      {facts.map((fact) => (
        <FactField
          key={fact.key}
          fact={fact}
          value={answer.facts[fact.key]}
          folds={folds}
          sought={place?.startsWith(`${fact.key}-`) ?? false}
          onChange={(change) => write((now) => withFact(now, fact.key, change(now[fact.key])))}
        />
      ))}
    </section>
  );
}

interface FactFieldProps {
  readonly fact: Fact;
  readonly value: Facts[string] | undefined;
  readonly folds: boolean;
  readonly sought: boolean;
  readonly onChange: (change: (value: Facts[string] | undefined) => Facts[string]) => Promise<Result<unknown>>;
}

function FactField({ fact, value, folds, sought, onChange }: FactFieldProps) {
  const written = typeof value === 'string' ? value : '';
  const onSave = (next: string) => onChange(() => next);
  switch (fact.kind) {
    case 'table':
      return (
        <FactsTable
          fact={fact}
          lines={linesOf(value)}
          folds={folds}
          sought={sought}
          onChange={(change) => onChange((now) => change(linesOf(now)).map((line) => ({ ...line })))}
        />
      );
    case 'yes-no':
      return <AutosaveSelect label={fact.label} value={written} options={yesOrNo} onSave={onSave} />;
    case 'date':
      return <AutosaveDate label={fact.label} value={written || null} onSave={(day) => onSave(day ?? '')} />;
    case 'text':
    case 'number':
    case 'email':
    case 'telephone':
    case 'url':
      return (
        <AutosaveText
          label={fact.label}
          {...(fact.help ? { description: fact.help } : {})}
          value={written}
          onSave={onSave}
        />
      );
    default:
      return assertNever(fact);
  }
}

const yesOrNo = [
  { value: '', label: 'Not said yet' },
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

const linesOf = (value: Facts[string] | undefined) => (Array.isArray(value) ? value : []);

/** A fact that holds nothing is not kept. */
function withFact(facts: Facts, key: string, value: Facts[string]): Facts {
  return Object.fromEntries(Object.entries({ ...facts, [key]: value }).filter(([, each]) => each.length > 0));
}
