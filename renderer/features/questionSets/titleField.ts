/** The id of the field that a new question begins in. */
export const titleFieldId = 'own-question-title';
