import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { LawRow } from '../../shared/api/law-commands.ts';
import { sameLaw } from '../../shared/law/text.ts';
import type { LawArticle } from '../../shared/law/text.ts';
import type { Basis } from '../../shared/rules/rule.ts';
import { errorOf, useArticle, useLaws, useLawText } from '../queries.ts';
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
  const today = useToday();
  const row = useLaws().data?.find(({ title }) => sameLaw(title, basis.law)) ?? null;
  const [whole, setWhole] = useState(basis.article === null);
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
        {row && basis.article !== null ? (
          <Button size="small" onClick={() => setWhole(!whole)}>
            {whole ? laws.articleOnly : laws.wholeText}
          </Button>
        ) : null}
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={desk.actions.close} onClick={close} />
      </header>
      {basis.note && basis.article !== null ? <p className="article-note">{basis.note}</p> : null}
      {row && isOlderText(row, today) ? <p className="article-older">{laws.older}</p> : null}
      {whole ? <Whole basis={basis} row={row} /> : <One basis={basis} />}
    </aside>
  );
}

function One({ basis }: Readonly<{ basis: Basis }>): React.JSX.Element {
  const { laws } = useWords();
  const asked = useArticle(basis);
  if (asked.isPending) return <Loading>{laws.reading}</Loading>;
  if (asked.isError) return <Failed error={errorOf(asked.error)} retry={() => void asked.refetch()} />;
  if (asked.data === null) return <NoText>{laws.absent(basisName(basis))}</NoText>;
  const { title, article } = asked.data;
  return (
    <div className="article-text">
      <p className="dim">{[title, ...article.under].join(' › ')}</p>
      <Paragraphs article={article} />
    </div>
  );
}

/** The law from its first article, opened at the one that was asked for. */
function Whole({ basis, row }: Readonly<{ basis: Basis; row: LawRow | null }>): React.JSX.Element {
  const { laws } = useWords();
  const asked = useLawText(row?.sha256 ?? null);
  const wanted = useRef<HTMLElement>(null);
  useEffect(() => {
    void wanted.current?.scrollIntoView({ block: 'start' });
  }, [asked.data]);
  if (row === null) return <NoText>{laws.whole(`《${lawName(basis.law)}》`)}</NoText>;
  if (asked.isPending) return <Loading>{laws.reading}</Loading>;
  if (asked.isError) return <Failed error={errorOf(asked.error)} retry={() => void asked.refetch()} />;
  return (
    <div className="article-text">
      {asked.data.map((article, at) => {
        const here = article.number === basis.article;
        const under = article.under.join(' › ');
        return (
          <section key={article.number} ref={here ? wanted : undefined} className={here ? 'is-wanted' : undefined}>
            {under !== '' && under !== asked.data[at - 1]?.under.join(' › ') ? <p className="dim">{under}</p> : null}
            <Paragraphs article={article} />
          </section>
        );
      })}
    </div>
  );
}

function Paragraphs({ article }: Readonly<{ article: LawArticle }>): React.JSX.Element {
  return (
    <>
      {article.text.map((paragraph, at) => (
        // Paragraphs of one article have no identity besides their place.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={at}>{paragraph}</p>
      ))}
    </>
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
