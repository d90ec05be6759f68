/** The two papers the command line can leave behind: an opinion of all findings, and the annotated original. */
import { Failure } from '../../shared/api/errors.ts';
import { itemOf } from '../../shared/opinion/item.ts';
import { buildOpinion } from '../../shared/opinion/paper.ts';
import type { MatterState, Version } from '../../shared/review/state.ts';
import { writeDurably } from '../host/disk.ts';
import { annotationOf } from '../host/exports.ts';
import { writers } from '../host/writers.ts';
import { failure } from './request.ts';
import type { ReviewedFile } from './review.ts';

const none = { suggestions: [], rejected: [] };

/** Who signs, and when: ISO 8601, UTC. */
export type Signed = Readonly<{ author: string; at: string }>;

/** An opinion in which every finding is an item. Its conclusion stays open: only a person draws one. */
export async function writeOpinion(path: string, file: ReviewedFile, signed: Signed): Promise<void> {
  const state = matterOf(file, signed);
  const version = state.versions[0] as Version;
  const paper = buildOpinion(state, { version, head: null });
  await write(path, await writers.opinion({ paper, ...signed }));
}

/** The submitted docx with a native comment for each finding. */
export async function writeAnnotated(path: string, file: ReviewedFile, signed: Signed): Promise<void> {
  const annotations = file.findings.flatMap((finding, at) =>
    annotationOf(itemOf(finding, String(at)), finding.at, file.document, signed),
  );
  await write(
    path,
    await writers.annotated({ original: file.bytes, document: file.document, annotations, changes: none }),
  );
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  try {
    // A paper is for colleagues too: the user's umask decides, as with any program's output.
    await writeDurably(path, bytes, 0o666);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw failure('storage-full', (say) => say.cannotWrite(path));
  }
}

/** A matter that was never recorded, as its paper needs it. */
function matterOf({ name, sha256, document, fields, findings }: ReviewedFile, { author, at }: Signed): MatterState {
  const version: Version = {
    id: '1',
    ordinal: 1,
    purpose: '',
    files: [{ sha256, name, format: document.format, role: 'main' }],
    addedAt: at,
    addedBy: author,
  };
  return {
    id: sha256,
    number: '',
    openedAt: at,
    openedBy: author,
    sample: false,
    fields,
    versions: [version],
    reopened: [],
    decisions: {},
    comments: [],
    threads: [],
    suggestions: [],
    judged: [],
    items: findings.map((finding, place) => itemOf(finding, String(place))),
    exports: [],
    reviewed: null,
    opinion: {
      number: '',
      office: '',
      addressee: fields.unit,
      conclusion: null,
      conclusionText: '',
      body: true,
      table: true,
      date: at.slice(0, 10),
    },
    undoable: null,
    lastEvent: '',
  };
}
