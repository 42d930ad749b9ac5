import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { ImportCorrections } from '#shared/model/importPreview.ts';
import { ask } from '../../actions/run.ts';
import { type FileReading, useFileReading } from './useFileReading.ts';

export type Previewed = ChannelOutput<'import.preview'>;
export type Reading = FileReading<ImportCorrections, Previewed>;

const untouched: ImportCorrections = {};

/** Reads a file against a plan. */
export function useImportReading(planId: string | undefined) {
  return useFileReading<ImportCorrections, Previewed>(
    planId === undefined ? null : (question) => ask('import.preview', { ...question, planId }),
    untouched,
  );
}
