/** Pictures, text boxes and embedded objects inside runs. */
import type { RawBlock, RawPiece } from '../raw.ts';
import { chosenBranch } from './alternate.ts';
import { pictureType } from './media.ts';
import { newCounters } from './numbering.ts';
import { kindOf } from './package.ts';
import { type Flow, newFlow, notice } from './reading.ts';
import { type XmlElement, child, emu, points } from './xml.ts';

type RawObject = Extract<RawPiece, { kind: 'object' }>['object'];

/** What a w:drawing, w:pict or w:object shows: pictures, text boxes, or one nameless object. */
export function objectsIn(flow: Flow, element: XmlElement): RawObject[] {
  const found: RawObject[] = [];
  const frame = child(element, 'wp:inline') ?? child(element, 'wp:anchor');
  const extent = child(frame, 'wp:extent')?.attributes;
  const described = child(frame, 'wp:docPr')?.attributes;
  const size = { width: emu(extent?.['cx']), height: emu(extent?.['cy']) };
  const alternative = described?.['descr'] ?? described?.['title'] ?? '';
  const embedded = findFirst(element, 'o:OLEObject');
  if (embedded) return [embeddedObject(flow, embedded)];
  visit(element, (one) => {
    if (one.name === 'mc:AlternateContent') {
      const branch = chosenBranch(one);
      return branch ? [branch] : [];
    }
    if (one.name === 'w:txbxContent') {
      found.push(textBox(flow, one));
      return [];
    }
    if (one.name === 'a:blip') {
      const id = one.attributes['r:embed'] ?? one.attributes['r:link'];
      if (id !== undefined) found.push(image(flow, id, size, alternative));
      return [];
    }
    if (one.name === 'v:imagedata') {
      const shape = shapeSize(element);
      const id = one.attributes['r:id'] ?? one.attributes['r:href'];
      if (id !== undefined) found.push(image(flow, id, shape, one.attributes['o:title'] ?? ''));
      return [];
    }
    return one.children;
  });
  if (found.length > 0) return found;
  const name = findFirst(element, 'c:chart') ? 'chart' : findFirst(element, 'dgm:relIds') ? 'diagram' : 'drawing';
  return [{ kind: 'other', name }];
}

/** Walks down; `step` answers the children to go on with. */
function visit(element: XmlElement, step: (one: XmlElement) => readonly XmlElement[]): void {
  for (const one of step(element)) visit(one, step);
}

function findFirst(element: XmlElement, name: string): XmlElement | undefined {
  for (const one of element.children) {
    if (one.name === name) return one;
    const inner = one.name === 'w:txbxContent' ? undefined : findFirst(one, name);
    if (inner) return inner;
  }
  return undefined;
}

function textBox(flow: Flow, content: XmlElement): RawObject {
  const { reading } = flow;
  const id = `textbox${reading.textBoxes.length + 1}`;
  // Held in place first: a text box inside this one comes after it.
  const story = { id, role: 'textbox' as const, blocks: [] as RawBlock[] };
  reading.textBoxes.push(story);
  const inner = newFlow(reading, flow.part, flow.xml, newCounters(reading.levels));
  story.blocks.push(...reading.readBlocks(inner, content.children));
  return { kind: 'textbox', story: id };
}

function image(
  flow: Flow,
  relationshipId: string,
  size: Readonly<{ width: number; height: number }>,
  alternative: string,
): RawObject {
  return { kind: 'image', media: mediaId(flow, relationshipId), ...size, alternative };
}

/** Enters a picture into the media table; null for outside and unshowable ones. */
function mediaId(flow: Flow, relationshipId: string): string | null {
  const { media, notices, pack } = flow.reading;
  const relationship = flow.relationships.get(relationshipId);
  if (!relationship) return null;
  if (relationship.external) {
    notice(flow.reading, 'external-link', kindOf(relationship));
    return null;
  }
  const part = pack.find(relationship.target);
  const key = part ?? relationship.target;
  const known = media.byPart.get(key);
  if (known !== undefined) return known;
  const bytes = part === null ? null : pack.parts.bytes(part);
  const type = bytes ? pictureType(bytes) : null;
  if (!bytes) notice(flow.reading, 'missing-part', relationship.target);
  else if (type === null) notices.pictures.unsupported += 1;
  const id = bytes && type !== null && part !== null ? `m${media.list.length + 1}` : null;
  media.byPart.set(key, id);
  if (id !== null && bytes && type !== null && part !== null) {
    media.list.push({ id, type, bytes: bytes.length });
    media.parts.set(id, part);
  }
  return id;
}

function embeddedObject(flow: Flow, element: XmlElement): RawObject {
  const name = element.attributes['ProgID'] ?? 'OLE';
  notice(flow.reading, 'embedded-object', name);
  return { kind: 'other', name };
}

/** VML sizes stand in a style attribute: `width:120pt;height:40pt`. */
function shapeSize(element: XmlElement): Readonly<{ width: number; height: number }> {
  const style = findFirst(element, 'v:shape')?.attributes['style'] ?? '';
  const side = (name: string): number =>
    Math.max(
      0,
      points(new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([\\d.]+(?:pt|in|cm|mm|pc))`, 'u').exec(style)?.[1]) ?? 0,
    );
  return { width: side('width'), height: side('height') };
}
