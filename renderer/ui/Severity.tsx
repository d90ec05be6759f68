import { useWords } from '../useWords.ts';
import { severities, type Severity as Level } from '../../shared/rules/rule.ts';

/** Shape as well as colour, so that severity survives print and colour blindness. */
export const glyphs: Readonly<Record<Level, string>> = { high: '▲', medium: '◆', low: '●', notice: '○' };

/** The glyph, with a count or a title behind it. */
export function Severity({
  level,
  children,
}: Readonly<{ level: Level; children?: React.ReactNode }>): React.JSX.Element {
  const words = useWords();
  return (
    <span className={`severity is-${level}`}>
      <i role="img" aria-label={words.desk.severityLong[level]} title={words.desk.severityLong[level]}>
        {glyphs[level]}
      </i>
      {children === undefined ? null : <span>{children}</span>}
    </span>
  );
}

/** ▲ 3 ◆ 4 ● 1; notices only where there are any. */
export function SeverityCounts({ counts }: Readonly<{ counts: Readonly<Record<Level, number>> }>): React.JSX.Element {
  return (
    <span className="severity-counts">
      {severities
        .filter((level) => level !== 'notice' || counts.notice > 0)
        .map((level) => (
          <span key={level} className={counts[level] === 0 ? 'is-zero' : undefined}>
            <Severity level={level}>{counts[level]}</Severity>
          </span>
        ))}
    </span>
  );
}
