import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { Button } from './components/Button.tsx';
import { EmptyState } from './components/EmptyState.tsx';
import { ScreenBoundary } from './components/ScreenBoundary.tsx';
import { AmendmentDialog } from './features/signOff/AmendmentDialog.tsx';
import { UnsavedTexts } from './features/unsaved/UnsavedTexts.tsx';
import { voiceViewOf } from './features/voice/voiceViewPath.ts';
import { Frame, OutsideFrame } from './frame/Frame.tsx';
import { goTo, partsOfPath, useRoute } from './stores/route.ts';
import { useSession } from './stores/session.ts';
import { useCycleView } from './stores/views.ts';
import { useWorkspace } from './stores/workspace.ts';

/** Each screen is fetched when it is first opened, so that the first one is there at once. */
const screen = <Props,>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: (await load()) as ComponentType<object> })) as unknown as ComponentType<Props>;

const StartScreen = screen(async () => (await import('./features/start/StartScreen.tsx')).StartScreen);
const OverviewScreen = screen(async () => (await import('./features/overview/OverviewScreen.tsx')).OverviewScreen);
const InstitutionScreen = screen(
  async () => (await import('./features/institution/InstitutionScreen.tsx')).InstitutionScreen,
);
const QuestionScreen = screen(async () => (await import('./features/question/QuestionScreen.tsx')).QuestionScreen);
const QuestionSetsScreen = screen(
  async () => (await import('./features/questionSets/QuestionSetsRoom.tsx')).QuestionSetsRoom,
);
const LastPlanScreen = screen(async () => (await import('./features/lastPlan/LastPlanScreen.tsx')).LastPlanScreen);
const NewPlanScreen = screen(async () => (await import('./features/newPlan/NewPlanScreen.tsx')).NewPlanScreen);
const ImportScreen = screen(async () => (await import('./features/import/ImportScreen.tsx')).ImportScreen);
const CommentImportScreen = screen(
  async () => (await import('./features/voiceImport/CommentImportScreen.tsx')).CommentImportScreen,
);
const VoiceScreen = screen(async () => (await import('./features/voice/VoiceScreen.tsx')).VoiceScreen);
const EvidenceScreen = screen(async () => (await import('./features/evidence/EvidenceScreen.tsx')).EvidenceScreen);
const FrameworksScreen = screen(
  async () => (await import('./features/frameworks/FrameworksScreen.tsx')).FrameworksScreen,
);
const ReadinessScreen = screen(async () => (await import('./features/readiness/ReadinessScreen.tsx')).ReadinessScreen);
const OfficialFormScreen = screen(
  async () => (await import('./features/officialForm/OfficialFormScreen.tsx')).OfficialFormScreen,
);
const SignOffScreen = screen(async () => (await import('./features/signOff/SignOffScreen.tsx')).SignOffScreen);
const PreviewScreen = screen(async () => (await import('./features/preview/PreviewScreen.tsx')).PreviewScreen);
const CompareScreen = screen(async () => (await import('./features/history/CompareScreen.tsx')).CompareScreen);
const AboutScreen = screen(async () => (await import('./features/about/AboutScreen.tsx')).AboutScreen);
const BackupsScreen = screen(async () => (await import('./features/backups/BackupsScreen.tsx')).BackupsScreen);
const BackupCompareScreen = screen(
  async () => (await import('./features/backups/BackupCompareScreen.tsx')).BackupCompareScreen,
);
const FileCompareScreen = screen(
  async () => (await import('./features/workingCopy/FileCompareScreen.tsx')).FileCompareScreen,
);
const StoredBackupsScreen = screen(
  async () => (await import('./features/backups/StoredBackupsScreen.tsx')).StoredBackupsScreen,
);
const CopiesScreen = screen(async () => (await import('./features/copies/CopiesScreen.tsx')).CopiesScreen);
const HistoryScreen = screen(async () => (await import('./features/history/HistoryScreen.tsx')).HistoryScreen);

interface Shown {
  /** Where we are, for the top bar. */
  readonly where: string;
  readonly content: ReactNode;
}

export function App() {
  const path = useRoute((state) => state.path);
  const app = useSession((state) => state.app);
  const info = useWorkspace((state) => state.info);
  const loaded = useWorkspace((state) => state.loaded);
  const view = useCycleView();
  if (!app) return <p role="status">Opening…</p>;
  if (!info || !loaded) {
    const [room, id] = partsOfPath(path);
    return (
      <OutsideFrame>
        <Suspense fallback={<p role="status">Opening…</p>}>
          {room === 'backups' ? (
            <StoredBackupsScreen {...(id === undefined ? {} : { workspaceId: id })} />
          ) : room === 'about' ? (
            <AboutScreen />
          ) : (
            <StartScreen />
          )}
        </Suspense>
      </OutsideFrame>
    );
  }
  const titleOf = (key: string) => view?.questions.find((question) => question.key === key)?.title ?? 'Question';
  const { where, content } = shownAt(path, titleOf);
  return (
    <Frame where={where}>
      <UnsavedTexts />
      <AmendmentDialog />
      <ScreenBoundary key={where}>
        <Suspense fallback={<p role="status">Opening…</p>}>{content}</Suspense>
      </ScreenBoundary>
    </Frame>
  );
}

function shownAt(path: string, titleOf: (questionKey: string) => string): Shown {
  const [room = 'overview', id, field] = partsOfPath(path);
  const withId = <Name extends string>(name: Name) =>
    id === undefined ? {} : ({ [name]: id } as Record<Name, string>);
  switch (room) {
    case 'overview':
      return { where: 'Overview', content: <OverviewScreen /> };
    case 'institution':
      return { where: 'Profile and people', content: <InstitutionScreen /> };
    case 'question':
      return {
        where: titleOf(id ?? ''),
        content: <QuestionScreen key={id} questionKey={id ?? ''} {...(field === undefined ? {} : { place: field })} />,
      };
    case 'question-sets':
      return {
        where: 'Form and questions',
        content: <QuestionSetsScreen {...withId('page')} {...(field === undefined ? {} : { subject: field })} />,
      };
    case 'last-plan':
      return {
        where: 'Last plan: RAG review',
        content: <LastPlanScreen {...withId('actionId')} {...(field === undefined ? {} : { field })} />,
      };
    case 'new-plan':
      return {
        where: 'New plan',
        content: <NewPlanScreen {...withId('actionId')} {...(field === undefined ? {} : { field })} />,
      };
    case 'import': {
      if (id === 'voice') return { where: 'Bring in survey comments', content: <CommentImportScreen /> };
      const plan = id === 'next' ? 'next' : 'last';
      return { where: 'Update from a spreadsheet', content: <ImportScreen key={plan} plan={plan} /> };
    }
    case 'voice':
      return {
        where: 'Technician voice',
        content: id === 'view' ? <VoiceScreen view={voiceViewOf(field)} /> : <VoiceScreen {...withId('voiceId')} />,
      };
    case 'evidence':
      return { where: 'Evidence library', content: <EvidenceScreen {...withId('evidenceId')} /> };
    case 'frameworks':
      return { where: 'Frameworks', content: <FrameworksScreen {...withId('id')} /> };
    case 'official-form':
      return { where: 'Official form', content: <OfficialFormScreen /> };
    case 'readiness':
      return { where: 'Readiness', content: <ReadinessScreen /> };
    case 'sign-off':
      return {
        where: 'Sign-off and export',
        content: <SignOffScreen {...(id === 'web-review' ? { review: field ?? '' } : {})} />,
      };
    case 'preview':
      return { where: 'Pages', content: <PreviewScreen key={id} {...withId('step')} /> };
    case 'compare':
      return { where: 'Two versions', content: <CompareScreen from={id ?? 'now'} to={field ?? 'now'} /> };
    case 'about':
      return { where: 'About and licences', content: <AboutScreen /> };
    case 'backups':
      return { where: 'Backups', content: <BackupsScreen /> };
    case 'compare-file':
      return { where: 'The file there and what is here', content: <FileCompareScreen /> };
    case 'compare-backup':
      return { where: 'A backup and now', content: <BackupCompareScreen backupId={id ?? ''} /> };
    case 'copies':
      return { where: 'Copies', content: <CopiesScreen /> };
    case 'history':
      return { where: 'History', content: <HistoryScreen /> };
    default:
      return {
        where: 'Not here',
        content: (
          <EmptyState
            title="There is nothing at this address"
            action={<Button onPress={() => goTo('/overview')}>Go to the overview</Button>}
          >
            <p>Choose a page from the contents on the left.</p>
          </EmptyState>
        ),
      };
  }
}
