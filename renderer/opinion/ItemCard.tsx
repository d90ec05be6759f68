import { DeleteOutlined, EditOutlined, HolderOutlined } from '@ant-design/icons';
import { useSortable } from '@dnd-kit/sortable';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { citeAll } from '../../shared/law/cite.ts';
import type { OpinionItem } from '../../shared/review/events.ts';
import { Severity } from '../ui/Severity.tsx';
import { useWords } from '../useWords.ts';

export type ItemCardProps = Readonly<{
  item: OpinionItem;
  /** The finding's title and who adopted it; null for an item written by hand. */
  origin: Readonly<{ title: string; by: string }> | null;
  selected: boolean;
  select: () => void;
  edit: () => void;
  remove: () => void;
  toggleWeight: () => void;
  show: (() => void) | null;
}>;

export function ItemCard({
  item,
  origin,
  selected,
  select,
  edit,
  remove,
  toggleWeight,
  show,
}: ItemCardProps): React.JSX.Element {
  const { opinion, desk } = useWords();
  const words = opinion.item;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: item.id,
  });
  /** What is quoted from outside every clause has no place of its own to name. */
  const place = item.clause ?? (item.quote === null ? words.whole : words.show);
  const card = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (selected) void card.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <article
      ref={(element) => {
        setNodeRef(element);
        card.current = element;
      }}
      className={isDragging ? 'item-card is-dragging' : 'item-card'}
      aria-current={selected ? 'true' : undefined}
      style={{ transform: transform ? `translateY(${transform.y}px)` : undefined, transition }}
      onClick={select}
      onDoubleClick={edit}
    >
      <button
        ref={setActivatorNodeRef}
        type="button"
        className="grip"
        title={words.grip}
        {...attributes}
        {...listeners}
        aria-label={words.grip}
      >
        <HolderOutlined />
      </button>
      <div className="item-text">
        <h3>
          <Severity level={item.severity}>{origin?.title ?? words.byHand}</Severity>
          {show ? (
            <button type="button" className="plain item-clause" title={words.show} onClick={show}>
              {place}
            </button>
          ) : (
            <span className="item-clause">{place}</span>
          )}
        </h3>
        {item.quote ? <blockquote>“{item.quote}”</blockquote> : null}
        <p>{item.problem}</p>
        {item.advice ? (
          <p>
            <span className="dim">{words.advice}</span>
            {item.advice}
          </p>
        ) : null}
        <small>
          {item.basis.length > 0 ? citeAll(item.basis, 'short') : words.noBasis}
          <span className="dot-gap">·</span>
          {origin ? words.source(origin.by) : words.sourceHand}
        </small>
      </div>
      <div className="item-side">
        <button
          type="button"
          className={`chip ${item.weight === 'must' ? 'chip-high' : 'chip-medium'} weight-chip`}
          title={item.weight === 'must' ? words.toShould : words.toMust}
          onClick={toggleWeight}
        >
          {desk.weight[item.weight]}
        </button>
        <span className="item-actions">
          <Button
            size="small"
            type="text"
            icon={<EditOutlined />}
            aria-label={words.edit}
            title={words.edit}
            onClick={edit}
          />
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            aria-label={words.remove}
            title={words.remove}
            onClick={remove}
          />
        </span>
      </div>
    </article>
  );
}
