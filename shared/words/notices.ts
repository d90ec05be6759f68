import type { NoticeKind } from '../document/model.ts';
import { twins } from './twins.ts';

const zh: Record<NoticeKind, (detail: string) => string> = {
  macros: () => '文件含有宏。宏不会运行，导出的批注件原样保留。',
  'embedded-object': (detail) => `文件嵌有其他对象（${detail}）。不会打开，请单独核对。`,
  'dde-field': () => '文件含有会启动其他程序的 DDE 域。不会执行，请核实来源。',
  'external-link': (detail) => `文件引用了外部内容（${detail}）。不会访问。`,
  'alternative-content': (detail) => `文件嵌入了另一份内容（${detail}），未读入，请单独核对。`,
  'hidden-text': (detail) => `文件有隐藏文字（${detail}），审查时请注意。`,
  'invisible-characters': (detail) => `文件有不可见的控制字符（${detail}），可能使显示与实际文字不同。`,
  'tracked-changes': (detail) => `文件带有 ${detail} 处修订，按全部接受后的文字审查。`,
  comments: (detail) => `文件带有 ${detail} 条批注。`,
  'missing-part': (detail) => `文件缺少部件 ${detail}，相关内容未能读入。`,
  'unsupported-picture': (detail) => `有 ${detail} 幅图片的格式无法显示。`,
  repaired: (detail) => `文件结构有误，已按可读部分打开（${detail}）。`,
  'page-without-text': (detail) => `第 ${detail} 页没有文字层，未参与审查。`,
  'decoded-as': (detail) => `文字按 ${detail} 编码读入。`,
};

const en: Record<NoticeKind, (detail: string) => string> = {
  macros: () => 'The file holds macros. They never run; an annotated copy keeps them as they are.',
  'embedded-object': (detail) => `The file embeds other objects (${detail}). They are not opened; check them apart.`,
  'dde-field': () => 'The file holds DDE fields, which start other programs. They never run; check its source.',
  'external-link': (detail) => `The file refers to outside content (${detail}). It is never fetched.`,
  'alternative-content': (detail) => `The file embeds another text (${detail}), which was not read; check it apart.`,
  'hidden-text': (detail) => `The file has hidden text (${detail}).`,
  'invisible-characters': (detail) => `The file has invisible control characters (${detail}).`,
  'tracked-changes': (detail) => `The file carries ${detail} tracked changes; the text is reviewed with all accepted.`,
  comments: (detail) => `The file carries ${detail} comments.`,
  'missing-part': (detail) => `The file lacks its part ${detail}; what belongs there was not read.`,
  'unsupported-picture': (detail) => `${detail} pictures are in a format that cannot be shown.`,
  repaired: (detail) => `The file is not well formed; its readable part was opened (${detail}).`,
  'page-without-text': (detail) => `Page ${detail} has no text and was not reviewed.`,
  'decoded-as': (detail) => `The text was read as ${detail}.`,
};

export const notices = twins(zh, en);
