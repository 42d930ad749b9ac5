import { PageHeading } from '../../components/PageHeading.tsx';
import { useCycleView } from '../../stores/views.ts';
import { AmendmentNote } from './AmendmentNote.tsx';
import { ExportForm } from './ExportForm.tsx';
import { ExportWeb } from './ExportWeb.tsx';
import { ExportWord } from './ExportWord.tsx';
import { ExportWorkbook } from './ExportWorkbook.tsx';
import { IssuedCopies } from './IssuedCopies.tsx';
import { ReturnedDocument } from './ReturnedDocument.tsx';
import { SignOffSteps } from './SignOffSteps.tsx';

/**
 * What leaves the building: the Word document, the official form, the workbook, the public page, the copies that were issued, and who has agreed to it when.
 * `review`: the review of the public page is asked for, and of it this item where there is one.
 */
export function SignOffScreen({ review }: { readonly review?: string }) {
  const view = useCycleView();
  if (!view) return null;
  return (
    <>
      <PageHeading
        title="Sign-off and export"
        lede="Export a draft as often as you like. An issued copy is kept as it is, byte for byte, with a fingerprint that a reader can check."
      />
      <AmendmentNote cycle={view.cycle} />
      <ExportWord cycle={view.cycle} />
      <ExportForm cycle={view.cycle} />
      <ExportWorkbook cycle={view.cycle} />
      <ExportWeb cycle={view.cycle} {...(review === undefined ? {} : { review })} />
      <IssuedCopies cycleId={view.cycle.id} />
      <ReturnedDocument cycle={view.cycle} />
      <SignOffSteps cycle={view.cycle} />
    </>
  );
}
