import type { KeyboardEvent, ReactNode } from 'react';
import { InspectorPortal } from '../../frame/InspectorPortal.tsx';
import { useInspector } from '../../stores/inspector.ts';
import { goToGrid } from './inspectorElement.ts';

/** The record of the focused action in the inspector. Escape leads back to its cell and folds a narrow one away. */
export function RecordInspector({ children }: { readonly children: ReactNode }) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // Events of a dialog that was opened from here come by as well; Escape has closed it.
    if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return;
    useInspector.setState({ open: false });
    goToGrid();
  };
  return (
    <InspectorPortal>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: one key for all the fields inside, which have the focus */}
      <div onKeyDown={onKeyDown}>{children}</div>
    </InspectorPortal>
  );
}
