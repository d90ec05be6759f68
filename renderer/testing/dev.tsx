/** The window on made-up data, without a host: `npx vite renderer`, then /testing/?person=none&matters=5000. */
import { createRoot } from 'react-dom/client';
import { App } from '../App.tsx';
import { makeDesk, makeQueryClient } from '../queries.ts';
import { bindWindow } from '../store.ts';
import '../tokens.css';
import '../app.css';
import '../parts.css';
import '../frame/frame.css';
import { fakeDoor } from './fake-transport.ts';

bindWindow();

const query = new URLSearchParams(location.search);
const matters = Number(query.get('matters') ?? Number.NaN);
const door = fakeDoor({
  ...(query.get('person') === 'none' ? { person: null } : {}),
  ...(Number.isNaN(matters) ? {} : { matters }),
  empty: query.has('empty'),
});
/* For scripts that act on the made-up record. */
Object.assign(window, { __door: door });

const root = document.querySelector('#root');
if (root) createRoot(root).render(<App desk={makeDesk(door)} queries={makeQueryClient()} nonce="" />);
