/** Parties whose role in the head is to guarantee: what phrase rules on guarantees cannot see. */
import type { Party, PartyNature } from '../../../facts/facts.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, RuleContext } from '../../rule.ts';

/** The debt of another that a guarantee is for. */
export const debt = pattern(
  '借款|贷款|债务|融资|清偿|还款|偿还|本息|本金|信贷|授信|债券|债权|货款|欠款|垫款|赊销|拖欠|举债|代偿',
);

/** What a guarantor does, in any of the words for it: verbs of promise, of paper, of property and of joining the debt. */
export const guaranteeing = `(?:${[
  '提供[^。；，]{0,14}(?:担保|保证|增信)',
  '(?:承担|负)[^。；，]{0,10}(?:连带|保证|担保|清偿|还款|代偿|偿还|补充)[^。；，]{0,8}(?:责任|义务)',
  '负连带(?:清偿|偿还|保证)?',
  '(?:作|充任|担任|充当|成为|为)(?:为|该|上述|本|其)?[^。；，为]{0,12}(?:保证人|担保人|保证方|担保方|担保单位|保证单位|出质人|抵押人)',
  '(?:作|做)(?:出|了|为)?[^。；，]{0,6}(?:担保|保证(?:$|[，。；]|担保)|信用背书)',
  '(?:出具|开具|开立|签发|签署|签订|出示)[^。；，]{0,14}(?:担保函|保函|保证书|担保书|保证合同|担保合同|还款承诺|承诺担保)',
  '(?:予以|给予|进行|自愿|同意|愿意|愿|代为|连带)(?:连带|保证|信用)?担保',
  '(?:以|用|将)[^。；，]{1,30}(?:抵押|质押|出质|作抵)',
  '(?:加入|并入)[^。；，]{0,10}债务|债务加入|作为(?:共同(?:债务|借款|还款)人|债务加入人)',
  '与(?:借款人|欠款人|债务人|[甲乙丙丁]方|[^。；，]{2,16}公司)[^。；，]{0,6}(?:共同|连带|一并)(?:承担|偿还|清偿|归还|还款)',
  '在[^。；，]{0,10}(?:担保|保证)(?:人|方|单位)?[^。；，]{0,4}(?:栏|处|一栏|位置)[^。；，]{0,6}(?:盖章|签字|签章|加盖|用印|盖了?公?章)',
  '以(?:担保|保证)(?:人|方|单位)(?:的)?(?:身份|名义)',
  '(?:代为|代其|代债务人|代借款人)(?:清偿|偿还|偿付|归还|还款|履行)|(?:由|即由|则由)(?:其|我[方镇街局办]|本[镇街局办单])[^。；，]{0,6}(?:代偿|偿还|清偿|归还)',
  '担保[^。；，]{0,16}(?:清偿|偿还|归还|还款|按期还)',
].join('|')})`;

/** One hit for each guarantor, mortgagor or pledgor that `wanted` picks out. */
export function guarantorHits(
  context: RuleContext,
  wanted: (party: Party) => boolean,
  message: (party: Party) => string,
): Hit[] {
  return context.facts.parties
    .filter((party) => /保证人|担保人|保证方|担保方|抵押人|出质人/u.test([party.role, ...party.aliases].join()))
    .filter((party) => party.name !== '' && wanted(party))
    .map((party) => ({ at: party.at, message: message(party) }));
}

const roleWord = /[甲乙丙丁戊]方/u;

/** Whether the words from the guarantor on open with a body of that kind, by its name or as a party of that nature. */
export function ofNature(context: RuleContext, text: string, name: RegExp, nature: PartyNature): boolean {
  const role = roleWord.exec(text);
  const named = name.exec(text);
  if (named && (!role || named.index <= role.index)) return true;
  const party = context.facts.parties.find((one) => one.role === role?.[0]);
  if (party && party.name !== '') return party.nature === nature;
  // 甲方（白石镇人民政府）: the name stands beside the role.
  return named !== null && role !== null && /^[（(]/u.test(text.slice(role.index + role[0].length));
}
