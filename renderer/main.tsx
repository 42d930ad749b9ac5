import '@fontsource-variable/inter';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { askBeforeLeaving } from './actions/closeWorkspace.ts';
import { showError } from './actions/run.ts';
import { choosePlatform } from './platform/choosePlatform.ts';
import { createClient } from './platform/client.ts';
import { setHost } from './stores/host.ts';
import { loadSession, takeEvent } from './stores/load.ts';
import { followAddress } from './stores/route.ts';
import './styles/tokens.css';
import './styles/base.css';

// The platform takes its token out of the address before the address is read as a place.
const platform = choosePlatform();
setHost({ platform, client: createClient(platform) });
followAddress();
askBeforeLeaving();
platform.events((event) => void takeEvent(event));
void loadSession().then((error) => {
  if (error) showError(error);
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
