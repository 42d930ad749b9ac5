import { createRoot } from 'react-dom/client';
import type { BenchAction } from '../benchActions.ts';
import { BareTable } from './BareTable.tsx';

const response = await fetch('/actions.json');
const actions = (await response.json()) as readonly BenchAction[];
const root = document.getElementById('root');
if (!root) throw new Error('The page has no root');
createRoot(root).render(<BareTable actions={actions} />);
