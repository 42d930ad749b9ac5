import type { Attachment } from '#shared/model/tables.ts';
import styles from './EvidenceScreen.module.css';
import { useThumbnail } from './thumbnails.ts';

/** The attached file in a row of the list: its small picture, where it is one, and its name. */
export function FileLine({ attachment }: { readonly attachment: Attachment | undefined }) {
  const thumbnail = useThumbnail(attachment);
  if (!attachment) return null;
  return (
    <span className={styles.under}>
      {thumbnail ? <img className={styles.thumbnail} src={thumbnail} alt="" /> : null}
      {attachment.fileName}
    </span>
  );
}
