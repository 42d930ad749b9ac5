import { assertNever } from '#shared/assertNever.ts';
import type { Link } from '#shared/model/tables.ts';
import { themeSchema } from '#shared/model/words.ts';
import { actionName } from '../actionPlan/actionWords.ts';
import { themeTitle } from '../export/build/themeTitles.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';

type Ends = Omit<Link, 'id'>;

/**
 * “voice 3 to action V2”: both ends of a link as a sentence names them. An end that is gone meanwhile has no name any
 * more; the sentence says so. Technician voice is named by its number only, since history goes where its words may not.
 */
export function endsOfLink(rows: TableAccess, link: Ends, joining: 'to' | 'from'): string {
  return `${sourceName(rows, link)} ${joining} ${targetName(rows, link)}`;
}

function sourceName(rows: TableAccess, { sourceKind, sourceId }: Ends): string {
  switch (sourceKind) {
    case 'voice':
    case 'evidence':
      return numbered(sourceKind, rows.find(sourceKind, sourceId));
    case 'frameworkItem':
      return itemName(rows, sourceId);
    default:
      return assertNever(sourceKind);
  }
}

function targetName(rows: TableAccess, { targetKind, target }: Ends): string {
  switch (targetKind) {
    case 'answer': {
      const answer = rows.find('answer', target);
      const cycle = answer && rows.find('cycle', answer.cycleId);
      const questions = (cycle && rows.find('questionSet', cycle.questionSetId)?.content.questions) ?? [];
      const question = questions.find(({ key }) => key === answer?.questionKey);
      return question ? `the answer to “${question.title}”` : 'an answer that is gone';
    }
    case 'action': {
      const action = rows.find('action', target);
      if (!action) return 'an action that is gone';
      return `${action.ref}${action.text}`.trim() === '' ? 'an action without words' : `action ${actionName(action)}`;
    }
    case 'theme': {
      const theme = themeSchema.safeParse(target);
      const [institution] = rows.all('institution');
      return theme.success ? `the theme “${themeTitle(theme.data, institution)}”` : 'a theme that is gone';
    }
    case 'evidence':
      return numbered('evidence', rows.find('evidence', target));
    case 'frameworkItem':
      return itemName(rows, target);
    default:
      return assertNever(targetKind);
  }
}

const numbered = (kind: 'voice' | 'evidence', item: { readonly number: number } | undefined): string =>
  item ? `${kind} ${item.number}` : `${kind} that is gone`;

/** By its title, as people speak of it; the code of an item is often a bare number. */
function itemName(rows: TableAccess, id: string): string {
  const item = rows.find('frameworkItem', id);
  if (!item) return 'a framework item that is gone';
  const name = item.title.trim() || item.code.trim();
  return name === '' ? 'a framework item' : `“${name}”`;
}
