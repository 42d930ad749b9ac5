import { type Theme, themes } from '#shared/model/words.ts';
import type { Result } from '#shared/result.ts';
import { useInstitution } from '../stores/views.ts';
import { themeName } from '../text/themes.ts';
import { Checkbox } from './Checkbox.tsx';
import styles from './Field.module.css';

interface ThemePickerProps {
  readonly label: string;
  readonly value: readonly Theme[];
  readonly onSave: (themes: readonly Theme[]) => Promise<Result<unknown>>;
}

/** One or more of the five themes, in the order of the Commitment, by the institution's own words. */
export function ThemePicker({ label, value, onSave }: ThemePickerProps) {
  const institution = useInstitution();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{label}</legend>
      {themes.map((theme) => (
        <Checkbox
          key={theme}
          label={themeName(theme, institution)}
          selected={value.includes(theme)}
          onChange={(selected) =>
            void onSave(themes.filter((each) => (each === theme ? selected : value.includes(each))))
          }
        />
      ))}
    </fieldset>
  );
}
