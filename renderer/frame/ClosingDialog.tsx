import { closeNow } from '../actions/closeWorkspace.ts';
import { NotSavedBackDialog } from '../features/workingCopy/NotSavedBackDialog.tsx';
import { useClosing } from '../stores/closing.ts';
import { useWorkingCopy } from '../stores/workingCopy.ts';

/** Before a workspace is closed that could not be saved back: says so, and leaves the choice. */
export function ClosingDialog() {
  const closing = useClosing((store) => store.closing);
  const state = useWorkingCopy((store) => store.state);
  if (!closing || !state?.failure) return null;
  const stay = () => useClosing.setState({ closing: false });
  return <NotSavedBackDialog state={state} failure={state.failure} onClose={stay} onLeave={() => void closeNow()} />;
}
