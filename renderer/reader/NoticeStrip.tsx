import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Notice } from '../../shared/document/model.ts';
import { useWords } from '../useWords.ts';

type Props = Readonly<{ file: string; notices: readonly Notice[]; faults: readonly string[] }>;

/** Files whose notices were put away in this window. */
const hidden = new Set<string>();

/** What a reader must be told about the file itself, quietly; failed rules are never hidden. */
export function NoticeStrip({ file, notices, faults }: Props): React.JSX.Element | null {
  const words = useWords();
  const { reader } = words;
  const [away, setAway] = useState(hidden.has(file));
  const [open, setOpen] = useState(false);
  const sentences = notices.map(({ kind, detail }) => words.notices[kind](detail));
  const shown = away ? [] : open ? sentences : sentences.slice(0, 1);
  if (shown.length === 0 && faults.length === 0) return null;
  return (
    <aside className="notice-strip" aria-label={reader.noticesName}>
      <ul>
        {faults.map((rule) => (
          <li key={rule} className="is-fault" role="alert">
            {reader.ruleFault(rule)}
          </li>
        ))}
        {shown.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {!away && sentences.length > 1 ? (
        <Button size="small" type="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? reader.noticesFewer : reader.noticesMore(sentences.length - 1)}
        </Button>
      ) : null}
      {shown.length > 0 ? (
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined />}
          aria-label={reader.hideNotices}
          onClick={() => {
            hidden.add(file);
            setAway(true);
          }}
        />
      ) : null}
    </aside>
  );
}
