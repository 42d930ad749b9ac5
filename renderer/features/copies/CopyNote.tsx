import { useWorkspace } from '../../stores/workspace.ts';
import { dayAndTime } from '../../text/dates.ts';

/** On the Overview of a copy: that it is one, and where it goes back from. */
export function CopyNote() {
  const origins = useWorkspace((state) => state.rows.origin);
  const [origin] = origins.values();
  if (!origin) return null;
  return (
    <p>
      This is a copy that {origin.byName} handed over to {origin.toName} on {dayAndTime(origin.handedAt)}.{' '}
      <a href="#/copies">Send it back under Copies</a>
    </p>
  );
}
