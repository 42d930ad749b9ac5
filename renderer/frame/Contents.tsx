import { useMemo } from 'react';
import { toDosIn } from '#shared/model/richText.ts';
import type { Answer } from '#shared/model/tables.ts';
import { Icon, type IconName } from '../components/Icon.tsx';
import { useRoute } from '../stores/route.ts';
import { useActions, useAnswers, useCycleView, useRagCounts } from '../stores/views.ts';
import { useWorkspace } from '../stores/workspace.ts';
import { answerStateWords } from '../text/words.ts';
import styles from './Contents.module.css';

interface Entry {
  readonly path: string;
  readonly title: string;
  readonly icon: IconName;
  readonly state: 'done' | 'part' | 'todo' | 'plain';
  /** The state in words, for whoever cannot see the icon. */
  readonly words: string;
  readonly count?: string;
}

const stateOf = (answer: Answer | undefined): Pick<Entry, 'icon' | 'state' | 'words'> => {
  switch (answer?.state ?? 'empty') {
    case 'ready':
      return { icon: 'check', state: 'done', words: answerStateWords.ready };
    case 'draft':
      return { icon: 'pencil', state: 'part', words: answerStateWords.draft };
    case 'empty':
      return { icon: 'circle', state: 'todo', words: answerStateWords.empty };
  }
};

function countOf(answer: Answer): string {
  const toDos = toDosIn(answer.content).length;
  return `${answer.words} words${toDos > 0 ? `\n${toDos} to do` : ''}`;
}

const plain = (path: string, title: string, icon: IconName, count?: number): Entry => ({
  path,
  title,
  icon,
  state: 'plain',
  words: '',
  ...(count === undefined ? {} : { count: String(count) }),
});

export function Contents() {
  const groups = useContents();
  const path = useRoute((state) => state.path);
  return (
    <>
      {groups.map((group) => (
        <section key={group.title} className={styles.group}>
          {group.title ? <h2>{group.title}</h2> : null}
          <ul>
            {group.entries.map((entry) => (
              <li key={entry.path}>
                <a
                  href={`#${entry.path}`}
                  aria-current={isCurrent(path, entry.path) ? 'page' : undefined}
                  className={styles.entry}
                >
                  <span className={styles.dot} data-state={entry.state}>
                    <Icon name={entry.icon} />
                  </span>
                  <span>{entry.title}</span>
                  {entry.words ? <span className="visually-hidden">, {entry.words}</span> : null}
                  {entry.count ? <em>{entry.count}</em> : null}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

const isCurrent = (path: string, entry: string): boolean =>
  path === entry || path.startsWith(`${entry}/`) || (path === '/' && entry === '/overview');

function useContents(): readonly { readonly title: string; readonly entries: readonly Entry[] }[] {
  const view = useCycleView();
  const answers = useAnswers(view?.cycle);
  const counts = useRagCounts(view?.lastPlan.id);
  const next = useActions(view?.newPlan.id);
  const voice = useWorkspace((state) => state.rows.voice);
  const evidence = useWorkspace((state) => state.rows.evidence);
  const framework = useWorkspace((state) => state.rows.framework);
  return useMemo(() => {
    const questions = (view?.questions ?? [])
      .filter((question) => question.kind !== 'plan-review' && question.kind !== 'plan')
      .map((question): Entry => {
        const answer = answers.get(question.key);
        return {
          path: `/question/${question.key}`,
          title: question.title,
          ...stateOf(answer),
          ...(answer && answer.words > 0 ? { count: countOf(answer) } : {}),
        };
      });
    const review = view?.questions.find((question) => question.kind === 'plan-review');
    const plan = view?.questions.find((question) => question.kind === 'plan');
    const rated = counts.total - counts.unrated;
    const lastEntry: Entry = {
      path: '/last-plan',
      title: review ? 'Last plan: RAG review' : 'Last plan',
      icon: counts.total > 0 && rated === counts.total ? 'check' : rated > 0 ? 'half' : 'circle',
      state: counts.total > 0 && rated === counts.total ? 'done' : rated > 0 ? 'part' : 'todo',
      words: `${rated} of ${counts.total} rated`,
      count: `${rated} / ${counts.total}`,
    };
    const writing = (question: typeof review): Entry[] => {
      if (!question) return [];
      return [
        {
          path: `/question/${question.key}`,
          title: question.kind === 'plan' ? 'About the new plan' : 'About the review',
          ...stateOf(answers.get(question.key)),
        },
      ];
    };
    const live = <Row extends { readonly binned: boolean }>(rows: ReadonlyMap<string, Row>) =>
      [...rows.values()].filter((row) => !row.binned).length;
    return [
      { title: '', entries: [plain('/overview', 'Overview', 'home')] },
      {
        title: 'Self-assessment',
        entries: [
          ...questions,
          plain('/institution', 'Profile and people', 'institution'),
          plain('/question-sets', 'Form and questions', 'bullets'),
          plain('/official-form', 'Official form', 'file'),
        ],
      },
      {
        title: 'Action plans',
        entries: [
          lastEntry,
          ...writing(review),
          plain(
            '/new-plan',
            view ? `New ${view.questionSet.planMonths}-month plan` : 'New plan',
            'pencil',
            next.length,
          ),
          ...writing(plan),
        ],
      },
      {
        title: 'Evidence',
        entries: [
          plain('/voice', 'Technician voice', 'quote', live(voice)),
          plain('/evidence', 'Evidence library', 'evidence', live(evidence)),
          plain('/frameworks', 'Frameworks', 'bullets', live(framework)),
        ],
      },
      {
        title: 'Finish',
        entries: [
          plain('/readiness', 'Readiness', 'readiness'),
          plain('/sign-off', 'Sign-off and export', 'sign'),
          plain('/copies', 'Copies', 'copies'),
          plain('/history', 'History', 'history'),
          plain('/backups', 'Backups', 'file'),
        ],
      },
    ];
  }, [view, answers, counts, next, voice, evidence, framework]);
}
