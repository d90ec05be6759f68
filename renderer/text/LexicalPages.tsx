import { $getNearestNodeFromDOMNode, $getRoot, createEditor, SKIP_DOM_SELECTION_TAG } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import type { BlockId, Document } from '../../shared/document/model.ts';
import type { View } from '../../shared/document/projections.ts';
import { allParagraphs } from '../../shared/document/walk.ts';
import { formatSheet } from './formats.ts';
import { DocumentParagraphNode } from './nodes/block-nodes.ts';
import { $fillParagraph, $sheetNode, documentNodes } from './nodes/build.ts';
import type { Surroundings } from './nodes/build.ts';
import { titleParagraph } from '../../shared/document/title.ts';
import type { Painter } from './painter.ts';
import { planOf } from './plan.ts';
import { shownOrder } from './selection.ts';
import type { Surface } from './surface.ts';
import { layTabs } from './tabs.ts';

type Props = Readonly<{
  document: Document;
  name: string;
  /** How tracked changes are shown; everything stands in the page, a class hides what is not of the view. */
  view: View;
  mediaUrl: (id: string) => string;
  words: Surroundings['words'];
  suggestions: Surroundings['suggestions'];
  /** Whether the paper takes key strokes; what they do is the listener's on the surface's root. */
  editing: boolean;
  painter: Painter;
  onSurface: (surface: Surface | null) => void;
  /** Called after each slice with the number of sheets that stand. */
  onBuilt: (done: number, all: number) => void;
}>;

/** Sheets on screen at once; the rest follow in idle slices. */
const firstSheets = 3;

/** An idle slice stops when so little of the frame is left. */
const sliceMargin = 4;

/**
 * The document in Lexical: a projection of the version and its suggestions that is thrown away with the
 * component. Lexical itself is never editable: it draws, and renderer/suggest turns key strokes into
 * suggestions. Mount it with the document's hash as key.
 */
export function LexicalPages({
  document,
  name,
  view,
  mediaUrl,
  words,
  suggestions,
  editing,
  painter,
  onSurface,
  onBuilt,
}: Props): React.JSX.Element {
  const editor = useMemo(() => newEditor(), []);
  const live = useRef({ onSurface, onBuilt, suggestions });
  useLayoutEffect(() => {
    live.current = { onSurface, onBuilt, suggestions };
  });

  useLayoutEffect(() => {
    const root = editor.getRootElement();
    if (!root) return undefined;
    const plan = planOf(document);
    const style = new CSSStyleSheet();
    style.replaceSync(formatSheet(document));
    window.document.adoptedStyleSheets.push(style);
    const plain = document.format === 'txt' || document.format === 'md';
    const title = plain ? (titleParagraph(document)?.id ?? null) : null;
    const around: Surroundings = {
      document,
      title,
      mediaUrl,
      words,
      suggestions: (block) => live.current.suggestions(block),
    };
    const elements: HTMLElement[] = [];
    let idle = 0;
    const stopLaying = tabsInView(root, document);

    const buildTo = (end: number): void => {
      const from = elements.length;
      const sheets = plan.sheets.slice(from, end);
      if (sheets.length === 0) return;
      const keys: string[] = [];
      editor.update(
        () => {
          const top = $getRoot();
          sheets.forEach((sheet, at) => {
            const node = $sheetNode(around, sheet, from + at);
            top.append(node);
            keys.push(node.getKey());
          });
        },
        { discrete: true, tag: SKIP_DOM_SELECTION_TAG },
      );
      for (const key of keys) {
        const element = editor.getElementByKey(key);
        if (!element) continue;
        elements.push(element);
        painter.mount(element);
      }
      live.current.onBuilt(elements.length, plan.sheets.length);
    };
    const goOn = (deadline: IdleDeadline): void => {
      do buildTo(elements.length + 1);
      while (elements.length < plan.sheets.length && deadline.timeRemaining() > sliceMargin);
      if (elements.length < plan.sheets.length) idle = requestIdleCallback(goOn, { timeout: 250 });
    };

    editor.update(() => void $getRoot().clear(), { discrete: true, tag: SKIP_DOM_SELECTION_TAG });
    buildTo(firstSheets);
    if (elements.length < plan.sheets.length) idle = requestIdleCallback(goOn, { timeout: 250 });

    const tops: number[] = [];
    let total = 0;
    for (const sheet of plan.sheets) {
      tops.push(total);
      total += sheet.height;
    }
    const sheetOf = (block: BlockId): HTMLElement | null => elements[plan.places.get(block)?.sheet ?? -1] ?? null;
    const shown = shownOrder(plan.order, allParagraphs(document));
    live.current.onSurface({
      root,
      shown,
      redraw: (block, host) => {
        const element = painter.element(block);
        const paragraph = shown.paragraphs.get(block);
        if (!element || !paragraph) return;
        editor.update(
          () => {
            const node = $getNearestNodeFromDOMNode(element);
            if (node instanceof DocumentParagraphNode) $fillParagraph(around, node, paragraph, host);
          },
          { discrete: true, tag: SKIP_DOM_SELECTION_TAG },
        );
        const sheet = element.querySelector('.doc-tab') ? element.closest('[data-sheet]') : null;
        if (sheet) layTabs(sheet, (id) => document.paragraphFormats[shown.paragraphs.get(id)?.format ?? -1]);
        painter.mount(element);
      },
      sheetOf,
      bring: ({ block }) => buildTo((plan.places.get(block)?.sheet ?? -1) + 1),
      fraction: ({ block }) => {
        const place = plan.places.get(block);
        if (!place) return 0;
        const element = elements.length === plan.sheets.length ? elements[place.sheet] : undefined;
        if (element) return (element.offsetTop + place.fraction * element.offsetHeight) / root.scrollHeight;
        return ((tops[place.sheet] ?? 0) + place.fraction * (plan.sheets[place.sheet]?.height ?? 0)) / total;
      },
    });
    return () => {
      cancelIdleCallback(idle);
      stopLaying();
      live.current.onSurface(null);
      elements.forEach((element) => painter.unmount(element));
      window.document.adoptedStyleSheets = window.document.adoptedStyleSheets.filter((sheet) => sheet !== style);
    };
    // The pictures' addresses and the words do not change what stands where.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [editor, document, painter]);

  const attach = useCallback((element: HTMLElement | null) => editor.setRootElement(element), [editor]);
  return (
    <div
      ref={attach}
      className={`paper paper-${document.format} view-${view}`}
      role={editing ? 'textbox' : 'document'}
      aria-multiline={editing || undefined}
      aria-label={name}
      contentEditable={editing}
      suppressContentEditableWarning
      lang="zh-CN"
      spellCheck={false}
    />
  );
}

/** Lays the tabs of a sheet when it first comes into view; one that is skipped has no lines to measure. */
function tabsInView(root: HTMLElement, document: Document): () => void {
  const formats = new Map(allParagraphs(document).map(({ id, format }) => [id, document.paragraphFormats[format]]));
  const laid = new WeakSet<Element>();
  const show = (event: Event): void => {
    const sheet = event.target;
    if ((event as ContentVisibilityAutoStateChangeEvent).skipped || !(sheet instanceof Element) || laid.has(sheet))
      return;
    laid.add(sheet);
    // Widths count in the fonts that stay.
    void window.document.fonts.ready.then(() => layTabs(sheet, (block) => formats.get(block)));
  };
  root.addEventListener('contentvisibilityautostatechange', show);
  return () => root.removeEventListener('contentvisibilityautostatechange', show);
}

function newEditor(): LexicalEditor {
  return createEditor({
    namespace: 'reader',
    editable: false,
    nodes: documentNodes,
    onError: (error) => {
      throw error;
    },
  });
}
