import { AutosaveText } from '../../components/AutosaveText.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useInstitution } from '../../stores/views.ts';
import { editInstitution } from './editInstitution.ts';

/** The institution, its people and its words. */
export function InstitutionScreen() {
  const institution = useInstitution();
  return (
    <>
      <PageHeading title="Institution and people" />
      <AutosaveText label="Name" value={institution?.name ?? ''} onSave={(name) => editInstitution({ name })} />
    </>
  );
}
