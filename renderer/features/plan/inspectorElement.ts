import { useInspector } from '../../stores/inspector.ts';

/** The heading of the record in the inspector, where Space leads from the table. It names its action in `data-action`. */
export const inspectorHeadingId = 'plan-record';

/** The record follows the focus as soon as there is time: ten seconds of frames are more than any machine needs. */
const mostFrames = 600;

/** What the record of several selected actions names in place of an action. */
export const severalRecords = (count: number): string => `${count} selected`;

/**
 * Opens the inspector, where it is folded away, and leads the focus to the record of one of these actions in it, as soon
 * as it is there. Whoever has pressed another key or clicked meanwhile has gone on, and is not called back.
 */
export function goToInspector(records: readonly string[]): void {
  useInspector.setState({ open: true });
  const gone = new AbortController();
  for (const kind of ['keydown', 'pointerdown'])
    window.addEventListener(kind, () => gone.abort(), { capture: true, signal: gone.signal });
  lead(records, mostFrames, gone);
}

function lead(records: readonly string[], frames: number, gone: AbortController): void {
  // Unfolded at the next frame; an element that is not displayed takes no focus.
  requestAnimationFrame(() => {
    if (gone.signal.aborted) return;
    const heading = document.getElementById(inspectorHeadingId);
    const isThere = heading !== null && records.includes(heading.dataset.action ?? '');
    if (isThere) heading.focus();
    // It may be there before it is displayed, and then takes no focus yet.
    if (frames === 0 || (isThere && document.activeElement === heading)) gone.abort();
    else lead(records, frames - 1, gone);
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
