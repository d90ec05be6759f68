/** Who may issue, who may fix penalties and fees, and what a street office may do. */
import { leads, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { legalBasis, policy } from './common.ts';

const internalOrgan = pattern(
  '(?:科|股|处|领导小组|指挥部|专班|工作组|协会)(?:关于)?(?:印发|制定|发布)[^。；]{0,24}(?:办法|规定|细则|通知|意见)',
);
const signatureOrgan = pattern(
  '^[\\p{Han}]{2,24}(?:科|股|处|中队|管理中心|(?:治理|整治|执法|管理|建设|服务)办公室|领导小组|领导小组办公室|指挥部|专班|工作组|协会)$',
);
const office = pattern('办事处$|代表处$|管理处$');
const properOrgan = pattern('^[\\p{Han}]{2,30}(?:人民政府|局|委员会|银行|部|厅|署|办事处|办公厅|管委会)$');
const dutyWords = pattern('应当|不得|必须|须|处罚|收费|禁止');

const organTitle = pattern(
  '^\\s*[\\p{Han}“”]{2,24}(?:科|股|室|中心|中队|大队|领导小组|指挥部|专班|工作组|协会)(?:关于|印发|发布)[^。；]{2,50}(?:通告|公告|通知|规定|办法|细则|意见|决定)\\s*$',
);
/** The red head of the paper: …领导小组文件. */
const organHead = pattern('^\\s*[\\p{Han}“”]{2,24}(?:科|股|中队|领导小组|指挥部|专班|工作组|协会)(?:办公室)?文件\\s*$');
const fullOrgan = /政府办公[室厅]|(?:省|市|区|县|镇)委办公室|公积金|登记中心|人民法院|检察院/u;
const onPublic = pattern(
  '(?:居民|车主|商户|门店|店铺|商铺|摊位|(?:出租|承租|使用|施工)人|经营[者户]|摊主|业主|村民|市民|群众|个人|养犬人|房东|单位|企业|用户|店主|商家|学员|家长|缴存)[^。；]{0,20}(?:应当?|须|必须|不得|禁止|严禁)|违者|违反的',
);

/** A title that names a unit as the issuer of duties on the public. */
function titledOrgan(context: RuleContext): Hit[] {
  const { paragraphs, says } = readingOf(context.document);
  if (!says(onPublic) || says(pattern('法规授权|授权组织|依照[^。；]{0,12}授权'))) return [];
  const title = paragraphs
    .slice(0, 4)
    .find(({ text }) => (organTitle.test(text) || organHead.test(text)) && !fullOrgan.test(text));
  if (!title) return [];
  const at = { block: title.id, from: 0, to: title.text.length };
  return [{ at, message: `发文主体是内设或临时机构：${quoted(title.text, 60)}。` }];
}

const issuer: Rule = {
  id: 'norm-issuer',
  title: '内设或临时机构制发规范性文件',
  severity: 'high',
  nature: 'risk',
  kinds: ['normative'],
  why: '内设机构、临时机构和议事协调机构没有制发规范性文件的职权，所设权利义务缺乏效力基础。',
  basis: [
    { law: '地方各级人民代表大会和地方各级人民政府组织法', article: '73' },
    { law: '地方各级人民代表大会和地方各级人民政府组织法', article: '75' },
  ],
  advice: '改由本级政府、部门或者派出机关名义制发。',
  check: (context) => {
    const { paragraphs } = readingOf(context.document);
    const inWords = policy({
      find: internalOrgan,
      unless: pattern(
        '(?:办事|管理|代表)处(?:关于)?(?:印发|制定|发布)|(?:局|人民政府|委员会|办事处)(?:、|和|会同|与)[^。；，]{0,20}(?:领导小组|指挥部|专班)',
      ),
      message: ({ match }) => `发文主体是内设或临时机构：${quoted(match.text)}。`,
    })(context);
    if (inWords.length > 0) return inWords.slice(0, 1);
    const titled = titledOrgan(context);
    if (titled.length > 0) return titled;
    if (!paragraphs.some((paragraph) => dutyWords.test(paragraph.text))) return [];
    const tail = paragraphs.slice(-8).filter((paragraph) => paragraph.text.trim().length <= 30);
    const nameIn = (text: string): string => text.trim().replace(/^(?:落款|署名|发文机关|印章)(?:处|栏)?[：:]/u, '');
    const signed = tail.find(({ text }) => signatureOrgan.test(nameIn(text)) && !office.test(nameIn(text)));
    const joint = tail.some(({ text }) => properOrgan.test(nameIn(text)) && !signatureOrgan.test(nameIn(text)));
    if (!signed || joint) return [];
    return [
      {
        at: { block: signed.id, from: 0, to: signed.text.length },
        message: `落款机关是内设或临时机构：${quoted(signed.text)}。`,
      },
    ];
  },
  examples: {
    hits: [
      { text: '某局法规科印发《管理办法》。', says: '内设或临时机构' },
      {
        text: '临时占道管理规定\n第一条 商户应当服从管理，不得占道。\n桐溪区市容整治指挥部\n2026年3月1日',
        quote: '桐溪区市容整治指挥部',
      },
      { text: '一、各养殖户必须按时清运。\n二、不得露天堆放。\n白鹿镇环境整治工作领导小组', says: '领导小组' },
    ],
    nearMisses: [
      { text: '某区司法局印发《管理办法》。' },
      { text: '第一条 商户应当服从管理。\n桐溪区市容整治指挥部\n桐溪区城市管理局\n2026年3月1日' },
      { text: '一、请各科室按时报送。\n二、联系人另行通知。\n白鹿镇党政办公室' },
      { text: '松阳街道办事处印发《停车管理规定》。' },
    ],
  },
};

const receivers =
  '(?:街道|乡镇|镇|社区|村|物业|部门|单位|协会|商会|园区|企业|公司|各局|管委会|机构|中心|居委会|办公室|指挥部|领导小组|专班|行业组织)';
const subject =
  '(?:处罚|罚款|罚则|扣罚|扣车|锁车|拖车|强制清退|断水|断电|停水|停电|收费|收取|许可|准入|强制措施|审批|押金|保证金|管理费|扣押|查封)';
const matters = '(?:标准|项目|办法|事项|条件|措施|种类|幅度|数额|金额|额度|范围|情形|对象|程序)';
const fixes = '(?:自定|制定|制订|规定|确定|设定|设置|设立|明确|核定|增设|拟定)';
const noPower = pattern(
  '裁量|法律|法规|公示|目录|工作流程|操作规程|价格主管|不得(?:自行|另行|擅自|自主|违法|违规|将|由|授权|委托|设定|设立|制定|规定|增设)|公开|依法',
);

const delegated = policy({
  find: pattern(
    `${receivers}[^。；，]{0,14}(?:可以?|应当?|有权|自行|另行|自主|负责|结合实际)[^。；，]{0,10}${fixes}[^。；，]{0,14}${subject}[^。；，]{0,6}${matters}|(?:授权|委托|允许|交由|由)[^。；，]{0,10}${receivers}[^。；]{0,14}(?:自行|另行|自主)${fixes}[^。；，]{0,14}${subject}|${subject}[^。；，]{0,8}${matters}[^。；，]{0,6}(?:[和及与、][^。；，]{0,12})?，?(?:由|授权|交由)[^。；，]{0,14}${receivers}[^。；，]{0,12}(?:自行|另行|自主|根据[^。；，]{0,8}(?:自行|另行)?)?${fixes}`,
  ),
  unless: noPower,
  negatable: true,
  message: ({ match }) => `授权下级自行设定：${quoted(match.text)}。`,
});

const handsOver = pattern(`${receivers}[^。；：:]{0,14}(?:自行|另行|自主)${fixes}[^。；]{0,12}[：:]\\s*$`);

/** Items of a list that its opening line hands to others to settle. */
const delegatedItems = policy({
  find: pattern(`^[^。；：:]{0,16}${subject}[^。；：:]{0,24}`),
  unless: noPower,
  when: ({ paragraph }, context) => leads(context, paragraph).some((lead) => handsOver.test(lead)),
  message: ({ match, paragraph }) => `授权下级自行设定：${quoted(paragraph.text || match.text, 40)}`,
});

const subDelegation: Rule = {
  id: 'norm-sub-delegation',
  title: '转授处罚、许可、收费设定权',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '规范性文件自己不能设定处罚、许可、收费，更不能授权下级、协会、企业去设定。',
  basis: [
    { law: '行政处罚法', article: '16' },
    { law: '行政许可法', article: '17' },
  ],
  advice: '删去该授权；可以保留制定工作流程、操作规程等执行性授权。',
  check: (context) => [...delegated(context), ...delegatedItems(context)],
  examples: {
    hits: [
      { text: '各街道可自行制定处罚标准。', says: '自行设定' },
      { text: '第十四条 物业协会可以确定小区停车收费标准。', says: '收费标准' },
      { text: '七、园区有权设定企业入驻审批条件。', says: '审批条件' },
      { text: '由各镇根据情况另行确定：\n（一）占道摆摊的罚款金额；\n（二）摊位押金标准。', says: '罚款金额' },
      { text: '授权家政协会另行制定从业准入条件。', says: '从业准入' },
    ],
    nearMisses: [
      { text: '各街道可结合实际制定具体实施办法和工作流程。' },
      { text: '各部门应当依法制定处罚裁量标准并公开。' },
      { text: '任何单位不得自行设定收费项目。' },
    ],
  },
};

const streetPower: Rule = {
  id: 'norm-street-power',
  title: '街道、乡镇行使处罚权没有写明赋权依据',
  severity: 'high',
  nature: 'risk',
  kinds: ['normative'],
  why: '行政处罚由县级以上部门管辖；街道、乡镇行使的，须有省级决定并公布，或者法律、法规直接授权。',
  basis: [
    { law: '行政处罚法', article: '24' },
    { law: '行政处罚法', article: '23' },
  ],
  advice: '补写省级赋权决定的名称和目录项，或者法律、法规条款；没有的改为协助、劝阻、上报、移送。',
  check: policy({
    find: pattern(
      '(?:街道(?:办事处)?|乡镇(?:人民政府)?|[镇乡](?:人民)?政府|乡（镇）(?:人民)?(?:政府)?|各镇街|镇街)(?:[^。；，]{0,34}|责令[^。；]{0,40})(?:查处|处罚|责令停[产业]|罚款|没收|吊销)',
    ),
    unless: pattern(
      '协助|配合|上报|劝阻|赋权|省(?:人民)?政府|目录|依照《|根据《|按照《|依法|移送|委托|法律|法规|报告|发现|制定|转办|移交|交办|转交|(?:局|部门|分局|支队)对[^。；，]{0,6}(?:街道|镇)',
    ),
    unlessLead: legalBasis,
    negatable: true,
    message: ({ match }) => `规定${quoted(match.text)}，没有写明省级赋权决定或者法律、法规依据。`,
  }),
  examples: {
    hits: [
      { text: '街道可对违法建设处罚。', quote: '街道可对违法建设处罚', says: '赋权' },
      { text: '第五条 镇政府负责查处辖区无证经营。', says: '查处' },
      { text: '二、街道办事处对屡教不改的商户罚款。', says: '罚款' },
    ],
    nearMisses: [
      { text: '依据省政府赋权目录第X项，街道办事处可以处罚。' },
      { text: '街道办事处协助城管部门查处占道经营。' },
      { text: '乡镇人民政府依照《城乡规划法》第六十五条查处乡村违法建设。' },
    ],
  },
};

export const authority: readonly Rule[] = [issuer, subDelegation, streetPower];
