import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useInspector } from '../stores/inspector.ts';

/** What a screen says about the thing in focus, shown in the inspector on the right. */
export function InspectorPortal({ children }: { readonly children: ReactNode }) {
  const place = useInspector((state) => state.place);
  useEffect(() => {
    useInspector.setState((state) => ({ users: state.users + 1 }));
    return () => useInspector.setState((state) => ({ users: state.users - 1 }));
  }, []);
  return place ? createPortal(children, place) : null;
}
