import { PageHeading } from '../../components/PageHeading.tsx';
import { useSession } from '../../stores/session.ts';
import { useActions, useAnswers, useCycleView, useInstitution } from '../../stores/views.ts';
import { longDate } from '../../text/dates.ts';
import { CopyNote } from '../copies/CopyNote.tsx';
import { NewerForm } from '../questionSets/NewerForm.tsx';
import { daysLeft } from './daysLeft.ts';
import { FirstSteps } from './FirstSteps.tsx';
import { firstSteps } from './firstSteps.ts';
import { Guide } from './Guide.tsx';
import { NextCycle } from './NextCycle.tsx';
import styles from './OverviewScreen.module.css';
import { PlanTimeline } from './PlanTimeline.tsx';
import { QuestionStates } from './QuestionStates.tsx';
import { RagTable } from './RagTable.tsx';
import { WhatIsLeft } from './WhatIsLeft.tsx';

/** How the self-assessment stands, and what is left before the window closes. */
export function OverviewScreen() {
  const view = useCycleView();
  const institution = useInstitution();
  const today = useSession((state) => state.today);
  const lastActions = useActions(view?.lastPlan.id);
  const newActions = useActions(view?.newPlan.id);
  const answers = useAnswers(view?.cycle);
  if (!view) return null;
  const { cycle, questionSet } = view;
  const { count, words } = daysLeft(today, cycle.dueOn);
  const steps = firstSteps({ view, institution, lastActions, newActions, answers });
  return (
    <>
      <PageHeading title="Overview" lede={`Stage ${cycle.stage} with a ${questionSet.planMonths}-month plan.`} />
      <p className={styles.days}>
        <strong>{count}</strong> {words}, {longDate(cycle.dueOn)}
        {cycle.extendedFrom ? (
          <span className={styles.meta}> (extended from {longDate(cycle.extendedFrom)})</span>
        ) : null}
      </p>
      <CopyNote />
      <NewerForm />
      {steps.length > 0 ? <FirstSteps steps={steps} /> : null}
      <Guide view={view} />
      <NextCycle cycle={cycle} />
      <WhatIsLeft cycleId={cycle.id} />
      {questionSet.reviewsLastPlan ? <RagTable plan={view.lastPlan} /> : null}
      <PlanTimeline plan={view.newPlan} />
      <QuestionStates view={view} />
    </>
  );
}
