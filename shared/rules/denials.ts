/** Remarks that something is not agreed: 本合同未约定保密义务, （无评估报告）. They name a thing without stating it. */

const bracketed =
  /[（(](?:全文|通篇|正文|文中|合同|协议|本合同|本协议|双方|但|且|附件)?(?:中|内|里)?(?:均|也|既|都|亦)?(?:没有|未作?(?:约定|写明|记载|记录|反映|体现|提及|载明|列明|附|规定|见|明确|说明|设|另)|缺少?|缺失|无(?![偿息条人固异效正障线关期权论须需法]))[^（）()]{0,40}[）)]/gu;
const stated =
  /(?:全文|通篇|正文|合同|协议|文本|条款|双方|文件)(?:中|内|里)?(?:均|也|都|亦|对此)?(?:没有|未|并未)(?:就)?(?:作出?|予以|任何|另行|明确|具体){0,2}(?:约定|写明|提及|载明|列明|规定|附有?|说明|设置|设定)[^。；，\n]{0,30}/gu;

const waiver =
  /(?:无需|无须|毋须|毋需|不需要?|不必|不须|不用|不再|不)(?:再|另行|事先|预先)?[^。；，]{0,4}(?:经|征得|取得|获得|征求)[^。；，]{0,18}(?:同意|许可|批准|认可)/gu;

/** 无需征得甲方同意 is no consent: a text without such waivers. */
export function withoutWaivers(text: string): string {
  return text.replace(waiver, '');
}

/** A text with such remarks blanked out; lengths and offsets stay. */
export function withoutDenials(text: string): string {
  if (!/[没未无缺]/u.test(text)) return text;
  const blank = (found: string): string => '\u3000'.repeat(found.length);
  return text.replace(bracketed, blank).replace(stated, blank);
}
