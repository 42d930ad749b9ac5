import { closeWorkspace } from '../actions/closeWorkspace.ts';
import { goTo } from '../stores/route.ts';
import type { CycleView } from '../stores/views.ts';
import { redo, undo } from './undoRedo.ts';

/** Something that can be done from the search box: a place to go to, or a command without a place. */
export interface PaletteCommand {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
}

const place = (path: string, label: string): PaletteCommand => ({ id: path, label, run: () => goTo(path) });

export function paletteCommands(view: CycleView | null, showKeys: () => void): readonly PaletteCommand[] {
  return [
    place('/overview', 'Overview'),
    place('/last-plan', 'Last plan: RAG review'),
    place('/new-plan', 'New plan'),
    place('/voice', 'Technician voice: add an entry'),
    place('/evidence', 'Evidence: add an item'),
    ...(view?.questions ?? []).map(({ key, title }) => place(`/question/${key}`, title)),
    place('/institution', 'Profile and people'),
    place('/frameworks', 'Frameworks: points to respond to'),
    place('/question-sets', 'Form and questions: newer forms, your own, earlier drafts'),
    place('/readiness', 'Readiness'),
    place('/sign-off', 'Sign-off and export'),
    place('/import/last', 'Update the last plan from a spreadsheet'),
    place('/import/next', 'Update the new plan from a spreadsheet'),
    place('/copies', 'Copies: hand one over, merge one back'),
    place('/history', 'History: what changed, versions'),
    place('/backups', 'Backups: look at one, go back to one, make one'),
    place('/about', 'About and licences'),
    { id: 'close', label: 'Close the workspace', run: () => void closeWorkspace() },
    { id: 'undo', label: 'Undo', run: () => void undo() },
    { id: 'redo', label: 'Redo', run: () => void redo() },
    { id: 'keys', label: 'Keyboard: every key', run: showKeys },
  ];
}
