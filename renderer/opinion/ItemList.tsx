import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useQueryClient } from '@tanstack/react-query';
import { paperOrder } from '../../shared/opinion/item.ts';
import type { MatterState } from '../../shared/review/state.ts';
import type { Finding } from '../../shared/rules/rule.ts';
import { useRunners } from '../commands.ts';
import { keys, setMatterState, useCommand } from '../queries.ts';
import { openMatter } from '../store.ts';
import { useWords } from '../useWords.ts';
import { ItemCard } from './ItemCard.tsx';
import { ItemForm } from './ItemForm.tsx';
import { applyMove, moveBy, moveTo, newItemId, settledByWeight, type Move } from './items.ts';
import type { OpinionDrafts } from './useOpinionDrafts.ts';

type Props = Readonly<{
  state: MatterState;
  findings: readonly Finding[];
  editing: OpinionDrafts;
  selected: string | null;
  select: (item: string | null) => void;
}>;

/** The items in the order of the paper: moved by hand or by key, edited in place. */
export function ItemList({ state, findings, editing, selected, select }: Props): React.JSX.Element {
  const { announce, item: words } = useWords().opinion;
  const matter = state.id;
  const order = paperOrder(state.items);
  const move = useMove(state);
  const revise = useCommand('item.revise');
  const remove = useCommand('item.remove');
  const draft = editing.drafts.item;
  const current = draft === null ? (order.find(({ id }) => id === selected) ?? null) : null;
  const at = order.findIndex(({ id }) => id === selected);
  const step = (by: 1 | -1): void => {
    const next = order[at < 0 ? 0 : Math.max(0, Math.min(order.length - 1, at + by))];
    if (next) select(next.id);
  };
  const show = (finding: string | null): void => openMatter(matter, 'review', finding);
  const drop = (id: string): void => {
    remove.mutate({ matter, item: id });
    select(order[at + 1]?.id ?? order[at - 1]?.id ?? null);
  };
  const toggle = (id: string): void => {
    const one = order.find((item) => item.id === id);
    if (one) revise.mutate({ matter, item: id, fields: { weight: one.weight === 'must' ? 'should' : 'must' } });
  };
  const idle = draft === null && order.length > 0;
  useRunners({
    'opinion.next': idle ? () => step(1) : null,
    'opinion.previous': idle ? () => step(-1) : null,
    'opinion.edit': current ? () => editing.edit(current) : null,
    'opinion.up': current ? () => move(current.id, moveBy(state.items, current.id, -1)) : null,
    'opinion.down': current ? () => move(current.id, moveBy(state.items, current.id, 1)) : null,
    'opinion.weight': current ? () => toggle(current.id) : null,
    'opinion.show': current?.finding ? () => show(current.finding) : null,
    'opinion.remove': current ? () => drop(current.id) : null,
  });
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const place = (id: string | number | undefined): number => order.findIndex((item) => item.id === id) + 1;
  const form = draft ? (
    <ItemForm
      key={draft.id}
      item={draft}
      type={editing.typeItem}
      save={() => void editing.saveItem()}
      cancel={editing.dropItem}
    />
  ) : null;
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{
        screenReaderInstructions: { draggable: announce.instructions },
        announcements: {
          onDragStart: ({ active }) => announce.lifted(place(active.id), order.length),
          onDragOver: ({ over }) => announce.over(place(over?.id), order.length),
          onDragEnd: ({ over }) => announce.dropped(place(over?.id), order.length),
          onDragCancel: () => announce.cancelled,
        },
      }}
      onDragEnd={({ active, over }) =>
        over && move(String(active.id), moveTo(state.items, String(active.id), String(over.id)))
      }
    >
      <SortableContext items={order.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        <div className="item-list" role="list" aria-label={words.list}>
          {order.map((item) => (
            <div key={item.id} role="listitem">
              {draft?.id === item.id ? (
                form
              ) : (
                <ItemCard
                  item={item}
                  origin={originOf(state, findings, item.finding)}
                  selected={item.id === selected}
                  select={() => select(item.id)}
                  edit={() => editing.edit(item)}
                  remove={() => drop(item.id)}
                  toggleWeight={() => toggle(item.id)}
                  show={item.finding ? () => show(item.finding) : null}
                />
              )}
            </div>
          ))}
          {draft?.id === newItemId ? <div role="listitem">{form}</div> : null}
        </div>
      </SortableContext>
    </DndContext>
  );
}

/** Moves at once on the screen; the record follows, and a refusal brings the old order back. */
function useMove(state: MatterState): (id: string, move: Move | null) => void {
  const queries = useQueryClient();
  const order = useCommand('items.order');
  const revise = useCommand('item.revise');
  return (id, move) => {
    if (!move) return;
    const matter = state.id;
    const back = (): void => void queries.invalidateQueries({ queryKey: keys.matter(matter) });
    setMatterState(queries, matter, (now) => applyMove(now, id, move));
    if (move.weight) revise.mutate({ matter, item: id, fields: { weight: move.weight } }, { onError: back });
    if (!settledByWeight(state.items, id, move)) order.mutate({ matter, items: [...move.order] }, { onError: back });
  };
}

function originOf(
  state: MatterState,
  findings: readonly Finding[],
  fingerprint: string | null,
): Readonly<{ title: string; by: string }> | null {
  const finding = findings.find((one) => one.fingerprint === fingerprint);
  const decision = fingerprint === null ? undefined : state.decisions[fingerprint];
  return finding ? { title: finding.title, by: decision?.by ?? state.openedBy } : null;
}
