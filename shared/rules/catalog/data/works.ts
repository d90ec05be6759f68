/** Works of the mind: who owns what is made, whether it is free of others' rights, how far a licence goes. */
import { mentions, phrase, places, quoted } from '../../builders.ts';
import type { Part } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { contractor } from './common.ts';

const made = pattern(
  [
    '(?:开发|研发|定制)[^。；，]{0,18}(?:软件|系统|平台|小程序|APP|App|网站|程序|公众号|算法|模型)',
    '(?:软件|系统|平台|小程序|APP|网站|程序)(?:的)?(?:定制)?(?:开发|研发)',
    '设计(?:[^。；，单院人师变][^。；，]{0,17})?(?:方案|标识|标志|LOGO|logo|Logo|海报|画册|吉祥物|形象|展厅|展陈|景观|版面|封面|图案|VI|IP|包装|导视|文创|作品|效果图|施工图)',
    '(?:方案|规划|景观|标识|标志|LOGO|logo|Logo|形象|平面|VI|海报|画册|展陈|展厅|吉祥物|文创|建筑|室内|包装|网页|导视|IP)(?:的)?(?:创意)?设计(?:服务|工作|任务|方案|合同)?',
    '工程设计(?:服务|合同|任务)',
    '编制[^。；，]{0,24}(?:规划|方案|报告|志书|年鉴|导则|标准|图集|教材)|(?:规划|志书|年鉴|导则|教材)(?:的)?(?:编制|编写|编纂)',
    '(?:课题|专题)[^。；，]{0,8}(?:研究|调研)|研究[^。；，]{0,10}课题|(?:调研|研究|评估|咨询)报告(?:的)?(?:撰写|编写|编制)|(?:撰写|编写|出具|完成)[^。；，]{0,16}(?:调研|研究)报告',
    '(?:拍摄|制作|录制|摄制|创作|剪辑|策划)[^。；，]{0,18}(?:宣传片|视频|短片|纪录片|动画|微电影|专题片|画册|海报|歌曲|音乐|漫画|照片|作品|剧本|课件|宣传册|折页|公益广告|微视频|MV|图文|成片|样片|影片|广告片|片子|记录片)',
    '(?:宣传片|视频|短片|纪录片|动画|微电影|专题片|画册|海报|歌曲|漫画|课件|宣传册|折页)(?:的)?(?:拍摄|制作|录制|摄制|创作|设计)',
    '翻译[^。；，]{0,14}(?:文件|资料|材料|稿件|文本|著作|手册|图书)|(?:资料|文件|材料|稿件|手册|图书)[^。；，]{0,8}(?:的)?翻译',
    '(?:创作|撰写|编写)[^。；，]{0,14}(?:剧本|文章|文稿|书稿|歌词|作品|脚本|解说词|软文)',
  ].join('|'),
);
const notMade = pattern(
  '成品软件|现成|施工组织|结算|竣工(?:图|资料)|预算编制|工程量清单|投标|应急预案|进度计划|台账|运维|印刷(?:加工)?|复印|按(?:照)?(?:甲方|图纸|设计)[^。；，]{0,10}(?:图纸|样品)?(?:施工|制作|加工)|实施方案报甲方|(?:由|按|经|与)设计单位|设计变更|开发区|经济开发|软件采购|播放|投放|专项施工',
);
const owned = pattern(
  '著作权|知识产权|版权|专利(?:申请)?权|(?:成果|作品|源代码|报告|设计稿|资料|文件|稿件)[^。；]{0,20}(?:归|属于?)[^。；]{0,12}(?:甲方|乙方|双方|委托|采购|受托|所有|享有|共有)|(?:归|属于?)[^。；，]{0,6}(?:甲方|委托[人方]|采购人|双方|乙方|受托[人方])[^。；，]{0,6}(?:所有|享有|共有)|所有权(?:归|属|转移)',
);

const ipMissing: Rule = {
  id: 'ip-missing',
  title: '委托创作没有约定成果归属',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '没有约定的，委托作品的著作权归受托人、视听作品归制作者、专利申请权归研究开发人，付了钱的委托方只能在约定范围内使用。',
  basis: [
    { law: '著作权法', article: '19' },
    { law: '著作权法', article: '17' },
    { law: '民法典', article: '859' },
    { law: '民法典', article: '861' },
  ],
  advice: '写明著作权（专利申请权）归谁、使用范围、源文件或源代码的交付，并保留作者署名的安排。',
  traps: ['采购成品软件、印刷加工、单纯运维没有新的成果。', '成果归甲方所有的约定，已经解决归属。'],
  check: (context): Hit[] => {
    if (mentions(context, owned)) return [];
    const [first] = phrase({
      find: made,
      titles: true,
      unless: notMade,
      negatable: true,
      when: ({ sentence, paragraph }) => {
        const opening = (readingOf(context.document).indexOf.get(paragraph.id) ?? 0) < 3;
        return (
          new RegExp(`${contractor}|委托|聘请`, 'u').test(sentence) ||
          (opening && /(?:合同|协议)(?:书)?[：:]?/u.test(sentence)) ||
          /^(?:[^：:]{0,6})(?:服务|工作|项目)(?:内容|范围|名称)[：:]/u.test(sentence)
        );
      },
      message: ({ match }) => `委托的内容有${quoted(match.text)}，全文没有约定成果归谁。`,
    })(context);
    return first ? [first] : [];
  },
  examples: {
    hits: [
      { text: '乙方制作宣传片。', quote: '制作宣传片', says: '没有约定成果归谁' },
      { text: '第一条 受托方为委托方开发停车管理小程序，开发费18万元。' },
      { text: '城市标识设计合同\n设计人应在三十日内提交两套标识设计方案。' },
      { text: '甲方委托乙方开展养老服务课题研究，形成研究报告一份，经费6万元。' },
    ],
    nearMisses: [
      { text: '乙方制作宣传片，宣传片著作权归甲方，乙方保留署名。' },
      { text: '乙方供应成品软件十套。' },
      { text: '乙方按甲方提供的文件印刷加工画册一千本。' },
      { text: '受托方开发小程序，全部成果及源代码归委托方所有。' },
      { text: '承包人应编制施工组织方案报监理审查。' },
    ],
  },
};

const protectable =
  '(?:软件|图片|素材|字体|音乐|音频|视频素材|正版|操作系统|数据库|设备|仪器|机器人|插画|照片|曲库|器材|系统|终端|仪表|机床|无人机|服务器|交换机|显示屏|充电桩|一体机|打印机|复印机|电脑|计算机)';
/** What a work is put together from: others may hold rights in it. */
const parts =
  '(?:图片|插图|配图|插画|照片|素材|字体|字库|音乐|配乐|背景音乐|音效|音频|视频素材|曲目|影像|文案|稿件|模板)';
const supplied = pattern(
  [
    `(?:提供|供应|采购|购买|购置|供货|销售|出售|交付)[^。；，]{0,20}${protectable}`,
    `${protectable}[^。；，]{0,6}(?:采购|购销|买卖|供货|购置)`,
    `(?:自配|自备|自选|自供|配备|负责|选用|使用|采用|搭配)[^。；，]{0,6}${parts}`,
    // A design is delivered with the pictures, letters and marks in it.
    '(?:设计|绘制|创作|制作)[^。；，单院人师变]{0,8}(?:标识|标志|LOGO|logo|徽标|海报|画册|吉祥物|文化墙|墙绘|形象|VI|宣传册|折页|插画|漫画|图案|封面|展板)',
    '(?:许可|授权)[^。；，]{0,10}(?:使用)?[^。；，]{0,6}(?:软件|字体|字库|图库|数据库)',
  ].join('|'),
);
const notSupplied = pattern(
  '租赁|自备[^。；，]{0,8}(?:设备|工具|车辆|器材|机械)|维修|施工|运维|甲方提供|现有设备|甲方(?:的)?设备|发包人提供|提供的?[^。；，]{0,6}设备(?:间|机房)|故障|办公设备用房|消防设备',
);
const warranted = pattern(
  '不(?:会)?(?:侵犯|侵害)|侵权|侵犯[^。；]{0,20}(?:权|利)|第三[方人][^。；]{0,24}(?:知识产权|权利|主张|指控|索赔|追索|起诉|请求|要求)|权利瑕疵|合法(?:来源|授权|版权|取得)|正版授权|正版(?:软件)?[^。；，]{0,6}(?:授权|许可)|知识产权[^。；，]{0,14}(?:保证|担保|瑕疵|纠纷|责任|归)|(?:无|没有)[^。；，]{0,8}(?:权利|权属)(?:争议|瑕疵|负担|限制)|拥有[^。；，]{0,10}(?:所有权|著作权|知识产权)|专利权[^。；，]{0,8}(?:主张|指控)',
);

const ipWarranty: Rule = {
  id: 'ip-warranty',
  title: '采购标的没有权利担保',
  severity: 'low',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['sale', 'procurement', 'service', 'cooperation'],
  why: '出卖人依法保证第三人对标的物不享有权利；写进合同才能明确由谁应诉、赔偿哪些损失，图片和字体尤其容易被第三人追索。',
  basis: [{ law: '民法典', article: '612' }],
  advice: '补写供方保证标的不侵犯第三方知识产权，发生主张的由供方处理并赔偿采购方的全部损失。',
  traps: ['租用、维修设备不是买卖。', '已保证不侵犯第三方权利的，担保完整。'],
  check: (context): Hit[] => {
    if (mentions(context, warranted)) return [];
    const [first] = phrase({
      find: supplied,
      titles: true,
      unless: notSupplied,
      negatable: true,
      // 甲方供应的材料、设备: what is supplied is spoken of, not agreed.
      when: ({ sentence, match, paragraph }) =>
        !/^(?:提供|供应|交付|采购|购买|购置|出售|销售)的/u.test(match.text) &&
        // 提供系统维护: a service on what is there already.
        !/^[^。；，]{0,4}(?:维护|服务|保养|培训|检测|调试)/u.test(paragraph.text.slice(match.to)) &&
        new RegExp(`${contractor}|采购|购销|买卖|出卖`, 'u').test(sentence),
      message: ({ match }) => `标的为${quoted(match.text)}，没有不侵犯第三方权利的保证。`,
    })(context);
    return first ? [first] : [];
  },
  examples: {
    hits: [
      { text: '乙方提供图片素材。', quote: '提供图片素材', says: '第三方权利' },
      { text: '第一条 供方向需方供应检测仪器三台，总价45万元。' },
      { text: '办公软件采购合同\n成交供应商交付办公软件两百套，每套300元。' },
      { text: '公众号运营服务：乙方每周推送六条，自配插图和音乐，月费6000元。' },
      { text: '乙方为街道设计标识一套，提交源文件。' },
    ],
    nearMisses: [
      { text: '乙方提供图片素材并保证素材不侵犯第三方权利，否则承担赔偿。' },
      { text: '乙方租赁舞台设备给甲方使用三日。' },
      { text: '供方供应检测仪器三台，因第三方主张专利权产生的责任由供方承担。' },
      { text: '乙方自备清扫设备提供保洁服务。' },
      { text: '乙方提供系统维护，每月巡检一次。' },
    ],
  },
};

const licensed =
  '(?:作品|图片|照片|图像|摄影|字体|音乐|歌曲|乐曲|影视|影片|电影|视频|软件|数据库|文章|美术|插画|素材|课程|音像|著作|图书|漫画|形象|吉祥物|肖像图|字库|字形|曲库|音效|插图|模型|图库)';
const licence = pattern(
  `(?:授权|许可|准许|同意|允许)[^。；]{0,24}(?:使用|复制|播放|传播|展示|放映|改编|发行|出版)[^。；，]{0,14}${licensed}|(?:授权|许可)[^。；，]{0,14}${licensed}[^。；，]{0,14}(?:使用|播放|传播|展示|给)|${licensed}[^。；，]{0,20}(?:授权|许可)(?:给)?[^。；，]{0,12}使用|${licensed}(?:使用)?(?:授权|许可)(?:费|服务|一项|证书|使用|\\d|[一二三四五两]项)|(?:著作权|版权)[^。；，]{0,14}(?:许可|转让|授权)|(?:转让|许可)[^。；，]{0,14}(?:著作权|版权|信息网络传播权|复制权)`,
);
const terms: readonly Part[] = [
  [
    '权利种类',
    pattern('复制|发行|网络传播|改编|表演|放映|广播|汇编|展览|摄制|权利(?:的)?种类|全部(?:著作)?财产权|各项权利|安装'),
  ],
  ['是否专有', pattern('专有|独占|排他|独家|非排他|普通许可')],
  ['地域', pattern('地域|大陆|中国|全球|境内|国内|全国|世界|全省|全市|省内|市域|区域')],
  ['期间', pattern('期限|永久|长期|期间|\\d+\\s*年|[一二三四五六七八九十]+年|有效期|保护期')],
  ['费用', pattern('费用|元|报酬|免费|无偿|许可费|价款|合同价|使用费|稿酬')],
];
const assignTerms = terms.filter(([name]) => ['权利种类', '地域', '费用'].includes(name));

/** The words of the clause: the paragraph and its near neighbours, where a licence is spelled out. */
function clauseWords({ document }: RuleContext, block: string): string {
  const { paragraphs, indexOf } = readingOf(document);
  const at = indexOf.get(block) ?? 0;
  return paragraphs
    .slice(Math.max(0, at - 1), at + 7)
    .map(({ text }) => text)
    .join('\n');
}

const ipLicenseScope: Rule = {
  id: 'ip-license-scope',
  title: '作品许可或者转让的要素不全',
  severity: 'low',
  nature: 'risk',
  kinds: ['contract'],
  why: '许可使用合同没有写明的权利，使用人未经同意不得行使；只写“授权使用”，上网传播、新媒体推送都可能越权。',
  basis: [
    { law: '著作权法', article: '26' },
    { law: '著作权法', article: '27' },
  ],
  advice: '写明权利种类、是否专有、地域、期间和费用，并覆盖印刷、网络传播、户外展示等实际用途。',
  traps: ['成果著作权全部归甲方的委托创作，不是许可。', '禁止未经授权使用的条款不是许可。'],
  check: (context): Hit[] =>
    places(context, licence)
      .filter(({ match }) => !/^(?:许可|授权)[方证人书]|许可软件/u.test(match.text))
      .filter(({ sentence, paragraph }) => !refused.test(sentence) && !/归甲方|归委托|归采购/u.test(paragraph.text))
      .slice(0, 3)
      .flatMap(({ at, match }): Hit[] => {
        const words = clauseWords(context, at.block);
        const wanted = /转让/u.test(match.text) ? assignTerms : terms;
        const absent = wanted
          .filter(([, present]: readonly [string, Pattern]) => !present.test(words))
          .map(([name]) => name);
        return absent.length === 0 ? [] : [{ at, message: `${quoted(match.text)}没有写明${absent.join('、')}。` }];
      })
      .slice(0, 1),
  examples: {
    hits: [
      { text: '乙方授权甲方使用其摄影作品若干幅。', says: '权利种类、是否专有、地域、期间、费用' },
      { text: '第四条 供应商许可采购人在三年内非独家使用其背景音乐，费用含在合同价内。', says: '权利种类、地域' },
      { text: '清单包含字库授权一项，金额六千元，由供应商取得。', says: '地域' },
      { text: '著作权人将其插画的著作权转让给甲方，价款2万元。', says: '没有写明权利种类、地域' },
    ],
    nearMisses: [
      { text: '乙方非专有许可甲方在中国大陆以复制、信息网络传播方式使用10幅作品，期限三年，费用含在合同价内。' },
      { text: '未经甲方授权，乙方不得使用甲方的作品。' },
      { text: '宣传片的著作权归甲方，乙方可使用作品参评。' },
      { text: '甲方授权乙方使用会议室。' },
    ],
  },
};
const refused = pattern('不得|未经|禁止|无权|擅自|侵犯|侵权|保证');

export const works: readonly Rule[] = [ipMissing, ipWarranty, ipLicenseScope];
