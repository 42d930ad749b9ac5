import { assertNever } from '#shared/assertNever.ts';
import type { Facts } from '#shared/model/facts.ts';
import type { Fact } from '#shared/model/questionSet.ts';
import type { Answer } from '#shared/model/tables.ts';
import type { Result } from '#shared/result.ts';
import { run } from '../../actions/run.ts';
import { AutosaveDate } from '../../components/AutosaveDate.tsx';
import { AutosaveSelect } from '../../components/AutosaveSelect.tsx';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { Button } from '../../components/Button.tsx';
import { useInstitution } from '../../stores/views.ts';
import { FactsTable } from './FactsTable.tsx';
import { factFromInstitution } from './factSuggestions.ts';
import styles from './QuestionScreen.module.css';

interface FactsFormProps {
  readonly answer: Answer;
  readonly facts: readonly Fact[];
}

/** The structured fields of a question; each is saved by itself and prints as a table or a labelled line. */
export function FactsForm({ answer, facts }: FactsFormProps) {
  const institution = useInstitution();
  const save = (key: string, value: Facts[string]) =>
    run('answer.setFacts', { id: answer.id, facts: withFact(answer.facts, key, value) });
  const suggestions = facts.flatMap((fact) => {
    const value = factFromInstitution(institution, fact.key);
    return value && !answer.facts[fact.key] ? [[fact.key, value] as const] : [];
  });
  return (
    <section className={styles.facts} aria-label="Facts">
      {suggestions.length > 0 ? (
        <p className={styles.meta}>
          The Institution page knows some of this.{' '}
          <Button
            look="quiet"
            onPress={() =>
              void run('answer.setFacts', {
                id: answer.id,
                facts: { ...mutable(answer.facts), ...Object.fromEntries(suggestions) },
              })
            }
          >
            Fill in from there
          </Button>
        </p>
      ) : null}
      {facts.map((fact) => (
        <FactField
          key={fact.key}
          fact={fact}
          value={answer.facts[fact.key]}
          onSave={(value) => save(fact.key, value)}
        />
      ))}
    </section>
  );
}

interface FactFieldProps {
  readonly fact: Fact;
  readonly value: Facts[string] | undefined;
  readonly onSave: (value: Facts[string]) => Promise<Result<unknown>>;
}

function FactField({ fact, value, onSave }: FactFieldProps) {
  const written = typeof value === 'string' ? value : '';
  switch (fact.kind) {
    case 'table':
      return (
        <FactsTable
          fact={fact}
          lines={Array.isArray(value) ? value : []}
          onSave={(lines) => onSave(lines.map((line) => ({ ...line })))}
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

function withFact(facts: Facts, key: string, value: Facts[string]) {
  const next = { ...mutable(facts), [key]: value };
  return Object.fromEntries(Object.entries(next).filter(([, each]) => each.length > 0)) as typeof next;
}

const mutable = (facts: Facts): Record<string, Facts[string]> => ({ ...facts });
