import { useEffect, useRef, useState } from 'react';
import type { LaidOutDocument } from '#shared/model/laidOutDocument.ts';
import { measureDocument } from './measureDocument.ts';
import styles from './Pages.module.css';
import { type Page, paginate } from './paginate.ts';
import { createRuler } from './ruler.ts';

export interface LaidOutPages {
  /** What the pages were broken from: a newer document has none until it is measured. */
  readonly document: LaidOutDocument;
  readonly pages: readonly Page[];
}

/** How long the screen may stand still, in milliseconds: less than anybody notices. */
const breath = 12;

/** Measures a document and breaks it into pages, a little at a time. */
export function usePages(document: LaidOutDocument | null): LaidOutPages | null {
  const [laidOut, setLaidOut] = useState<LaidOutPages | null>(null);
  const known = useRef(new Map<string, readonly number[]>());
  useEffect(() => {
    if (document === null) {
      setLaidOut(null);
      return;
    }
    const box = window.document.createElement('div');
    box.className = `${styles.ruler} ${styles.text}`;
    box.setAttribute('aria-hidden', 'true');
    window.document.body.append(box);
    let wanted = true;
    let since = performance.now();
    const breathe = async (): Promise<void> => {
      if (performance.now() - since < breath) return;
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
      if (!wanted) throw new DOMException('No longer wanted', 'AbortError');
    };
    void measureDocument(document, createRuler(document, box, known.current, breathe))
      .then((sections) => {
        if (wanted) setLaidOut({ document, pages: paginate(sections) });
      })
      .catch((cause: unknown) => {
        if (!(cause instanceof DOMException && cause.name === 'AbortError')) throw cause;
      })
      .finally(() => box.remove());
    return () => {
      wanted = false;
    };
  }, [document]);
  return laidOut;
}
