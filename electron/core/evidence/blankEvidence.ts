import type { Evidence } from '#shared/model/tables.ts';

/** An item of evidence before anybody has written in it. */
export const blankEvidence: Omit<Evidence, 'id' | 'number'> = {
  kind: 'link',
  title: '',
  description: '',
  url: '',
  attachmentId: null,
  datedOn: null,
  staleAfter: null,
  binned: false,
};
