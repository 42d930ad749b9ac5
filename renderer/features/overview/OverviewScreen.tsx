import { PageHeading } from '../../components/PageHeading.tsx';
import { useSession } from '../../stores/session.ts';
import { useCycleView } from '../../stores/views.ts';
import { daysUntil, longDate } from '../../text/dates.ts';
import { ReadinessList } from '../readiness/ReadinessList.tsx';
import { useReadiness } from '../readiness/useReadiness.ts';

/** How the self-assessment stands, and what is left before the window closes. */
export function OverviewScreen() {
  const view = useCycleView();
  const today = useSession((state) => state.today);
  const { items } = useReadiness(view?.cycle.id);
  if (!view) return null;
  return (
    <>
      <PageHeading
        title="Overview"
        lede={`Due ${longDate(view.cycle.dueOn)}: ${daysUntil(today, view.cycle.dueOn)}.`}
      />
      <ReadinessList items={(items ?? []).slice(0, 5)} />
    </>
  );
}
