// Writes the sample matter: a contract of our own making, with automatic numbering, a price table
// and ten planted risks. Run by hand when the text changes; the result is committed.
import { writeFileSync } from 'node:fs';
import {
  AlignmentType,
  Document,
  Footer,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { unzipSync, zipSync } from 'fflate';

const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋', cs: 'Times New Roman' };
const hei = { ...song, eastAsia: '黑体' };
const title = { ...song, eastAsia: '宋体' };

const parties = [
  '合同编号：YZLH-2026-0413',
  '甲方（采购人）：云州市临河区人民政府办公室',
  '统一社会信用代码：11990301MB12345678',
  '住所：云州市临河区滨河路18号',
  '乙方（供应商）：云州恒川柜业有限公司',
  '统一社会信用代码：91990301MA7654321T',
  '住所：云州市临河区工业三路6号',
];

const preamble = [
  '为满足区级机关档案库房建设需要，甲方以询价方式采购档案密集架及配套档案柜，乙方被确定为成交供应商。双方依据《中华人民共和国政府采购法》和《中华人民共和国合同法》的规定，在平等自愿的基础上，就采购事宜达成一致，订立本合同，共同遵守。',
];

/** Each clause: heading, then its items; `table` marks where the price table stands. */
const clauses = [
  [
    '采购内容',
    [
      '乙方向甲方供应智能密集架、档案柜及配套软件（以下统称“货物”），货物的品名、规格、数量和单价见本合同第二条所列价格表。',
      '乙方应当按照询价通知书和响应文件的承诺，完成货物的生产、运输、安装、调试，并对甲方管理人员进行不少于两次的现场培训。',
      '货物应当为全新、未使用过的原厂合格产品，符合国家现行有关密集架和档案装具的标准；标准之间不一致的，以要求较高者为准。',
    ],
  ],
  [
    '合同价款及支付',
    [
      '合同总价为人民币￥128,550.00元（大写：壹拾贰万捌仟元整），该价款为含税价，增值税税率为13%，包含货物、运输、安装、调试、培训及三年质保期内的全部费用。',
      '本合同签订后五个工作日内，甲方向乙方支付合同总价的30%作为预付款；货到并经验收合格后，甲方适时支付剩余价款。',
      '乙方应当在甲方每次付款前开具等额的增值税专用发票；乙方未按约定开具发票的，甲方付款时间相应顺延，且不承担逾期付款责任。',
      '货物价格明细如下：',
      'table',
    ],
  ],
  [
    '履约保证金',
    [
      '乙方应当在本合同签订之日起七日内，向甲方提交合同总价15%的履约保证金，可以采用银行保函、保险保函、支票或者转账等形式。',
      '乙方完成全部合同义务且无违约情形的，甲方在货物验收合格之日起十个工作日内无息退还履约保证金。',
    ],
  ],
  [
    '交付与安装',
    [
      '乙方应当于2026年12月31日前将全部货物运至甲方指定的档案库房并完成安装调试，交付地点为云州市临河区滨河路18号负一层。',
      '货物运抵前三日，乙方应当将到货清单、产品合格证和出厂检验报告提交甲方；甲方应当提供必要的进场条件和作业时间。',
      '安装期间，乙方应当遵守甲方的安全管理制度。乙方施工人员在安装现场发生人身伤亡的，无论何种原因，甲方概不承担任何责任。',
      '货物毁损、灭失的风险，自验收合格并交付甲方时起由乙方转移至甲方承担。',
    ],
  ],
  [
    '包装与运输',
    [
      '货物的包装应当适应远距离运输和多次搬运，具备防潮、防锈、防震性能；因包装不善造成货物损坏的，由乙方负责更换。',
      '运输方式由乙方选择，运输费、装卸费和运输保险费均已包含在合同总价中，甲方不另行支付；货物到达后，乙方应当自行完成卸货和搬运入库。',
      '乙方应当保护甲方库房的地面、墙面、消防和电气设施，施工结束后清理现场；造成损坏的，应当恢复原状或者赔偿损失。',
    ],
  ],
  [
    '项目人员',
    [
      '乙方应当指定一名具有三年以上同类项目经验的项目负责人，负责与甲方联系、现场管理和进度控制；更换项目负责人的，应当提前五个工作日书面征得甲方同意。',
      '安装人员应当持有相应的作业证件，服从甲方的门禁、消防和保密管理，进入库房前接受安全教育并登记；乙方应当为其办理工伤保险。',
      '甲方指定档案科为本合同的承办科室，负责提供场地条件、协调用电和作业时间、组织验收；承办科室的工作人员无权以口头方式变更本合同的约定。',
    ],
  ],
  [
    '验收',
    [
      '乙方完成安装调试后，应当以书面形式通知甲方验收；甲方收到验收通知后组织使用部门和档案管理部门共同验收，并制作验收记录。',
      '甲方收到验收通知后三日未提出异议的，视为验收合格。',
      '验收包括到货清点、外观检查、承重试验、移动平稳性试验、电气安全检查和软件功能测试六个方面；各项的方法和合格标准按照响应文件所附技术方案执行，技术方案没有规定的，按照国家现行标准执行。',
      '验收不合格的，乙方应当在十日内予以更换或者修复，并承担由此产生的全部费用；经两次整改仍不合格的，甲方有权解除合同。',
    ],
  ],
  [
    '质量保证与售后服务',
    [
      '货物质保期为三年，自验收合格之日起计算。质保期内因产品质量问题发生的维修、更换费用由乙方承担。',
      '质保期内乙方应当在接到甲方通知后二十四小时内响应，四十八小时内到达现场处理；一周内不能修复的，应当提供同等性能的备用设备。',
      '质保期届满后，乙方应当继续提供有偿维修服务，配件价格不得高于同期市场价格。',
      '乙方应当在验收合格后向甲方移交使用说明书、维护手册、软件安装介质及管理口令，并保证甲方在质保期内免费获得软件的功能升级和安全更新。',
      '密集架及档案柜应当采用符合环保要求的冷轧钢板和喷塑工艺，表面平整光洁，承重、防尘、防火性能应当达到响应文件所附检测报告载明的指标。',
    ],
  ],
  [
    '知识产权与保密',
    [
      '乙方保证其提供的货物及配套软件不侵犯任何第三方的知识产权；因侵权引起的纠纷由乙方负责处理，并赔偿甲方因此遭受的损失。',
      '乙方及其工作人员对在履行本合同过程中知悉的甲方档案信息、库房布局和工作秘密负有保密义务，不得复制、拍摄、留存或者向他人提供；保密义务不因本合同终止而消灭。',
    ],
  ],
  [
    '数据与软件',
    [
      '配套软件用于记录密集架的开合、温湿度和人员出入情况，应当部署在甲方内部网络的服务器上，不得连接互联网，不得设置远程访问通道。',
      '软件运行产生的数据归甲方所有；乙方维护软件需要接触数据的，应当在甲方工作人员陪同下进行，维护结束后不得保留任何副本。',
      '质保期届满或者本合同解除后，乙方应当在七日内向甲方移交全部管理权限和数据，并协助甲方完成口令更换。',
    ],
  ],
  [
    '转让与分包',
    ['未经甲方书面同意，乙方不得转让本合同项下的权利义务；为加快进度，乙方可以将安装工程再分包给其他施工队伍实施。'],
  ],
  [
    '合同的变更和解除',
    [
      '本合同生效后，双方不得擅自变更或者解除；确需变更的，应当协商一致并签订书面补充协议，补充协议不得改变询价通知书和响应文件的实质性内容。',
      '因甲方机构调整、负责人变动等原因不再需要本合同货物的，甲方有权解除本合同，且不承担任何违约责任。',
      '一方明确表示或者以自己的行为表明不履行主要义务，或者迟延履行经催告后在合理期限内仍未履行的，对方可以书面通知解除合同；合同自通知到达对方时解除。',
    ],
  ],
  [
    '违约责任',
    [
      '乙方逾期交付的，每逾期一日，应当按照合同总价的万分之五向甲方支付违约金；逾期超过三十日的，甲方有权解除合同。',
      '甲方无正当理由逾期付款的，每逾期一日，应当按照应付未付金额的万分之五向乙方支付违约金。',
      '因乙方货物质量不合格给甲方造成损失的，乙方应当按照本合同第二十条的约定承担赔偿责任。',
      '乙方提供的货物、软件或者服务与响应文件的承诺不一致的，甲方有权要求更换、重作或者相应减少价款，并可以要求乙方支付不超过合同总价百分之五的违约金。',
      '乙方泄露甲方档案信息或者工作秘密的，除赔偿损失外，还应当采取补救措施消除影响；涉嫌违法的，移送有关机关处理。',
      '违约方应当承担守约方为实现权利支出的合理费用，包括但不限于诉讼费、鉴定费和律师费。',
    ],
  ],
  [
    '不可抗力',
    [
      '因地震、洪水、疫情防控措施等不能预见、不能避免且不能克服的客观情况，致使一方不能履行合同的，根据影响程度部分或者全部免除责任，但法律另有规定的除外。',
      '遭遇不可抗力的一方应当在事件发生后四十八小时内通知对方，并在十五日内提供有关机关出具的证明。',
    ],
  ],
  [
    '争议解决',
    [
      '因本合同发生争议的，双方应当友好协商解决；协商不成的，可以向云州仲裁委员会申请仲裁，也可以向甲方所在地人民法院提起诉讼。',
    ],
  ],
  [
    '通知与送达',
    [
      '双方确认本合同首部所列住所为各自的有效送达地址；任何一方变更地址的，应当在变更后三日内书面通知对方，未通知的，按原地址发出的文书视为送达。',
      '甲方的联系人为档案科工作人员，乙方的联系人为项目负责人；联系人及联系方式在本合同签订后三日内以书面形式相互告知。',
      '双方往来的通知、函件、验收记录和会议纪要，经双方指定的联系人签字后，作为履行本合同的依据。',
    ],
  ],
  [
    '廉洁约定',
    [
      '双方及其工作人员不得以任何名义向对方索取或者给予礼金、回扣、有价证券及其他财物，不得安排可能影响公正履行职务的宴请、旅游和娱乐活动。',
      '乙方违反前款约定的，甲方有权解除合同，并向政府采购监督管理部门和纪检监察机关反映情况。',
    ],
  ],
  [
    '附则',
    [
      '询价通知书、成交通知书、乙方的响应文件为本合同的组成部分；上述文件与本合同不一致的，以本合同为准，但不得违背询价通知书和响应文件的实质性内容。',
      '本合同未尽事宜，由双方另行协商并签订书面补充协议，补充协议与本合同具有同等法律效力。',
      '本合同自双方法定代表人（负责人）或者授权代表签字并加盖公章之日起生效。',
      '本合同一式六份，甲方执四份，乙方执两份，具有同等法律效力。',
    ],
  ],
];

const priceRows = [
  ['序号', '品名', '规格', '数量', '单价（元）', '金额（元）'],
  ['1', '智能密集架', 'HC-80，六层双面', '18', '6,500', '117,000'],
  ['2', '档案柜', 'HC-06，六门', '5', '2,300', '11,550'],
  ['合计', '', '', '', '', '128,550'],
];

const signatures = [
  '甲方（盖章）：云州市临河区人民政府办公室',
  '负责人或者授权代表（签字）：',
  '签订日期：　　　　年　　月　　日',
  '乙方（盖章）：云州恒川柜业有限公司',
  '法定代表人或者授权代表（签字）：',
  '签订日期：　　　　年　　月　　日',
];

const line = { line: 560, lineRule: LineRuleType.EXACT };

function body(text, extra = {}) {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    spacing: line,
    indent: { firstLineChars: 200, firstLine: 640 },
    children: [new TextRun({ text, size: 32, font: song })],
    ...extra,
  });
}

function numbered(text, level, instance) {
  return new Paragraph({
    numbering: { reference: 'clauses', level, instance },
    alignment: AlignmentType.JUSTIFIED,
    spacing: line,
    keepNext: level === 0,
    children: [new TextRun({ text, size: 32, font: level === 0 ? hei : song })],
  });
}

function priceTable() {
  const widths = [900, 1700, 2300, 1000, 1500, 1600];
  return new Table({
    width: { size: 9000, type: WidthType.DXA },
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    rows: priceRows.map(
      (cells, at) =>
        new TableRow({
          tableHeader: at === 0,
          children: cells
            .map((text, column) => ({ text, column }))
            .filter(({ column }) => !(at === 3 && column > 0 && column < 5))
            .map(
              ({ text, column }) =>
                new TableCell({
                  width: { size: widths[column], type: WidthType.DXA },
                  columnSpan: at === 3 && column === 0 ? 5 : 1,
                  children: [
                    new Paragraph({
                      alignment: column > 2 && at > 0 && column !== 0 ? AlignmentType.RIGHT : AlignmentType.CENTER,
                      children: [new TextRun({ text, size: 24, font: at === 0 ? hei : song })],
                    }),
                  ],
                }),
            ),
        }),
    ),
  });
}

const document = new Document({
  title: '档案密集架采购合同',
  creator: '云州市临河区人民政府办公室',
  lastModifiedBy: '云州市临河区人民政府办公室',
  numbering: {
    config: [
      {
        reference: 'clauses',
        levels: [
          {
            level: 0,
            format: LevelFormat.CHINESE_COUNTING,
            text: '第%1条',
            suffix: 'space',
            style: { paragraph: { indent: { left: 0, firstLine: 640 } }, run: { font: hei, size: 32 } },
          },
          {
            level: 1,
            format: LevelFormat.CHINESE_COUNTING,
            text: '（%2）',
            suffix: 'nothing',
            style: { paragraph: { indent: { left: 0, firstLine: 640 } }, run: { font: song, size: 32 } },
          },
        ],
      },
    ],
  },
  sections: [
    {
      properties: {
        page: { size: { width: 11906, height: 16838 }, margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 } },
      },
      footers: {
        default: new Footer({
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28, font: title })],
            }),
          ],
        }),
      },
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { before: 200, after: 300 },
          children: [new TextRun({ text: '档案密集架采购合同', size: 44, bold: true, font: title })],
        }),
        ...parties.map((text) => body(text)),
        ...preamble.map((text) => body(text)),
        ...clauses.flatMap(([heading, items]) => [
          numbered(heading, 0, 0),
          ...items.flatMap((text) =>
            text === 'table' ? [priceTable()] : [items.length === 1 ? body(text) : numbered(text, 1, 0)],
          ),
        ]),
        new Paragraph({ children: [], spacing: line }),
        ...signatures.map((text) => body(text)),
      ],
    },
  ],
});

/** The library stamps the moment of writing; a committed file must not change from run to run. */
function withFixedDates(bytes) {
  const parts = unzipSync(bytes);
  const core = new TextDecoder()
    .decode(parts['docProps/core.xml'])
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-11-20T01:00:00Z');
  parts['docProps/core.xml'] = new TextEncoder().encode(core);
  return zipSync(parts, { mtime: new Date('2026-11-20T01:00:00Z'), level: 9 });
}

const bytes = withFixedDates(new Uint8Array(await Packer.toArrayBuffer(document)));
writeFileSync('resources/sample/档案密集架采购合同.docx', bytes);
