// `npm run demo`: reviews the sample contract without a window and leaves its papers in demo-out/.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { root } from './lib/fresh.mjs';

process.chdir(root);
mkdirSync('demo-out', { recursive: true });
const sample = 'resources/sample/档案密集架采购合同.docx';
const { status } = spawnSync(
  process.execPath,
  [
    'scripts/fashen.mjs',
    'review',
    sample,
    '--opinion',
    'demo-out/审查意见书.docx',
    '--annotated',
    'demo-out/批注件.docx',
  ],
  { stdio: 'inherit' },
);
if (status === 0) console.log('demo-out/审查意见书.docx\ndemo-out/批注件.docx');
process.exit(status ?? 3);
