import type { ReadinessRule } from '../draft.ts';

/** domain.md 1: numbers convince with their date, source and definition. One item for each line that lacks some. */
export const incompleteFacts: ReadinessRule = ({ answers }) =>
  answers.flatMap(({ question, answer }) =>
    (question.facts ?? []).flatMap((fact) => {
      const lines = answer.facts[fact.key];
      if (fact.kind !== 'table' || !Array.isArray(lines)) return [];
      return lines.flatMap((line, index) => {
        const missing = fact.columns.filter((column) => (line[column.key] ?? '').trim() === '');
        if (missing.length === 0 || missing.length === fact.columns.length) return [];
        return [
          {
            weight: 'should' as const,
            rule: 'incomplete-fact',
            message: `${fact.label}, line ${index + 1}: not said yet (${missing.map(({ label }) => label).join('; ')})`,
            reason:
              'A figure is believed when a reader can see when it was true, where it comes from and what it counts.',
            target: `/question/${question.key}/${fact.key}-${index + 1}`,
          },
        ];
      });
    }),
  );
