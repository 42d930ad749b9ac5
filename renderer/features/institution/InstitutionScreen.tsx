import type { ReactNode } from 'react';
import { AutosaveDate } from '../../components/AutosaveDate.tsx';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { Button } from '../../components/Button.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { goTo } from '../../stores/route.ts';
import { useCycleView, useInstitution } from '../../stores/views.ts';
import { AcademicYear } from './AcademicYear.tsx';
import { editInstitution } from './editInstitution.ts';
import { HouseStyleField } from './HouseStyleField.tsx';
import styles from './InstitutionScreen.module.css';
import { LogoField } from './LogoField.tsx';
import { OwnWords } from './OwnWords.tsx';
import { PlanFields } from './PlanFields.tsx';
import { ProfileField } from './ProfileField.tsx';
import { SignatoryList } from './SignatoryList.tsx';
import { StaffNumberList } from './StaffNumberList.tsx';
import { SubmissionFields } from './SubmissionFields.tsx';

/** The institution, its people and its words, and what belongs to this submission as a whole. */
export function InstitutionScreen() {
  const institution = useInstitution();
  const view = useCycleView();
  if (!institution) return null;
  return (
    <>
      <PageHeading
        title="Profile and people"
        lede="Who the institution is, who answers for the submission and what things are called here. Everything is kept as it is written."
      />
      <Section title="The institution">
        <div className={styles.fields}>
          <AutosaveText
            label="Name"
            value={institution.name}
            description="Prints on the title page."
            onSave={(name) => editInstitution({ name })}
          />
          <AutosaveText
            label="Short name"
            value={institution.shortName}
            onSave={(shortName) => editInstitution({ shortName })}
          />
          <AutosaveText
            label="Website"
            type="url"
            value={institution.website}
            placeholder="https://"
            description="The public page about the Commitment. Offered where a question asks for it."
            onSave={(website) => editInstitution({ website })}
          />
          <AutosaveDate
            label="Commitment signed on"
            value={institution.signedOn}
            onSave={(signedOn) => editInstitution({ signedOn })}
          />
          <ProfileField institution={institution} />
        </div>
      </Section>
      <Section title="Logo" intro="Prints on the title page. A PNG or JPEG picture of at most 2 MB.">
        <LogoField institution={institution} />
      </Section>
      <Section
        title="House style of documents"
        intro="A Word template (.dotx) or document (.docx) of the institution. The exported Word document takes over its styles, fonts and colours and the logo of its header; its text, page size and margins it does not."
      >
        <HouseStyleField institution={institution} />
      </Section>
      <Section
        title="Named contact"
        intro="Prints on the title page; the public page about the Commitment names the same person."
      >
        <div className={styles.fields}>
          <AutosaveText
            label="Contact’s name"
            value={institution.contactName}
            onSave={(contactName) => editInstitution({ contactName })}
          />
          <AutosaveText
            label="Role"
            value={institution.contactRole}
            onSave={(contactRole) => editInstitution({ contactRole })}
          />
          <AutosaveText
            label="E-mail"
            type="email"
            value={institution.contactEmail}
            onSave={(contactEmail) => editInstitution({ contactEmail })}
          />
          <AutosaveText
            label="Telephone"
            type="tel"
            value={institution.contactTelephone}
            onSave={(contactTelephone) => editInstitution({ contactTelephone })}
          />
        </div>
      </Section>
      <Section title="People who sign" intro="Each has a block on the signatures page, in this order.">
        <SignatoryList />
      </Section>
      <Section
        title="Technical staff numbers"
        intro="Kept with the day, the basis and the definition, so that numbers of different years can be set side by side."
      >
        <StaffNumberList />
      </Section>
      {view ? (
        <Section title={`This submission: Stage ${view.cycle.stage}`}>
          <SubmissionFields cycle={view.cycle} />
          <PlanFields plan={view.newPlan} which="New plan" />
          <PlanFields plan={view.lastPlan} which="Last plan" />
        </Section>
      ) : null}
      <Section
        title="Words of your own"
        intro="Where a field is blank the usual word is used, on the screen and in print."
      >
        <OwnWords institution={institution} />
      </Section>
      <Section
        title="Start of the academic year"
        intro="Academic years, terms and their quarters in a timescale are read by it. Dates that were read before move with it; those set by hand stay."
      >
        <AcademicYear institution={institution} />
      </Section>
      <Section
        title="Frameworks and sister charters"
        intro="Lists of what others ask of the institution, to which actions, answers and evidence are mapped."
      >
        <Button onPress={() => goTo('/frameworks')}>Open the frameworks</Button>
      </Section>
    </>
  );
}

interface SectionProps {
  readonly title: string;
  readonly intro?: string;
  readonly children: ReactNode;
}

function Section({ title, intro, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <h2>{title}</h2>
      {intro ? <p className={styles.intro}>{intro}</p> : null}
      {children}
    </section>
  );
}
