import { useMemo } from 'react';
import { ownersOf } from '#shared/model/owners.ts';
import type { Institution, Link } from '#shared/model/tables.ts';
import { rags, themes, usualAcademicYearStart } from '#shared/model/words.ts';
import type { Grouping } from '../../components/grid/gridColumns.ts';
import { type FrameworkView, itemName, useFrameworks } from '../../stores/frameworks.ts';
import { useInstitution } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { themeName } from '../../text/themes.ts';
import { ragWords } from '../../text/words.ts';
import { quarterTitle } from '../overview/quarters.ts';
import { groupSummary, type PlanItem } from './planItem.ts';

/** Under what the actions of a plan can be grouped. What has none stands at the end, where it is seen to lack it. */
export function planGroupings(
  institution: Institution | null,
  frameworks: readonly FrameworkView[],
  links: ReadonlyMap<string, Link>,
  rated: boolean,
): readonly Grouping<PlanItem>[] {
  const summary = (items: readonly PlanItem[]): string => groupSummary(items, rated);
  const last = Number.MAX_SAFE_INTEGER;
  const itemsOf = new Map<string, string[]>();
  for (const { sourceKind, sourceId, targetKind, target } of links.values())
    if (sourceKind === 'frameworkItem' && targetKind === 'action')
      itemsOf.set(target, [...(itemsOf.get(target) ?? []), sourceId]);
  const byRag: Grouping<PlanItem> = {
    key: 'rag',
    label: 'RAG',
    summary,
    groupsOf: ({ current }) => {
      const rag = current?.rag ?? null;
      return [{ key: rag ?? 'none', title: ragWords[rag ?? 'unrated'], order: rag ? rags.indexOf(rag) : last }];
    },
  };
  return [
    {
      key: 'theme',
      label: 'Theme',
      summary,
      // Under its first theme, so that no action is counted twice.
      groupsOf: ({ action }) => {
        const theme = action.themes[0];
        return [
          theme
            ? { key: theme, title: themeName(theme, institution), order: themes.indexOf(theme) }
            : { key: 'none', title: 'No theme yet', order: last },
        ];
      },
    },
    {
      key: 'lead',
      label: 'Lead',
      summary,
      groupsOf: ({ action }) => {
        const owners = ownersOf(action.lead);
        return owners.length === 0
          ? [{ key: 'none', title: 'Nobody yet', order: last }]
          : owners.map((owner) => ({ key: `lead ${owner.toLowerCase()}`, title: owner, order: 0 }));
      },
    },
    ...(rated ? [byRag] : []),
    {
      key: 'quarter',
      label: 'Quarter it is due in',
      summary,
      groupsOf: ({ action: { dueOn } }) => [
        dueOn
          ? { key: quarterTitle(dueOn), title: quarterTitle(dueOn), order: Number(dueOn.slice(0, 7).replace('-', '')) }
          : { key: 'none', title: 'No date', order: last },
      ],
    },
    {
      key: 'academicYear',
      label: 'Academic year it is due in',
      summary,
      groupsOf: ({ action: { dueOn } }) => {
        if (dueOn === null) return [{ key: 'none', title: 'No date', order: last }];
        const first = firstYearOf(dueOn, institution?.academicYearStart ?? usualAcademicYearStart);
        return [
          { key: `year ${first}`, title: `${first}/${String((first + 1) % 100).padStart(2, '0')}`, order: first },
        ];
      },
    },
    ...frameworkGroupings(frameworks, itemsOf, summary),
  ];
}

/** By the items of all frameworks together, and by those of each where there are several. */
function frameworkGroupings(
  frameworks: readonly FrameworkView[],
  itemsOf: ReadonlyMap<string, readonly string[]>,
  summary: Grouping<PlanItem>['summary'],
): readonly Grouping<PlanItem>[] {
  const listed = frameworks.filter(({ items }) => items.length > 0);
  if (listed.length === 0) return [];
  const grouping = (key: string, label: string, own: readonly FrameworkView[]): Grouping<PlanItem> => {
    const groups = new Map(
      own
        .flatMap((framework) => framework.items.map((item) => ({ item, framework })))
        .map(({ item, framework }, order) => {
          const title = own.length === 1 ? itemName(item) : `${framework.title} · ${itemName(item)}`;
          return [item.id, { key: item.id, title, order }];
        }),
    );
    return {
      key,
      label,
      summary,
      groupsOf: ({ action }) => {
        const under = (itemsOf.get(action.id) ?? []).flatMap((id) => groups.get(id) ?? []);
        return under.length > 0 ? under : [{ key: 'none', title: 'No framework item', order: Number.MAX_SAFE_INTEGER }];
      },
    };
  };
  return [
    grouping('framework', 'Framework item', listed),
    ...(listed.length === 1 ? [] : listed.map((own) => grouping(`framework ${own.id}`, `Item of ${own.title}`, [own]))),
  ];
}

/** The calendar year in which the academic year of a day begins. */
const firstYearOf = (day: string, startsOn: string): number =>
  Number(day.slice(0, 4)) - (day.slice(5) >= startsOn ? 0 : 1);

export function usePlanGroupings(rated: boolean): readonly Grouping<PlanItem>[] {
  const institution = useInstitution();
  const frameworks = useFrameworks();
  const links = useWorkspace((state) => state.rows.link);
  return useMemo(() => planGroupings(institution, frameworks, links, rated), [institution, frameworks, links, rated]);
}
