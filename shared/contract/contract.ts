import type { z } from 'zod';
import { actionPlanChannels } from './actionPlan.ts';
import { backupChannels } from './backups.ts';
import type { Channel, ChannelKind } from './define.ts';
import { handoverChannels } from './handover.ts';
import { importAndExportChannels } from './importAndExport.ts';
import { officialFormChannels } from './officialForm.ts';
import { questionSetChannels } from './questionSets.ts';
import { returnedChannels } from './returned.ts';
import { selfAssessmentChannels } from './selfAssessment.ts';
import { versionChannels } from './versions.ts';
import { voiceAndEvidenceChannels } from './voiceAndEvidence.ts';
import { workingCopyChannels } from './workingCopy.ts';
import { workspaceChannels } from './workspace.ts';

/** The whole interface between a host and the renderer. Handlers are a mapped type over it. */
export const contract = {
  ...workspaceChannels,
  ...backupChannels,
  ...workingCopyChannels,
  ...versionChannels,
  ...returnedChannels,
  ...handoverChannels,
  ...selfAssessmentChannels,
  ...questionSetChannels,
  ...actionPlanChannels,
  ...voiceAndEvidenceChannels,
  ...importAndExportChannels,
  ...officialFormChannels,
} as const satisfies Record<string, Channel>;

export type Contract = typeof contract;
export type ChannelName = keyof Contract;
export type ChannelInput<Name extends ChannelName> = z.input<Contract[Name]['input']>;
export type ParsedInput<Name extends ChannelName> = z.output<Contract[Name]['input']>;
export type ChannelOutput<Name extends ChannelName> = z.output<Contract[Name]['output']>;
export type ChannelOf<Kind extends ChannelKind> = {
  [Name in ChannelName]: Contract[Name]['kind'] extends Kind ? Name : never;
}[ChannelName];

export const isChannelName = (name: string): name is ChannelName => Object.hasOwn(contract, name);
