import { useFrameworks } from '../../stores/frameworks.ts';

export interface GroupingOption {
  readonly value: string;
  readonly label: string;
}

/** The frameworks that a plan can be grouped by in a document, by id: those that have items. */
export function useFrameworkOptions(labelOf: (title: string) => string): readonly GroupingOption[] {
  return useFrameworks()
    .filter(({ items }) => items.length > 0)
    .map(({ id, title }) => ({ value: id, label: labelOf(title) }));
}
