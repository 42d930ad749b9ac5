import { Component, type ReactNode } from 'react';
import { ErrorAlert } from './ErrorAlert.tsx';

interface ScreenBoundaryProps {
  readonly children: ReactNode;
}

interface ScreenBoundaryState {
  readonly failed: boolean;
}

/** A fault in one screen stays in that screen: the contents, the state line and Undo go on working beside it. */
export class ScreenBoundary extends Component<ScreenBoundaryProps, ScreenBoundaryState> {
  override state: ScreenBoundaryState = { failed: false };

  static getDerivedStateFromError(): ScreenBoundaryState {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <ErrorAlert error={{ code: 'screen-failed', detail: {} }} /> : this.props.children;
  }
}
