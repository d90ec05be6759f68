import { Input, Modal } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { articleName } from '../../shared/law/cite.ts';
import type { ArticleFound } from '../../shared/law/text.ts';
import { useLaws, useLawSearch } from '../queries.ts';
import { useUi } from '../store.ts';
import { Marked } from '../ui/Marked.tsx';
import { excerpt } from '../ui/marked.ts';
import { useSettled } from '../ui/useSettled.ts';
import { useWords } from '../useWords.ts';
import './laws.css';

/** 查法条: words, and the articles of the library that hold them all. Arrows choose, Enter opens. */
export function LawSearch(): React.JSX.Element {
  const open = useUi((ui) => ui.lawSearch);
  const { laws } = useWords();
  return (
    <Modal
      open={open}
      footer={null}
      closable={false}
      destroyOnHidden
      width={680}
      className="palette law-search"
      title={<span className="visually-hidden">{laws.search}</span>}
      onCancel={close}
    >
      <Search />
    </Modal>
  );
}

const excerptLength = 120;

function Search(): React.JSX.Element {
  const { laws } = useWords();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const settled = useSettled(query.trim(), 120);
  const library = useLaws();
  const search = useLawSearch(settled);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const found = settled === '' ? [] : (search.data?.found ?? []);
  const words = settled.normalize('NFKC').split(/\s+/u);
  const at = Math.min(chosen, found.length - 1);
  useEffect(() => {
    void list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const press = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || found.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setChosen((at + step + found.length) % found.length);
    const one = found[at];
    if (event.key === 'Enter' && one) take(one);
    if (step || event.key === 'Enter') event.preventDefault();
  };
  return (
    <>
      <Input
        autoFocus
        variant="borderless"
        value={query}
        maxLength={100}
        placeholder={laws.searchPlaceholder}
        role="combobox"
        aria-label={laws.search}
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={press}
      />
      <ul ref={list} id={id} className="palette-list" role="listbox" aria-label={laws.search}>
        {found.map(({ title, article }, index) => (
          <li
            key={`${title} ${article.number}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseMove={() => setChosen(index)}
            onClick={() => take({ title, article })}
          >
            <p>
              <b>
                <Marked text={title} words={words} />
              </b>{' '}
              {articleName(article.number)}
            </p>
            <p className="law-excerpt">
              <Marked text={excerpt(article.text.join('　'), words, excerptLength)} words={words} />
            </p>
          </li>
        ))}
      </ul>
      <p className="palette-none" role="status">
        {library.data?.length === 0
          ? laws.searchEmpty
          : settled === ''
            ? ''
            : search.isPending
              ? laws.searching
              : found.length === 0
                ? laws.searchNone
                : laws.searchTotal(search.data?.total ?? 0, found.length)}
      </p>
    </>
  );
}

function take({ title, article }: ArticleFound): void {
  useUi.setState({ lawSearch: false, article: { law: title, article: article.number } });
}

function close(): void {
  useUi.setState({ lawSearch: false });
}
