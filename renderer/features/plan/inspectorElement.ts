import { useInspector } from '../../stores/inspector.ts';

/** The heading of the record in the inspector, where Space leads from the table. It names its action in `data-action`. */
export const inspectorHeadingId = 'plan-record';

/** The record follows the focus within a few frames; half a second of them is more than any machine needs. */
const mostFrames = 30;

/** What the record of several selected actions names in place of an action. */
export const severalRecords = (count: number): string => `${count} selected`;

/** Opens the inspector, where it is folded away, and leads the focus to the record of one of these actions in it. */
export function goToInspector(records: readonly string[]): void {
  useInspector.setState({ open: true });
  lead(records, mostFrames);
}

function lead(records: readonly string[], frames: number): void {
  // Unfolded at the next frame; an element that is not displayed takes no focus.
  requestAnimationFrame(() => {
    const heading = document.getElementById(inspectorHeadingId);
    if (heading && records.includes(heading.dataset.action ?? '')) heading.focus();
    else if (frames > 0) lead(records, frames - 1);
  });
}

/** Leads the focus back to the cell of the grid that had it last, once what covered it is gone. */
export function goToGrid(): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('[role="grid"] [role="gridcell"][tabindex="0"]')?.focus(),
    );
  });
}
