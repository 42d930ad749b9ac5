import type { Institution } from '#shared/model/tables.ts';
import { AutosaveSelect } from '../../components/AutosaveSelect.tsx';
import { academicYearInWords, dayOptions, inMonth, monthOptions } from './academicYear.ts';
import { editInstitution } from './editInstitution.ts';
import styles from './InstitutionScreen.module.css';

/** When the academic year begins: timescales such as 2026/27 are read by it. */
export function AcademicYear({ institution }: { readonly institution: Institution }) {
  const start = institution.academicYearStart;
  return (
    <>
      <div className={styles.fields}>
        <AutosaveSelect
          label="Day"
          value={start.slice(3)}
          options={dayOptions(start)}
          onSave={(day) => editInstitution({ academicYearStart: `${start.slice(0, 2)}-${day}` })}
        />
        <AutosaveSelect
          label="Month"
          value={start.slice(0, 2)}
          options={monthOptions}
          onSave={(month) => editInstitution({ academicYearStart: inMonth(start, month) })}
        />
      </div>
      <p className={styles.intro} role="status">
        2026/27 means {academicYearInWords(start)}.
      </p>
    </>
  );
}
