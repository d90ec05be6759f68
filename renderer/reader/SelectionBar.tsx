import { CommentOutlined, CopyOutlined, EditOutlined, SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Range } from '../../shared/document/model.ts';
import type { Painter } from '../text/painter.ts';
import { quotesOf } from '../text/selection.ts';
import type { ShownOrder } from '../text/selection.ts';
import { Kbd } from '../ui/small.tsx';
import { useWords } from '../useWords.ts';
import { usePlace } from './usePlace.ts';

type Props = Readonly<{
  content: React.RefObject<HTMLElement | null>;
  painter: Painter;
  range: Range;
  shown: ShownOrder;
  comment: () => void;
  /** Null while it is on already, or where nothing can be suggested. */
  suggest: (() => void) | null;
  copy: () => void;
  find: (text: string) => void;
}>;

/** Room the bar needs above a line, in pixels. */
const barHeight = 38;

/** What can be done with the selected text, just above it. */
export function SelectionBar({
  content,
  painter,
  range,
  shown,
  comment,
  suggest,
  copy,
  find,
}: Props): React.JSX.Element | null {
  const { reader, suggest: say } = useWords();
  const place = usePlace(content, painter, range);
  if (!place) return null;
  const quotes = quotesOf(shown, range);
  const wanted = quotes.length === 1 ? (quotes[0] ?? '').trim() : '';
  return (
    // A click must not take the selection away.
    <div
      className="selection-bar"
      role="toolbar"
      aria-label={reader.selectionBar}
      style={{ left: place.left, top: Math.max(place.top - barHeight, 4) }}
      onMouseDown={(event) => event.preventDefault()}
    >
      <Button size="small" type="text" icon={<CommentOutlined />} onClick={comment}>
        {reader.comment} <Kbd name="c" />
      </Button>
      {suggest ? (
        <Button size="small" type="text" icon={<EditOutlined />} onClick={suggest}>
          {say.begin} <Kbd name="s" />
        </Button>
      ) : null}
      <Button size="small" type="text" icon={<CopyOutlined />} onClick={copy}>
        {reader.copy}
      </Button>
      {wanted !== '' && wanted.length <= 40 ? (
        <Button size="small" type="text" icon={<SearchOutlined />} onClick={() => find(wanted)}>
          {reader.find}
        </Button>
      ) : null}
    </div>
  );
}
