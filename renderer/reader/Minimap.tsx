import { useEffect, useMemo, useState } from 'react';
import type { MatterState } from '../../shared/review/state.ts';
import type { Finding } from '../../shared/rules/rule.ts';
import type { Surface } from '../text/surface.ts';
import { useWords } from '../useWords.ts';
import { mapMarks } from './findings.ts';
import type { MapMark } from './findings.ts';

type Props = Readonly<{
  scroller: React.RefObject<HTMLElement | null>;
  surface: Surface | null;
  findings: readonly Finding[];
  decisions: MatterState['decisions'];
  current: Finding | null;
  layout: string;
  onPick: (finding: Finding) => void;
}>;

/** The whole document as a strip: where its risks are, and which part is in view. */
export function Minimap({ scroller, surface, findings, decisions, current, layout, onPick }: Props): React.JSX.Element {
  const { reader } = useWords();
  const [view, setView] = useState({ top: 0, height: 1 });
  const [settled, setSettled] = useState(0);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    let frame = 0;
    let height = 0;
    const look = (): void => {
      frame = 0;
      const whole = Math.max(element.scrollHeight, 1);
      setView({ top: element.scrollTop / whole, height: element.clientHeight / whole });
      // Real heights replace estimates as one scrolls: marks follow when the difference is to be seen.
      if (Math.abs(whole - height) / whole > 0.01) setSettled(whole);
      height = whole;
    };
    const soon = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    const resized = new ResizeObserver(soon);
    resized.observe(element);
    if (element.firstElementChild) resized.observe(element.firstElementChild);
    element.addEventListener('scroll', soon, { passive: true });
    soon();
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      element.removeEventListener('scroll', soon);
    };
  }, [scroller, surface]);
  const marks = useMemo(
    () =>
      surface
        ? mapMarks(
            findings
              .filter(({ fingerprint }) => !decisions[fingerprint])
              .flatMap((finding): MapMark[] =>
                finding.at ? [{ at: surface.fraction(finding.at), severity: finding.severity, finding }] : [],
              ),
          )
        : [],
    // `layout` and `settled` stand for what `surface.fraction` measures.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [surface, findings, decisions, layout, settled],
  );
  const jump = (event: React.MouseEvent<HTMLElement>): void => {
    const element = scroller.current;
    if (!element || event.target !== event.currentTarget) return;
    const { top, height } = event.currentTarget.getBoundingClientRect();
    element.scrollTop = ((event.clientY - top) / height) * element.scrollHeight - element.clientHeight / 2;
  };
  return (
    <div className="minimap" onClick={jump} role="presentation" title={reader.minimap}>
      <div className="minimap-view" style={{ top: percent(view.top), height: percent(view.height) }} />
      {marks.map(({ at, severity, finding }) => (
        <button
          key={finding.fingerprint}
          type="button"
          tabIndex={-1}
          className={`minimap-mark is-${severity}${finding === current ? ' is-current' : ''}`}
          style={{ top: percent(at) }}
          title={finding.title}
          aria-label={reader.minimapMark(finding.title)}
          onClick={() => onPick(finding)}
        />
      ))}
    </div>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
