import { useInspector } from '../../stores/inspector.ts';

/** The heading of the record in the inspector, where Space leads from the table. */
export const inspectorHeadingId = 'plan-record';

/** Opens the inspector, where it is folded away, and leads the focus to the record in it. */
export function goToInspector(): void {
  useInspector.setState({ open: true });
  // Unfolded at the next frame; an element that is not displayed takes no focus.
  requestAnimationFrame(() => document.getElementById(inspectorHeadingId)?.focus());
}
