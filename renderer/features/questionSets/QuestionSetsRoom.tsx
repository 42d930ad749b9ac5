import { EarlierDraftScreen } from './EarlierDraftScreen.tsx';
import { MoveScreen } from './MoveScreen.tsx';
import { OwnSetScreen } from './OwnSetScreen.tsx';
import { QuestionSetsScreen } from './QuestionSetsScreen.tsx';

interface QuestionSetsRoomProps {
  /** What is looked at: a move, a set of one's own, an earlier draft; without it, the list of them. */
  readonly page?: string;
  readonly subject?: string;
}

/** Forms, newer ones, the institution's own, and the drafts that were left. */
export function QuestionSetsRoom({ page, subject = '' }: QuestionSetsRoomProps) {
  switch (page) {
    case 'move':
      return <MoveScreen key={subject} source={subject} />;
    case 'own':
      return <OwnSetScreen key={subject} id={subject} />;
    case 'earlier':
      return <EarlierDraftScreen questionSetId={subject} />;
    default:
      return <QuestionSetsScreen />;
  }
}
