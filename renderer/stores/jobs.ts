import { create } from 'zustand';
import type { AppEvent } from '#shared/contract/workspace.ts';

type JobEvent = Extract<AppEvent, { readonly type: 'job' }>;

/** How far long work has come, by the id that its screen chose. */
interface JobsState {
  readonly jobs: Readonly<Record<string, Pick<JobEvent, 'progress' | 'label'>>>;
}

export const useJobs = create<JobsState>(() => ({ jobs: {} }));

/** Work that is done is no longer kept. */
export function setJob({ jobId, progress, label }: JobEvent): void {
  useJobs.setState(({ jobs }) => {
    const { [jobId]: _ended, ...others } = jobs;
    return { jobs: progress === 1 ? others : { ...others, [jobId]: { progress, label } } };
  });
}
