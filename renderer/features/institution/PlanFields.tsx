import type { Plan } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import { AutosaveDate } from '../../components/AutosaveDate.tsx';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import styles from './InstitutionScreen.module.css';

interface PlanFieldsProps {
  readonly plan: Plan;
  readonly which: 'Last plan' | 'New plan';
}

/** What a plan is called and the months that it is for. */
export function PlanFields({ plan, which }: PlanFieldsProps) {
  const { id, title, startsOn, endsOn } = plan;
  return (
    <section aria-label={which}>
      <h3 className={styles.subheading}>{which}</h3>
      <p className={styles.intro}>{intros[which]}</p>
      <div className={styles.fields}>
        <div className={styles.wide}>
          <AutosaveText
            label={`Title of the ${which.toLowerCase()}`}
            value={title}
            description="A title that was not changed by hand follows the dates."
            onSave={(text) => run('plan.edit', { id, fields: { title: text } })}
          />
        </div>
        <AutosaveDate
          label={`${which} starts on`}
          value={startsOn}
          description="“Month 6” and “Year 2” in the plan count from it, and a blank end follows it."
          onSave={(day) => run('plan.edit', { id, fields: { startsOn: day } })}
        />
        <AutosaveDate
          label={`${which} ends on`}
          value={endsOn}
          onSave={(day) => run('plan.edit', { id, fields: { endsOn: day } })}
        />
      </div>
    </section>
  );
}

const intros = {
  'Last plan': 'Its years stand above the RAG review and before its table in print.',
  'New plan':
    'Its months stand on the title page, beside the contents and on the public page. They do not move with the due date.',
} as const;
