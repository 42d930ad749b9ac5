import type { Institution } from '#shared/model/tables.ts';
import { themes } from '#shared/model/words.ts';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { theInstitution } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { themeWords } from '../../text/words.ts';
import { editInstitution } from './editInstitution.ts';
import styles from './InstitutionScreen.module.css';
import { withThemeWord } from './ownWords.ts';

/** What this place calls the themes, its technicians and its leader. */
export function OwnWords({ institution }: { readonly institution: Institution }) {
  return (
    <div className={styles.fields}>
      {themes.map((theme) => (
        <AutosaveText
          key={theme}
          label={themeWords[theme]}
          value={institution.themeWords[theme] ?? ''}
          placeholder={themeWords[theme]}
          onSave={(word) => {
            // Read when it is saved: the five share one value, and another of them may have been saved meanwhile.
            const present = theInstitution(useWorkspace.getState().rows)?.themeWords ?? {};
            return editInstitution({ themeWords: withThemeWord(present, theme, word) });
          }}
        />
      ))}
      <AutosaveText
        label="The people"
        value={institution.technicianWord}
        placeholder="technicians"
        description="For instance technicians, technical staff or technical professionals."
        onSave={(technicianWord) => editInstitution({ technicianWord })}
      />
      <AutosaveText
        label="Title of the leader"
        value={institution.leaderTitle}
        placeholder="Vice-Chancellor"
        description="Printed on the signatures page where no signatory is listed."
        onSave={(leaderTitle) => editInstitution({ leaderTitle })}
      />
    </div>
  );
}
