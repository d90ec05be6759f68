/** What a penalty rests on and leaves behind: evidence, devices, records, publication (行政处罚法 articles 40, 41, 46 to 48). */
import { mentions, quoted } from '../../builders.ts';
import { columnsOf } from '../../columns.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { firstStep, stepsOf, workingDaysAtLeast } from '../../steps.ts';
import type { StepWords } from '../../steps.ts';
import { eachPlace, firstPlace, lacking, statementAround, statementsOf } from './case-file.ts';

const law = '行政处罚法';

const proofs =
  '(?:检[测验]|监测|鉴定|检疫|计量|测量|勘验|评估|化验)(?:报告|意见|结论|记录|数据|书)?|证据(?:材料|支持|证明|佐证|印证)?|(?:现场)?(?:照片|视频|笔录|票据|账册|凭证|图片)|佐证|印证';
const tested =
  /超标|不合格|浓度|含量|分贝|检出|毫克|超过(?:国家|排放)?标准|鉴定为|检测(?:结果|值|为)|认定为(?:假|劣|违法建)/u;
const listed = /证据(?:目录|有|包括|如下|清单|:)|以上(?:事实|证据)|等(?:证据)?(?:为证|证实|证明|佐证)|为证|证据材料/u;
const loneProof =
  /(?:仅|只|单)(?:有|凭|依据|靠|以|依)?[^，。；]{0,12}(?:一份|单一|询问|口供|陈述|举报|笔录|证言|照片|孤证)[^。；]{0,30}/u;
const denied = /否认|不认可|不承认|拒不承认|有异议|予以否定|前后矛盾|翻供/u;
const listFaults =
  /证据(?:目录|清单|材料)[^。；]{0,16}(?:缺|无|未|没有)[^，。；]{0,6}(?:编号|页码|页数|序号|来源|签名)|证据(?:目录|清单|材料)[^。；]{0,8}(?:编号|页码)[^，。；]{0,8}(?:缺|空白|未|不)/u;
const contradiction =
  /(?:认定|决定书(?:载明|认定)?)[^。；]{0,50}(?:而|但|与)[^。；]{0,24}(?:证据|笔录|照片|票据|清单|记载)[^。；]{0,16}(?:不(?:一致|符|同|能)|矛盾|对不上|无法证明)|(?:时间|地点|数量|金额|数值)[^。；]{0,20}(?:不一致|不符|矛盾|对不上)/u;

const evidenceLack = lacking({
  subject: proofs,
  when: (context) => mentions(context, pattern('认定|证据|事实|超标|违法|查明|不合格')),
  unless:
    /设备|抓拍|技术审核|监控|点位|告知|听证|送达|录音录像|音像|主观过错|扣押|查封|催告|登记保存|签名|证件|执法人员|足以推翻|提供(?:相反)?证据|不予处罚|销毁|拍卖|缴库|审批表/u,
  message: (words) => `认定的事实没有相应证据：${words}。`,
});

const numbering = /^\s*(?:序号|编号|证据编号|页码|页数|页次)\s*$/u;

/** A table of evidence whose column 页码 or 编号 is blank in two rows or more. */
function blankColumn(context: RuleContext): Hit | null {
  if (!mentions(context, pattern('证据'))) return null;
  const blank = columnsOf(context, numbering).find(({ rows, cells }) => rows - cells.length >= 2);
  return blank
    ? {
        at: { block: blank.head.id, from: 0, to: blank.head.text.length },
        message: `证据目录的${quoted(blank.head.text.trim())}一栏${blank.cells.length === 0 ? '' : '多处'}空白。`,
      }
    : null;
}

/** 证据：身份证复印件1份 proves who was fined and nothing of the act. */
const onlyIdentity =
  /证据(?:材料|清单|目录)?(?:有|为|:)\s*(?:仅|只有)?(?:当事人)?(?:的)?(?:居民)?(?:身份证|营业执照|户口[本簿]|主体资格证明)(?:复印件|照片)?[^。；、，和及]{0,8}[。；]?\s*$/u;

const factEvidence: Rule = {
  id: 'enf-fact-evidence',
  title: '认定的事实缺少相应证据',
  severity: 'high',
  nature: 'risk',
  kinds: ['enforcement'],
  why: '违法事实不清、证据不足的不得处罚；证据须经查证属实才能作为认定案件事实的根据。',
  basis: [
    { law, article: '40' },
    { law, article: '46' },
  ],
  advice: '逐项核对主体、时间、地点、行为、数量与证据的对应关系，补充证据，补不了的删减认定。',
  traps: ['决定书不必附证据原件，列明证据名称即可。', '当事人自己没有举证，不等于没有证据。'],
  check: (context) => {
    const stated = evidenceLack(context);
    if (stated.length > 0) return stated;
    const all = statementsOf(context);
    const lone = eachPlace(context, loneProof, ([words], { text }) =>
      denied.test(all.map((each) => each.text).join('')) && !/执法人员|设备|抓拍|签名/u.test(text)
        ? { message: `当事人否认，而证据单一：${quoted(words)}。` }
        : null,
    );
    if (lone.length > 0) return lone.slice(0, 1);
    const faulty = eachPlace(
      context,
      new RegExp(`${listFaults.source}|${contradiction.source}`, 'u'),
      ([words], { text }) =>
        /告知书|罚款(?:数额)?(?:与|和)|拟/u.test(text) ? null : { message: `证据与认定对不上：${quoted(words)}。` },
    );
    if (faulty.length > 0) return faulty.slice(0, 1);
    const barely = eachPlace(context, onlyIdentity, ([words]) => ({
      message: `所列证据只能证明身份：${quoted(words)}。`,
    }));
    if (barely.length > 0) return barely.slice(0, 1);
    const blank = blankColumn(context);
    if (blank) return [blank];
    const conclusion = firstPlace(context, tested, /依据|标准(?:规定|限值)|设备|不超标|不(?:予)?认定/u);
    return conclusion &&
      all.some(({ text }) => listed.test(text)) &&
      !mentions(
        context,
        pattern('报告|鉴定(?:意见|书)|检测(?:记录|单|数据)|监测(?:记录|数据)|检验(?:结果|单)|认定书|认定意见'),
      )
      ? [{ at: conclusion, message: '写了检测、鉴定性质的结论，所列证据中没有报告。' }]
      : [];
  },
  examples: {
    hits: [
      { text: '认定超标排污，证据目录中无检测报告。', says: '没有相应证据' },
      { text: '一、事实：私宰生猪二头。\n二、证据：营业执照复印件一份。\n三、罚款三千元。', says: '身份' },
      { text: '决定书认定当事人倾倒垃圾三车，仅凭一份举报人询问笔录，当事人始终否认。', says: '证据单一' },
      { text: '经查，噪声达七十八分贝，以上事实有现场笔录、照片为证。', says: '没有报告' },
      { text: '决定书认定销售五十箱，与扣押清单记载的数量不一致。', says: '对不上' },
    ],
    nearMisses: [
      { text: '检测报告、现场笔录、照片与认定的时间地点数值一致。' },
      { text: '经查当事人占道经营，以上事实有现场笔录、照片、询问笔录为证。' },
      { text: '当事人没有提供证据证明自己没有主观过错。' },
    ],
  },
};

const devices =
  /电子(?:技术)?(?:监控|警察|眼|抓拍)|(?:视频|道路|自动|卡口|路面)?抓拍|非现场|(?:自动|在线)监[测控]|监控(?:设备|探头|录像|视频|抓拍|照片)|卡口|雷达测速|不停车(?:检测|称重)|动态称重/u;
const notDevice =
  /执法记录仪|(?:群众|当事人|举报人|店主|路人|投诉人)[^，。；]{0,8}(?:自装|自有|安装|自行|提供|拍摄|上传|提交)|(?:手机|行车记录仪)/u;
const deviceSubject =
  '(?:法制(?:和|与|、)?)?(?:技术)?审核(?:意见|表|材料|记录)?|(?:设置)?(?:地点|点位|位置)[^，。；]{0,10}(?:公布|公告|公示)?|公布|检定(?:证书|合格)?|校准|标志(?:明显)?|告知';

const deviceEvidence: Rule = {
  id: 'enf-device-evidence',
  title: '监控设备取证没有审核或公布的材料',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '电子技术监控设备应经法制和技术审核、设置地点向社会公布；记录未经审核或者不符合要求的，不得作为处罚证据。',
  basis: [{ law, article: '41' }],
  advice: '补设备的法制和技术审核、检定、点位公告和记录审核材料，并核实是否及时告知当事人违法事实。',
  traps: ['执法记录仪和当事人、群众提供的视频，不是监控设备取证。'],
  check: (context) => {
    const all = statementsOf(context);
    const device = firstPlace(context, devices, notDevice);
    if (device === null || !all.some(({ text }) => devices.test(text) && !notDevice.test(text))) return [];
    return lacking({
      subject: deviceSubject,
      unless: /听证|法制审核意见书?(?:在卷|齐全)|处罚告知书|执法证/u,
      due: () =>
        all.some(({ text }) =>
          /(?:仅|只|单)?(?:凭|依据|根据|以|据|由)[^。；]{0,24}(?:处罚|罚款|认定|证据|取证|作出|查获)|处罚|罚款|证据/u.test(
            text,
          ),
        )
          ? device
          : null,
      present: pattern('审核|检定|校准|点位|公布|公告'),
      message: (words) => `监控设备取证的材料不全：${words}。`,
      silent: (words) => `以${words}取证，全文没有提到设备审核和设置地点公布。`,
    })(context);
  },
  examples: {
    hits: [
      { text: '仅凭道路抓拍照片处罚，卷内无设备审核和设置地点公布材料。', says: '材料不全' },
      { text: '依据电子监控录像认定占道停车，决定罚款二百元。', says: '没有提到设备审核' },
      { text: '非现场执法取证，监控设备未经法制和技术审核，设置地点也没有向社会公布。' },
    ],
    nearMisses: [
      { text: '抓拍取证，附设备法制技术审核意见、点位公告、记录审核表和告知短信截图。' },
      { text: '违法事实由执法记录仪录制的视频和现场笔录证实，决定罚款五百元。' },
      { text: '群众提供的手机视频经核实后作为证据。' },
    ],
  },
};

const stepRecords =
  '(?:全过程|执法过程|[^，。；]{0,6}过程)(?:的)?(?:记录|音像|录像)|(?:文字|音像|影像|视频|录音|录像|执法记录仪)[^，。；]{0,4}(?:记录|资料|材料|录像|光盘)?|录音录像|立案(?:审批)?(?:表|材料|手续|登记|记录)|调查(?:取证)?(?:笔录|记录|材料)|(?:审核|审批)(?:表|记录|材料)|送达(?:回证|记录)|执行(?:情况)?(?:记录|材料|凭证)|结案(?:审批)?(?:表|报告)|决定审批|(?:任何|相应|相关)记录';
const soundRecord =
  /(?:(?<!没)有|(?<![未没无])附|已)[^，。；]{0,8}(?:录音|录像|音像|视频|影像)|(?:录像|音像|视频|光盘)[^，。；]{0,8}(?:在卷|附卷|齐全|保存|完整)/u;

const record: Rule = {
  id: 'enf-record',
  title: '执法全过程记录不完整',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '行政机关应当以文字、音像等形式，对处罚的启动、调查取证、审核、决定、送达、执行进行全过程记录，归档保存。',
  basis: [{ law, article: '47' }],
  advice: '补齐所缺环节的文字或者音像记录；无法补的，写明原因并评估对证据和程序的影响。',
  traps: ['文字和音像记录有其一即可，本地清单要求音像的除外。'],
  check: (context) => {
    const lacks = lackingRecord(context);
    if (lacks.length > 0) return lacks;
    const left = firstPlace(context, /留置送达/u, /不得|可以|未|依法可/u);
    return left && !mentions(context, pattern('录像|音像|录音|拍照|照片|见证|视频|影像'))
      ? [{ at: left, nature: 'risk', message: '留置送达，没有看到音像记录或者见证人。' }]
      : [];
  },
  examples: {
    hits: [
      { text: '卷内无送达回证，也无送达过程音像记录。' },
      { text: '案卷缺少立案审批表和调查笔录。', says: '记录不完整' },
      { text: '强制拆除现场没有全程录音录像。' },
      { text: '决定书以留置送达方式送达。', says: '留置送达' },
    ],
    nearMisses: [
      { text: '各环节文书齐全，留置送达附录像光盘目录。' },
      { text: '送达回证遗失，但送达过程有录像在卷。' },
      { text: '立案、调查、审核、决定、送达各环节均有文字记录，现场执法有音像记录。' },
    ],
  },
};

const lackingRecord = lacking({
  subject: stepRecords,
  unless: new RegExp(
    `${soundRecord.source}|集体讨论|听证笔录|设备|证据目录|扣押|查封|没收|销毁|执法证|签名|延期|无异议`,
    'u',
  ),
  message: (words) => `执法过程的记录不完整：${words}。`,
});

type Stage = 'withdrawn' | 'quashed' | 'published';
const publicityStages: StepWords<Stage> = [
  ['withdrawn', /撤回|撤下|下架|下线|删除|移除|撤除/u],
  ['quashed', /撤销|变更|确认违法|确认无效|判决|复议决定/u],
  ['published', /公示|公开|公布/u],
];
const kept =
  /(?:仍|还|一直|至今|尚)[^，。；]{0,6}(?:未|没有|在)?[^，。；]{0,4}(?:撤回|撤下|删除|公示|公开|挂|展示|可|能|查)|(?:未|没有)[^，。；]{0,8}(?:撤回|撤下|删除)/u;
const quashed = /(?:撤销|变更|确认违法|确认无效|无效)/u;
const takenDownLate =
  /(?:[一二两三四五六七八九十\d]+个?(?:周|星期|月)(?:之?后|以后|余)|数月后|多日后|(?:来函|来电|要求|投诉)[^，。；]{0,6})[^，。；]{0,14}(?:才|方)[^，。；]{0,4}(?:撤回|删除|下架|撤下|移除)/u;
const privacy =
  /(?:公示|公开)[^。；]{0,24}(?:未|没有)[^，。；]{0,8}(?:隐去|隐藏|遮盖|遮蔽|脱敏|屏蔽|删除|处理)[^，。；]{0,16}|(?:公示|公开)[^。；]{0,16}(?:含有|载有|包含|显示|披露|列出|出现)[^，。；]{0,10}(?:身份证|住址|电话|手机|个人隐私|未成年人)/u;

/** A text that is, or shows, what was put on the web. */
const publishedText = pattern('公示(?:文本|内容|信息|稿|页面|截图|表|平台|网址)|公开(?:文本|内容|版本|页面)');
const personal =
  /(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)|住[^，。；]{2,20}(?:单元|室|\d+号楼)|(?:男|女)[，、]?1[0-7]岁|身份证(?:号码?)?[:]?\d{10,}/u;
const maskedOrTold = /[*＊×]{2,}|隐去|脱敏|联系电话|咨询电话|监督电话|举报电话/u;

const publicity: Rule = {
  id: 'enf-publicity',
  title: '处罚决定的公示或撤回不符合要求',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '有一定社会影响的处罚决定应当公开；公开后被变更、撤销、确认违法或无效的，三个工作日内撤回并公开说明理由。',
  basis: [
    { law, article: '48' },
    { law, article: '85' },
  ],
  advice: '属公示范围的依法公开并隐去个人信息；被撤销、变更的，三个工作日内撤回并公开说明理由。',
  traps: ['不属于公示范围的决定不必公开。', '三日是工作日。'],
  check: (context) => {
    const steps = stepsOf(context, publicityStages);
    const undone = firstStep(steps, 'quashed');
    const withdrawn =
      undone &&
      firstStep(
        steps.filter(({ day }) => day >= undone.day),
        'withdrawn',
      );
    const days = undone && withdrawn ? workingDaysAtLeast(undone.day, withdrawn.day) : 0;
    if (undone && withdrawn && days > 3)
      return [
        {
          at: withdrawn.at,
          related: [undone.at],
          message: `决定${quoted(undone.text)}被撤销或者变更，${quoted(withdrawn.text)}才撤回公示，其间至少${days}个工作日，超过三日。`,
        },
      ];
    const all = statementsOf(context);
    if (all.some(({ text }) => quashed.test(text))) {
      const still = eachPlace(context, kept, ([words], { text }) =>
        /不得|应当/u.test(text) || /(?:未|没有)[^，。；]{0,4}公示/u.test(words)
          ? null
          : { message: `决定被撤销或者变更后，公示${quoted(words)}。` },
      );
      if (still.length > 0) return still.slice(0, 1);
      const slow = context.facts.durations.flatMap((duration): Hit[] => {
        const text = statementAround(context, duration.at)?.text ?? '';
        const working = duration.unit === 'working-day' ? duration.amount : duration.days > 7 ? 4 : 0;
        return working > 3 && /撤回|撤下|删除/u.test(text) && quashed.test(text)
          ? [{ at: duration.at, message: `撤销或者变更后${quoted(duration.text)}才撤回公示，超过三个工作日。` }]
          : [];
      });
      if (slow.length > 0) return slow.slice(0, 1);
      const asked = eachPlace(context, takenDownLate, ([words]) => ({
        message: `决定被撤销或者变更后没有及时撤回公示：${quoted(words)}。`,
      }));
      if (asked.length > 0) return asked.slice(0, 1);
    }
    const mute = lackingReason(context);
    if (mute.length > 0) return mute;
    const shown = eachPlace(context, privacy, ([words], { text }) =>
      /已(?:隐去|脱敏)|不得/u.test(text) ? null : { message: `公示文本没有做隐私处理：${quoted(words)}。` },
    );
    if (shown.length > 0) return shown.slice(0, 1);
    const text = publishedText.test(readingOf(context.document).text)
      ? firstPlace(context, personal, maskedOrTold)
      : null;
    return text === null
      ? unpublished(context)
      : [{ at: text, message: '公示文本写有身份证号、电话或者住址，没有隐去。' }];
  },
  examples: {
    hits: [
      { text: '公示文本：李某某，女，15岁，住和平路8号2单元，罚款五十元。', says: '没有隐去' },
      { text: '处罚决定撤销后一月未撤回公示。', says: '未撤回' },
      { text: '2026年6月1日法院判决撤销处罚决定，2026年6月20日才从网站撤回公示信息。', says: '超过三日' },
      { text: '该案属于本局公示目录，处罚决定作出后未公示。' },
      { text: '网站公示的处罚决定书未隐去当事人身份证号。', says: '隐私' },
    ],
    nearMisses: [
      { text: '处罚决定撤销次日撤回公示并说明理由。' },
      { text: '处罚决定已在门户网站公示，隐去了个人信息。' },
      { text: '本案不属于公示范围，未予公示。' },
    ],
  },
};

const unpublished = lacking({
  subject: '(?:公示|公开)(?:记录|信息|程序|处罚决定|截图|材料|义务)?|公示系统',
  unless: /不属于|公开征求|信息公开|撤回|点位|设置地点|设备|理由|审理|举行|听证|公示牌|价格|个人信息|隐去|国家秘密/u,
  when: (context) => mentions(context, pattern('公示|社会影响|依法公开|公开')),
  message: (words) => `应当公示的处罚决定没有公示的记录：${words}。`,
});
const lackingReason = lacking({
  subject: '(?:公开)?(?:说明)?理由|说明|公告',
  when: (context) => mentions(context, pattern('撤回|撤下|删除|下架')),
  message: (words) => `撤回公示没有公开说明理由：${words}。`,
});

export const evidenceRules: readonly Rule[] = [factEvidence, deviceEvidence, record, publicity];
