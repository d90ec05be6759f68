import type { UnreadableReason } from '../import/unreadable.ts';
import { twins } from './twins.ts';

const unreadableZh: Record<UnreadableReason, (name: string) => string> = {
  empty: (name) => `“${name}”是空文件，没有内容可审。请确认后重新选择。`,
  encrypted: (name) => `“${name}”设有密码，无法打开。请在 Word、WPS 或阅读器中去掉密码后再送审。`,
  truncated: (name) => `“${name}”不完整，可能在传送中被截断。请重新取得原件。`,
  damaged: (name) => `“${name}”已损坏，无法读取。请重新取得原件，或用 Word、WPS 打开后另存。`,
  'too-large': (name) => `“${name}”超过可处理的大小（docx 解包后 256 MB，PDF 500 MB）。请拆分后再送审。`,
  bomb: (name) => `“${name}”的压缩结构异常，展开后会无限膨胀，已拒绝打开。请核实文件来源。`,
  'wrong-type': (name) => `“${name}”的内容与扩展名不符。请用正确的程序打开并另存为 docx、pdf、txt 或 md。`,
  'unsupported-type': (name) =>
    `“${name}”不是可审查的格式。目前支持 docx、pdf（有文字层）、txt 和 md，其他格式请先另存为 docx。`,
  'wrong-encoding': (name) => `“${name}”的文字编码无法识别。请另存为 UTF-8 或 GB18030 编码。`,
  'no-text': (name) => `“${name}”只有图像，没有可识别的文字层。请提供可编辑的原件。`,
  'forbidden-xml': (name) => `“${name}”含有被禁止的外部实体声明，已拒绝打开。请核实文件来源。`,
  'too-slow': (name) => `“${name}”读取超时，已停止。请用 Word、WPS 打开后另存，或拆分后再试。`,
  'out-of-memory': (name) => `“${name}”需要的内存超过限制，已停止读取。请拆分后再试。`,
  'reader-fault': (name) => `“${name}”读取失败。请用 Word、WPS 打开后另存再试。`,
};

const unreadableEn: Record<UnreadableReason, (name: string) => string> = {
  empty: (name) => `"${name}" is empty, so there is nothing to review. Check the file and choose it again.`,
  encrypted: (name) => `"${name}" is protected by a password. Remove the password in Word, WPS or a reader first.`,
  truncated: (name) => `"${name}" is incomplete and may have been cut off in transfer. Get the original again.`,
  damaged: (name) =>
    `"${name}" is damaged and cannot be read. Get the original again, or open and re-save it in Word or WPS.`,
  'too-large': (name) => `"${name}" is over the size limit (docx 256 MB unpacked, PDF 500 MB). Split it first.`,
  bomb: (name) => `"${name}" unpacks without end and was refused. Check where the file came from.`,
  'wrong-type': (name) => `"${name}" does not hold what its ending says. Re-save it as docx, pdf, txt or md.`,
  'unsupported-type': (name) =>
    `"${name}" is not a format that can be reviewed (docx, pdf with text, txt, md). Save it as docx first.`,
  'wrong-encoding': (name) => `The text encoding of "${name}" is unknown. Save it as UTF-8 or GB18030.`,
  'no-text': (name) => `"${name}" holds pictures only and no text. Ask for the editable original.`,
  'forbidden-xml': (name) => `"${name}" declares external entities and was refused. Check where the file came from.`,
  'too-slow': (name) => `Reading "${name}" took too long and was stopped. Re-save it in Word or WPS, or split it.`,
  'out-of-memory': (name) => `"${name}" needs more memory than allowed and was stopped. Split it and try again.`,
  'reader-fault': (name) => `"${name}" could not be read. Open and re-save it in Word or WPS, then try again.`,
};

export const errors = twins({ unreadable: unreadableZh }, { unreadable: unreadableEn });
