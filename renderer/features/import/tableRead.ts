import type { ImportCorrections, PreviewTable } from '#shared/model/importPreview.ts';

/** What each part of the wizard that corrects one table needs. */
export interface TableReadProps {
  readonly table: PreviewTable;
  readonly corrections: ImportCorrections;
  readonly onCorrect: (corrections: ImportCorrections) => void;
}
