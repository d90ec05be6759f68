import { CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { InputRef } from 'antd';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { findAll, hitFrom, mostHits, searchIndex } from '../text/search.ts';
import type { SearchHit } from '../text/search.ts';
import type { Surface } from '../text/surface.ts';
import { useWords } from '../useWords.ts';

type Props = Readonly<{
  surface: Surface | null;
  /** The block in view. */
  seen: string | null;
  query: string;
  setQuery: (query: string | null) => void;
  onHits: (hits: readonly SearchHit[]) => void;
  onHit: (hit: SearchHit | null) => void;
}>;

/** Search inside the document: hits are painted, Enter and n go on, Shift Enter and N back, Escape closes. */
export function SearchBar({ surface, seen, query, setQuery, onHits, onHit }: Props): React.JSX.Element {
  const { reader, desk } = useWords();
  const input = useRef<InputRef>(null);
  const index = useMemo(
    () => searchIndex((surface?.shown.order ?? []).flatMap((block) => surface?.shown.paragraphs.get(block) ?? [])),
    [surface],
  );
  const settled = useDeferredValue(query);
  const hits = useMemo(() => findAll(index, settled), [index, settled]);
  /** The block that was in view when the search began: the first hit shown is the next one after it. */
  const [origin] = useState(seen);
  const [moved, setMoved] = useState<Readonly<{ hits: readonly SearchHit[]; at: number }>>({ hits: [], at: 0 });
  const at = moved.hits === hits ? moved.at : surface ? hitFrom(hits, surface.shown.rank, origin) : 0;
  useEffect(() => input.current?.focus({ cursor: 'all' }), []);
  useEffect(() => {
    const hit = hits[at];
    onHits(hits);
    onHit(hit ? { ...hit } : null);
  }, [hits, at, onHits, onHit]);
  useEffect(
    () => () => {
      onHits([]);
      onHit(null);
    },
    [onHits, onHit],
  );
  const go = (step: 1 | -1): void => {
    if (hits.length === 0) return;
    const next = (at + step + hits.length) % hits.length;
    setMoved({ hits, at: next });
    // The same single hit is scrolled to again.
    const hit = hits[next];
    if (next === at && hit) onHit({ ...hit });
  };
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const typing = event.target instanceof Element && event.target.closest('input, textarea, [role="dialog"]');
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'n' || event.key === 'N') latest.current(event.key === 'n' ? 1 : -1);
      else if (event.key === 'Escape') setQuery(null);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [setQuery]);
  const count =
    settled.trim() === ''
      ? ''
      : hits.length === 0
        ? reader.searchNone
        : hits.length >= mostHits
          ? reader.searchMany(mostHits)
          : reader.searchCount(at + 1, hits.length);
  return (
    <div className="search-bar" role="search" aria-label={reader.search}>
      <Input
        ref={input}
        size="small"
        value={query}
        placeholder={reader.searchPlaceholder}
        aria-label={reader.search}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') setQuery(null);
          else return;
          event.preventDefault();
        }}
      />
      <span className="search-count" role="status">
        {count}
      </span>
      <Button
        size="small"
        type="text"
        icon={<UpOutlined />}
        aria-label={reader.searchPrevious}
        onClick={() => go(-1)}
      />
      <Button size="small" type="text" icon={<DownOutlined />} aria-label={reader.searchNext} onClick={() => go(1)} />
      <Button
        size="small"
        type="text"
        icon={<CloseOutlined />}
        aria-label={desk.actions.close}
        onClick={() => setQuery(null)}
      />
    </div>
  );
}
