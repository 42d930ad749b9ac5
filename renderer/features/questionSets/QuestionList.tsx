import type { KeyboardEvent } from 'react';
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import type { OwnQuestion } from '#shared/model/ownQuestionSet.ts';
import { Changing } from '../../components/Changing.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useReadOnly } from '../../stores/readOnly.ts';
import { moved } from './editOwnSet.ts';
import styles from './QuestionSets.module.css';

interface QuestionListProps {
  readonly questions: readonly OwnQuestion[];
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
  readonly onMove: (questions: readonly OwnQuestion[], title: string) => void;
}

/**
 * The questions in their order. A question is moved by dragging it, by Alt with an arrow key, or by Enter on its handle,
 * arrows and Enter again, as a screen reader tells.
 */
export function QuestionList({ questions, chosen, onChoose, onMove }: QuestionListProps) {
  const readOnly = useReadOnly();
  const nameOf = (question: OwnQuestion | undefined): string => question?.title.trim() || 'A question without a title';
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': nameOf(questions.find((each) => each.key === key)) })),
    onReorder: ({ keys, target }) => {
      if (target.dropPosition === 'on') return;
      const [first] = keys;
      onMove(
        moved(questions, new Set([...keys].map(String)), String(target.key), target.dropPosition),
        nameOf(questions.find(({ key }) => key === first)),
      );
    },
  });
  const step = (question: OwnQuestion, by: -1 | 1): void => {
    const at = questions.findIndex(({ key }) => key === question.key);
    const target = questions[at + by];
    if (target)
      onMove(moved(questions, new Set([question.key]), target.key, by < 0 ? 'before' : 'after'), nameOf(question));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    const row = (event.target as HTMLElement).closest('[data-key]')?.getAttribute('data-key');
    const question = questions.find(({ key }) => key === row);
    if (!question) return;
    event.preventDefault();
    event.stopPropagation();
    step(question, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    // Before the list's own keys, which take an arrow for a move of the focus.
    <div role="presentation" onKeyDownCapture={onKeyDown}>
      <GridList
        aria-label="Questions in their order"
        className={styles.grid ?? ''}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) onChoose(String(key));
        }}
        {...(readOnly ? {} : { dragAndDropHooks })}
        items={questions.map((question, index) => ({ ...question, id: question.key, number: index + 1 }))}
        renderEmptyState={() => 'No question yet.'}
      >
        {(item) => (
          <GridListItem id={item.id} textValue={nameOf(item)} className={styles.row ?? ''}>
            <Changing>
              <AriaButton slot="drag" className={styles.handle ?? ''} aria-label={`Move ${nameOf(item)}`}>
                <Icon name="bullets" />
              </AriaButton>
            </Changing>
            <span>
              {item.number}. {nameOf(item)}
            </span>
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}
