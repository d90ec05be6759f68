import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { Basis } from '../../shared/rules/rule.ts';
import { errorOf, useArticle, useLaws } from '../queries.ts';
import { basisName, lawName } from '../reader/findings.ts';
import { openRules, useUi } from '../store.ts';
import { EmptyState, Failed, Loading } from '../ui/small.tsx';
import { useToday } from '../useToday.ts';
import { useWords } from '../useWords.ts';
import { isOlderText } from './status.ts';
import './laws.css';

/** The article of a basis, beside what is being read; the keys of the screen go on working. */
export function ArticlePanel(): React.JSX.Element | null {
  const article = useUi((ui) => ui.article);
  return article ? <Panel key={basisName(article)} basis={article} /> : null;
}

function Panel({ basis }: Readonly<{ basis: Basis }>): React.JSX.Element {
  const { laws, desk } = useWords();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <aside
      ref={panel}
      className="article-panel"
      tabIndex={-1}
      aria-label={`${laws.panel} ${basisName(basis)}`}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <header>
        <h2>{basisName(basis)}</h2>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={desk.actions.close} onClick={close} />
      </header>
      {basis.note && basis.article !== null ? <p className="article-note">{basis.note}</p> : null}
      {basis.article === null ? <NoText>{laws.whole(`《${lawName(basis.law)}》`)}</NoText> : <Text basis={basis} />}
    </aside>
  );
}

function Text({ basis }: Readonly<{ basis: Basis }>): React.JSX.Element {
  const { laws } = useWords();
  const today = useToday();
  const rows = useLaws().data;
  const asked = useArticle(basis);
  if (asked.isPending) return <Loading>{laws.reading}</Loading>;
  if (asked.isError) return <Failed error={errorOf(asked.error)} retry={() => void asked.refetch()} />;
  if (asked.data === null) return <NoText>{laws.absent(basisName(basis))}</NoText>;
  const { title, article } = asked.data;
  const older = rows?.some((row) => row.title === title && isOlderText(row, today));
  return (
    <div className="article-text">
      {older ? <p className="article-older">{laws.older}</p> : null}
      <p className="dim">{[title, ...article.under].join(' › ')}</p>
      {article.text.map((paragraph, at) => (
        // Paragraphs of one article have no identity besides their place.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={at}>{paragraph}</p>
      ))}
    </div>
  );
}

function NoText({ children }: Readonly<{ children: React.ReactNode }>): React.JSX.Element {
  const { laws } = useWords();
  return (
    <EmptyState action={<Button onClick={() => openRules('laws')}>{laws.toLibrary}</Button>}>{children}</EmptyState>
  );
}

function close(): void {
  useUi.setState({ article: null });
}
