import { useSyncExternalStore } from 'react';
import { Button } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { askedOf, chooseForDocument, useDocumentChoices } from '../../stores/documentChoices.ts';
import { goTo } from '../../stores/route.ts';
import { useCycleView, useInstitution } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { stateName, useVersions } from '../history/versionNames.ts';
import { DocumentChoicesForm } from '../signOff/DocumentChoicesForm.tsx';
import { useFrameworkOptions } from '../signOff/groupingOptions.ts';
import { Pages } from './Pages.tsx';
import styles from './PreviewScreen.module.css';
import { StillOpenInIt } from './StillOpenInIt.tsx';
import { usePages } from './usePages.ts';
import { type Preview, usePreview } from './usePreview.ts';

/** The document as pages, before it is exported: as it is, or as it was right after a step. */
export function PreviewScreen({ step }: { readonly step?: string }) {
  const cycle = useCycleView()?.cycle;
  // An address that is none leads to a step that there never was, and says so.
  const stepId = step === undefined ? null : /^\d{1,15}$/u.test(step) ? Number(step) : 0;
  return cycle === undefined ? null : <Previewed cycleId={cycle.id} stepId={stepId} />;
}

function Previewed({ cycleId, stepId }: { readonly cycleId: string; readonly stepId: number | null }) {
  const choices = useDocumentChoices();
  const frameworks = useFrameworkOptions((title) => title);
  const versions = useVersions();
  const newest = useWorkspace((state) => state.history.stepId);
  const past = stepId !== null;
  const inHouseStyle = useInstitution()?.houseStyleId != null;
  const { preview, error, jobId } = usePreview(
    {
      cycleId,
      ...askedOf(choices, frameworks),
      ...(past ? { draft: true, stepId } : {}),
    },
    past ? 0 : newest,
  );
  const laidOut = usePages(preview?.document ?? null);
  const busy = jobId !== null || (preview !== null && laidOut?.document !== preview.document);
  const missing = asGrouped(preview, choices.planBy) ? null : frameworks.find(({ value }) => value === choices.planBy);
  const name = past ? stateName(String(stepId), versions, preview?.step) : null;
  return (
    <>
      <PageHeading
        title={name === null ? 'The pages' : `The pages of ${name}`}
        lede={
          name === null
            ? `The Word document as it would be exported${inHouseStyle ? ', in the house style' : ''}. Word breaks lines and pages with its own fonts, so its pages may differ a little${inHouseStyle ? '; a font that this computer does not have is shown as another' : ''}.`
            : 'The Word document as it was in that state. What has been written since is not in it.'
        }
      >
        {past ? <Button onPress={() => goTo(`/compare/${stepId}/now`)}>Compare with now</Button> : null}
        <Button onPress={() => goTo(past ? '/history' : '/sign-off')}>
          {past ? 'Back to History' : 'Back to Sign-off and export'}
        </Button>
      </PageHeading>
      {error && error.code !== 'cancelled' ? <ErrorAlert error={error} /> : null}
      <div className={styles.layout}>
        <div>
          <div role="status">
            {busy ? <p className={styles.counts}>Laying out the pages…</p> : null}
            {!busy && preview && laidOut ? (
              <p className={styles.counts}>
                About {countOf(laidOut.pages.length, 'page')}, {countOf(preview.words, 'word')}
                <span className={styles.meta}> ({countOf(preview.answerWords, 'word')} in the answers)</span>
              </p>
            ) : null}
          </div>
          {missing && !busy ? (
            <p className={styles.counts}>
              “{missing.label}” was not there yet in that state, so its plans are by theme.
            </p>
          ) : null}
          {preview && choices.parts.size > 0 ? <StillOpenInIt preview={preview} past={past} /> : null}
          {choices.parts.size === 0 ? (
            <EmptyState title="No part is chosen">
              <p>Choose at least one part of the document to see its pages.</p>
            </EmptyState>
          ) : null}
          {laidOut && choices.parts.size > 0 ? (
            <div aria-busy={busy}>
              <Pages laidOut={laidOut} />
            </div>
          ) : null}
        </div>
        <Choices past={past} />
      </div>
    </>
  );
}

/** Whether the plans are under the headings that were asked for. */
const asGrouped = (preview: Preview | null, asked: string): boolean =>
  preview === null || asked === 'theme' || preview.planBy !== 'theme';

/** Beside the pages where there is room; above them folded away, so that the pages are what is seen first. */
function Choices({ past }: { readonly past: boolean }) {
  const beside = useSyncExternalStore(followWidth, () => window.matchMedia(roomBeside).matches);
  const form = <DocumentChoicesForm onChange={chooseForDocument} ofThePast={past} />;
  return beside ? (
    <section className={styles.choices} aria-labelledby="choices">
      <h2 id="choices">What it holds</h2>
      {form}
    </section>
  ) : (
    <div className={styles.choices}>
      <Disclosure title="What it holds">{form}</Disclosure>
    </div>
  );
}

/** As in the style sheet. */
const roomBeside = '(min-width: 1300px)';
function followWidth(onChange: () => void): () => void {
  const query = window.matchMedia(roomBeside);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

const countOf = (count: number, one: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : `${one}s`}`;
