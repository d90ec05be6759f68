import { useEffect, useRef, useState } from 'react';
import type { OpinionFields, OpinionItem } from '../../shared/review/events.ts';
import type { MatterState } from '../../shared/review/state.ts';
import { useCommand } from '../queries.ts';
import { changed, newItemId, tidied, type Drafts } from './items.ts';

export type OpinionDrafts = Readonly<{
  drafts: Drafts;
  /** Shows a field as typed; `saveFields` records it. */
  typeField: (fields: Partial<OpinionFields>) => void;
  saveFields: () => Promise<void>;
  /** Fields that are chosen rather than typed are recorded at once. */
  setFields: (fields: Partial<OpinionFields>) => void;
  edit: (item: OpinionItem) => void;
  typeItem: (item: OpinionItem) => void;
  /** False when the item lacks what it must have, or could not be recorded. */
  saveItem: () => Promise<boolean>;
  dropItem: () => void;
  /** Records everything typed; called before an export and when the screen is left. */
  saveAll: () => Promise<boolean>;
}>;

const nothing: Drafts = { fields: {}, item: null };

/** What is being typed: seen in the preview at once, recorded when a field or form is left. */
export function useOpinionDrafts(state: MatterState): OpinionDrafts {
  const matter = state.id;
  const [drafts, setDrafts] = useState(nothing);
  const setOpinion = useCommand('opinion.set');
  const addItem = useCommand('item.add');
  const reviseItem = useCommand('item.revise');

  const record = async (fields: Partial<OpinionFields>): Promise<void> => {
    const fresh = changed(state.opinion, fields);
    if (Object.keys(fresh).length > 0) await setOpinion.mutateAsync({ matter, fields: fresh });
    setDrafts((now) => ({ ...now, fields: without(now.fields, fields) }));
  };
  /* A failure is told by the notices; what was typed stays in its field. */
  const saveFields = (): Promise<void> => record(drafts.fields).catch(() => undefined);

  const saveItem = async (): Promise<boolean> => {
    if (drafts.item === null) return true;
    const item = tidied(drafts.item);
    if (item.problem === '') return false;
    const { id, ...content } = item;
    try {
      const known = state.items.find((one) => one.id === id);
      if (id === newItemId) await addItem.mutateAsync({ matter, item: content });
      else if (known && Object.keys(changed(known, item)).length > 0) {
        await reviseItem.mutateAsync({ matter, item: id, fields: changed(known, item) });
      }
    } catch {
      return false;
    }
    setDrafts((now) => ({ ...now, item: null }));
    return true;
  };

  const saveAll = async (): Promise<boolean> => {
    await saveFields();
    return saveItem();
  };
  const latest = useRef(saveAll);
  useEffect(() => {
    latest.current = saveAll;
  });
  useEffect(() => () => void latest.current(), []);

  return {
    drafts,
    typeField: (fields) => setDrafts((now) => ({ ...now, fields: { ...now.fields, ...fields } })),
    saveFields,
    setFields: (fields) => {
      setDrafts((now) => ({ ...now, fields: { ...now.fields, ...fields } }));
      void record({ ...drafts.fields, ...fields }).catch(() => undefined);
    },
    edit: (item) => {
      void saveItem().then((saved) => saved && setDrafts((now) => ({ ...now, item })));
    },
    typeItem: (item) => setDrafts((now) => ({ ...now, item })),
    saveItem,
    dropItem: () => setDrafts((now) => ({ ...now, item: null })),
    saveAll,
  };
}

/** Keeps what was typed on while the earlier value was being recorded. */
function without(now: Partial<OpinionFields>, saved: Partial<OpinionFields>): Partial<OpinionFields> {
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => saved[name as keyof OpinionFields] !== value),
  );
}
