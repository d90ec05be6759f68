import { Button } from 'antd';
import { paperOrder } from '../../shared/opinion/item.ts';
import type { OpinionItem } from '../../shared/review/events.ts';
import { Chip, EmptyState } from '../ui/small.tsx';
import { useWords } from '../useWords.ts';

type Props = Readonly<{ items: readonly OpinionItem[]; open: () => void; pick: (finding: string) => void }>;

/** The opinion so far, in short; it is worked on in its own screen. */
export function ItemsTab({ items, open, pick }: Props): React.JSX.Element {
  const { reader, desk } = useWords();
  return (
    <div className="cards">
      {items.length === 0 ? <EmptyState>{reader.noItems}</EmptyState> : null}
      <ol aria-label={reader.itemsList}>
        {paperOrder(items).map((item, at) => (
          <li key={item.id} className="item">
            <span className="item-number">{at + 1}</span>
            <div>
              <p>
                <Chip tone={item.weight === 'must' ? 'high' : 'medium'}>{desk.weight[item.weight]}</Chip> {item.clause}
              </p>
              {item.finding === null ? (
                <p>{item.problem}</p>
              ) : (
                <button type="button" className="plain said" onClick={() => pick(item.finding ?? '')}>
                  {item.problem}
                </button>
              )}
            </div>
          </li>
        ))}
      </ol>
      <Button onClick={open}>{reader.openOpinion}</Button>
    </div>
  );
}
