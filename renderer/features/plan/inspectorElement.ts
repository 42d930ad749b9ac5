/** The heading of the record in the inspector, where Space leads from the table. */
export const inspectorHeadingId = 'plan-record';

export const inspectorElement = (): HTMLElement | null => document.getElementById(inspectorHeadingId);
