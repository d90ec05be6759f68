import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { makeDesk, makeQueryClient } from './queries.ts';
import { bindWindow } from './store.ts';
import './tokens.css';
import './app.css';
import './parts.css';
import './frame/frame.css';
import { openDoor } from './transport.ts';

bindWindow();

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const root = document.querySelector('#root');
if (root) createRoot(root).render(<App desk={makeDesk(openDoor())} queries={makeQueryClient()} nonce={nonce} />);
