import type { Action } from '#shared/model/tables.ts';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { FoldingSection } from '../../components/FoldingSection.tsx';
import { saveActionText } from './actionFields.ts';

const title = 'Notes to self — never exported';

/** What nobody else is to read. */
export function NotesToSelf({ action }: { readonly action: Action }) {
  return (
    <FoldingSection title={title} openAtFirst={action.notes.trim() !== ''}>
      {() => (
        <AutosaveText
          label={title}
          hideLabel
          multiline
          value={action.notes}
          onSave={(text) => saveActionText(action.id, 'notes', text)}
        />
      )}
    </FoldingSection>
  );
}
