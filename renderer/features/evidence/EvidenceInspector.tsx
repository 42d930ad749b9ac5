import { evidenceKindName, kindsInOrder } from '#shared/model/evidenceKinds.ts';
import type { Evidence } from '#shared/model/tables.ts';
import { addressDoubt } from '#shared/model/webAddress.ts';
import type { Result } from '#shared/result.ts';
import { run } from '../../actions/run.ts';
import { AutosaveDate } from '../../components/AutosaveDate.tsx';
import { AutosaveSelect } from '../../components/AutosaveSelect.tsx';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useWorkspace } from '../../stores/workspace.ts';
import { LinkedItems } from '../links/LinkedItems.tsx';
import { inspectorHeadingId } from '../plan/inspectorElement.ts';
import { binItem } from '../voice/binItem.ts';
import { LinkedTo } from '../voice/LinkedTo.tsx';
import register from '../voice/register.module.css';
import type { Use } from '../voice/whereUsed.ts';
import { openableUrl, staleInWords } from './evidenceWords.ts';
import { FilePanel } from './FilePanel.tsx';

interface EvidenceInspectorProps {
  readonly evidence: Evidence;
  readonly uses: readonly Use[];
  /** An ISO day. */
  readonly today: string;
}

/** Everything about one item; each field saves itself. */
export function EvidenceInspector({ evidence, uses, today }: EvidenceInspectorProps) {
  const { id, number } = evidence;
  const edit = (
    fields: Partial<Omit<Evidence, 'id' | 'number' | 'binned' | 'attachmentId'>>,
  ): Promise<Result<unknown>> => run('evidence.edit', { id, fields });
  const stale = staleInWords(evidence, today);
  const kinds = useWorkspace((state) => state.rows.evidenceKind);
  const kindOptions = kindsInOrder(kinds.values())
    .filter(({ key, retired }) => !retired || key === evidence.kind)
    .map((kind) => ({ value: kind.key, label: evidenceKindName(kind) }));
  return (
    <div className={register.inspector}>
      <h2 id={inspectorHeadingId} data-action={id} tabIndex={-1}>
        Evidence {number}
      </h2>
      {evidence.binned ? (
        <p>
          This item is in the bin.{' '}
          <Changing>
            <Button onPress={() => void run('evidence.unbin', { ids: [id] })}>Take it out of the bin</Button>
          </Changing>
        </p>
      ) : null}
      {stale ? (
        <p className={register.warning}>
          <Icon name="warning" /> {stale}. Check whether it still holds, and renew it or give it a new date.
        </p>
      ) : null}
      <AutosaveText label="Title" value={evidence.title} onSave={(title) => edit({ title })} />
      <AutosaveSelect label="Kind" value={evidence.kind} options={kindOptions} onSave={(kind) => edit({ kind })} />
      <AutosaveText
        label={evidence.kind === 'testimonial' ? 'What was said, and by whom' : 'Description'}
        value={evidence.description}
        multiline
        onSave={(description) => edit({ description })}
      />
      <AutosaveText
        label="Address"
        value={evidence.url}
        placeholder="https://"
        onSave={(url) => edit({ url: url.trim() })}
      />
      <Address url={evidence.url} />
      <FilePanel evidence={evidence} />
      <AutosaveDate label="Date" value={evidence.datedOn} onSave={(datedOn) => edit({ datedOn })} />
      <AutosaveDate
        label="Holds until"
        value={evidence.staleAfter}
        description="After this day it is shown as out of date."
        onSave={(staleAfter) => edit({ staleAfter })}
      />
      <LinkedTo sourceKind="evidence" sourceId={id} uses={uses} />
      <LinkedItems targetKind="evidence" target={id} sourceKind="voice" />
      <LinkedItems targetKind="evidence" target={id} sourceKind="frameworkItem" />
      {evidence.binned ? null : (
        <Changing>
          <Button look="danger" onPress={() => void binItem({ kind: 'evidence', id, number })}>
            Put in the bin
          </Button>
        </Changing>
      )}
    </div>
  );
}

/** What is odd in the form of the address, and the way to it: only by opening it is it known whether it is still there. */
function Address({ url }: { readonly url: string }) {
  const openable = openableUrl(url);
  const doubt = addressDoubt(url);
  return (
    <>
      {doubt ? (
        <p className={register.warning}>
          <Icon name="warning" /> {doubt}
        </p>
      ) : null}
      {openable ? (
        <p>
          <a href={openable} target="_blank" rel="noopener noreferrer">
            Open the address in the browser
          </a>
        </p>
      ) : null}
    </>
  );
}
