/** Remedies in their order: where review must come before a suit (行政复议法 article 23). */
import { mentions, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { closingDay } from '../../steps.ts';
import { eachPlace, firstPlace, isSpot, lacking, paperOf, statementsOf } from './case-file.ts';

const review = '行政复议法';

const suit = /起诉|诉讼/u;
const direct =
  /(?:可以?|有权|依法)?(?:直接|径行|径直|也可|或者?|亦可|均可|任选|选择)[^。；]{0,24}(?:起诉|提起(?:行政)?诉讼|行政诉讼)|复议(?:或者?|、|和|与|\/)诉讼[^。；]{0,8}(?:任选|选择|均可|其一)/u;
const reviewFirst =
  /(?:应当?|须|必须|需|可)?(?:先|首先|先行)[^。；]{0,30}复议|复议(?:前置|后|决定)[^。；]{0,24}(?:起诉|诉讼|不服)|经(?:行政)?复议[^。；]{0,12}(?:起诉|诉讼)/u;

const firstLack = lacking({
  subject: '(?:先行?|前置)[^，。；]{0,8}复议|复议前置|先[^，。；]{0,4}(?:向|申请)',
  message: (words) => `没有告知应当先申请复议：${words}。`,
});

/** A remedy that names a suit without the review that must come first. */
function straightToCourt(context: RuleContext): Hit[] {
  const all = statementsOf(context);
  if (all.some(({ text }) => reviewFirst.test(text) && !/(?:未|没有|无)[^，。；]{0,10}先/u.test(text)))
    return firstLack(context);
  const told = eachPlace(context, direct, ([words]) => ({ message: `告知${quoted(words)}，没有告知先申请复议。` }));
  if (told.length > 0) return told.slice(0, 1);
  const place = firstPlace(context, suit, /申请人民法院|强制执行|期间不停止/u);
  return place === null ? firstLack(context) : [{ at: place, message: '告知了诉讼，没有告知应当先申请复议。' }];
}

/** Signs of another procedure, in which a suit may be brought at once. */
const otherProcedure = pattern(
  '立案|事先告知|听证|普通程序|强制|许可|公开|拆除|吊销|没收|职责|催告|查封|扣押|自然资源|罚款[^，。；]{0,4}[万]|复议',
);

/** A decision made on the spot, signed and dated, that names no remedy at all. */
function noRemedy(context: RuleContext): Hit[] {
  const whole = paperOf(context) === 'decision' && closingDay(context) !== null;
  return whole && !mentions(context, pattern('复议|诉讼|起诉'))
    ? [{ at: null, missing: 'review-first', message: '当场处罚决定书没有告知应当先申请复议。' }]
    : [];
}

const spotFirst: Rule = {
  id: 'enf-spot-first',
  title: '当场处罚没有告知先行复议',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '对当场作出的行政处罚决定不服，应当先申请行政复议，对复议决定不服才能起诉；告知错了，当事人会白跑法院。',
  basis: [{ law: review, article: '23' }],
  advice: '改为“应当先在六十日内申请行政复议，对复议决定不服的，可以向人民法院起诉”。',
  traps: ['普通程序的处罚可以选择复议或者诉讼。'],
  check: (context) => {
    if (isSpot(context)) {
      const told = straightToCourt(context);
      return told.length > 0 ? told : noRemedy(context);
    }
    return mentions(context, otherProcedure) || paperOf(context) !== 'file'
      ? []
      : eachPlace(context, /(?:直接|径行)[^。；]{0,16}(?:起诉|诉讼)/u, ([words]) => ({
          message: `${quoted(words)}；如是当场处罚，应当告知先申请复议。`,
          nature: 'risk',
        })).slice(0, 1);
  },
  examples: {
    hits: [
      { text: '可直接起诉。' },
      {
        text: '当场行政处罚决定书\n李某：罚款五十元。不服可以申请行政复议或者提起行政诉讼。',
        says: '没有告知先申请复议',
      },
      { text: '当场处罚决定书\n罚款五十元，请到银行缴纳。\n临河区城市管理局\n2026年3月1日', says: '先申请复议' },
      { text: '适用简易程序罚款一百元，如不服，可在六个月内向临河区人民法院起诉。', says: '没有告知应当先申请复议' },
      { text: '当场对松柏公司罚款一千元，决定书未告知先行复议。' },
    ],
    nearMisses: [
      { text: '应先申请复议，对复议决定不服可起诉。' },
      {
        text: '当场行政处罚决定书\n不服本决定的，应当先在六十日内向临河区人民政府申请行政复议，对复议决定不服的可以起诉。',
      },
      { text: '行政处罚决定书\n本案经立案调查，不服可以申请行政复议，也可以直接提起行政诉讼。' },
    ],
  },
};

const gated =
  /不予公开|不公开|(?:政府)?信息公开[^，。；]{0,12}(?:答复|告知|申请)|依申请公开|履行[^，。；]{0,8}职责|履职|(?:自然资源|土地|林地|草原|水面|滩涂|山岭|荒地|海域|矿藏)[^，。；]{0,16}(?:所有权|使用权|承包经营权|经营权|确权|权属)|(?:林木|林地|土地)权属/u;

const reviewBeforeSuit: Rule = {
  id: 'enf-review-first',
  title: '应当先行复议的事项告知可以直接起诉',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '政府信息不予公开、未履行法定职责、侵犯已取得的自然资源权利等，应当先申请行政复议，行政机关作出时应当告知。',
  basis: [{ law: review, article: '23' }],
  advice: '改为先在六十日内申请行政复议、对复议决定不服再起诉，并写明复议机关。',
  traps: ['政府信息已经公开、部分公开以外的答复，不都是复议前置。', '法律另有规定的从其规定。'],
  check: (context) => {
    const gate = firstPlace(context, gated);
    if (gate === null || isSpot(context)) return [];
    const granted =
      firstPlace(context, /(?:现|予以|同意|全部)[^，。；]{0,4}公开(?!告知)|公开告知书/u, /不予|不公开|部分/u) !== null;
    if (granted && firstPlace(context, /不予公开|不公开|部分公开/u) === null) return [];
    return straightToCourt(context);
  },
  examples: {
    hits: [
      { text: '不予公开告知书：如不服，可在6个月内直接向人民法院起诉。', says: '没有告知先申请复议' },
      {
        text: '政府信息公开申请答复书\n你申请公开的信息属于内部事务信息，不予公开。\n如对本答复不服，可以申请行政复议或者提起行政诉讼。',
      },
      { text: '关于你要求我局履行查处职责的答复：不服的，可以自收到之日起六个月内提起行政诉讼。' },
    ],
    nearMisses: [
      { text: '不予公开告知书：如不服，应先在60日内申请行政复议，对复议决定不服的可起诉。' },
      { text: '行政处罚决定书\n不服本决定的，可以申请行政复议，也可以直接向人民法院起诉。' },
      { text: '林地使用权处理决定：对本决定不服的，须先申请行政复议，经复议后仍不服的，可以提起行政诉讼。' },
    ],
  },
};

export const reviewFirstRules: readonly Rule[] = [spotFirst, reviewBeforeSuit];
