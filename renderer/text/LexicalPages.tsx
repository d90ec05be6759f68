import { ContentEditableElement } from '@lexical/react/LexicalContentEditable';
import { $getRoot, createEditor, SKIP_DOM_SELECTION_TAG } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { BlockId, Document } from '../../shared/document/model.ts';
import type { View } from '../../shared/document/projections.ts';
import { allParagraphs } from '../../shared/document/walk.ts';
import { formatSheet } from './formats.ts';
import { $sheetNode, documentNodes } from './nodes/build.ts';
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
 * The document in Lexical, read only: a projection that is thrown away with the component. Mount it
 * with the document's hash as key.
 */
export function LexicalPages({
  document,
  name,
  view,
  mediaUrl,
  words,
  painter,
  onSurface,
  onBuilt,
}: Props): React.JSX.Element {
  const editor = useMemo(() => newEditor(), []);
  const live = useRef({ onSurface, onBuilt });
  useLayoutEffect(() => {
    live.current = { onSurface, onBuilt };
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
    const around: Surroundings = { document, title, mediaUrl, words };
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
    live.current.onSurface({
      root,
      shown: shownOrder(plan.order, allParagraphs(document)),
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

  return (
    <ContentEditableElement
      editor={editor}
      className={`paper paper-${document.format} view-${view}`}
      role="document"
      lang="zh-CN"
      spellCheck={false}
      ariaLabel={name}
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
