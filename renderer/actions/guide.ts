import { useSession } from '../stores/session.ts';
import { ask, showError } from './run.ts';

/** Says how the work goes on the Overview, or puts it away: on this computer, from now on. */
export async function showGuide(shown: boolean): Promise<void> {
  const result = await ask('app.guide', { shown });
  if (result.ok) useSession.setState(({ app }) => ({ app: app && { ...app, guideShown: shown } }));
  else showError(result.error);
}
