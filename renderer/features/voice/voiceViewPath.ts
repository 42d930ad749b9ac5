/** The ways to look at what technicians said, by their place in the address. */
export const voiceViews = ['register', 'channels', 'actions', 'changes'] as const;
export type VoiceView = (typeof voiceViews)[number];

export const pathOfVoiceView = (view: VoiceView): string => (view === 'register' ? '/voice' : `/voice/view/${view}`);

export const voiceViewOf = (place: string | undefined): VoiceView =>
  voiceViews.find((view) => view === place) ?? 'register';
