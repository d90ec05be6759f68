/** Rules and packs of own rules: what is said of those that cannot be used. */
import { twins } from './twins.ts';

export const rules = twins(
  {
    groups: {
      contract: '合同通用',
      guarantee: '担保与借款',
      dispute: '争议解决',
      law: '法律引用',
      data: '保密、数据与知识产权',
      procurement: '政府采购与中小企业付款',
      lease: '租赁',
      land: '土地与集体资产',
      construction: '建设工程',
      service: '服务与劳务',
      investment: '招商引资',
      expropriation: '征收与行政协议',
      normative: '行政规范性文件',
      decision: '重大行政决策',
      enforcement: '执法决定',
      own: '本单位规则',
    },
    newer: (format: number) => `规则包由更新的版本编写（格式 ${format}），没有使用。请升级程序后再导入。`,
    notYaml: (line: number) => `规则包不是有效的 YAML，第 ${line} 行有误，没有使用。请改正后重试。`,
    notAPack: (path: string) => `规则包缺少或写错了“${path}”，没有使用。请对照示例补全。`,
    noPack: (name: string) => `没有名为“${name}”的规则包。`,
    noRule: (id: string) => `没有编号为“${id}”的规则。`,
    noSetting: (key: string) => `没有名为“${key}”的设定。`,
    fault: {
      shape: (rule: string, path: string) => `规则“${rule}”的“${path}”缺少或写法不对，已停用这一条。`,
      pattern: (rule: string, source: string) => `规则“${rule}”的表达式“${source}”无效或可能匹配空文，已停用这一条。`,
      bound: (rule: string, written: string) => `规则“${rule}”的界限“${written}”读不出数值，已停用这一条。`,
      twice: (rule: string) => `规则“${rule}”的编号重复，只使用第一条。`,
      hitMissed: (rule: string, text: string) => `规则“${rule}”没有命中自己的正例“${text}”，已停用这一条。`,
      nearMissFound: (rule: string, text: string) => `规则“${rule}”误中了自己的反例“${text}”，已停用这一条。`,
    },
    tested: (count: number, examples: number) => `${count} 条规则、${examples} 个例子全部通过。`,
    packTested: (name: string, inUse: number, faults: number) => `规则包“${name}”：${inUse} 条可用，${faults} 处问题。`,
  },
  {
    groups: {
      contract: 'Contracts',
      guarantee: 'Guarantees and loans',
      dispute: 'Disputes',
      law: 'Citations of law',
      data: 'Secrets, data and works',
      procurement: 'Procurement and small suppliers',
      lease: 'Leases',
      land: 'Land and village assets',
      construction: 'Works',
      service: 'Services and labour',
      investment: 'Investment',
      expropriation: 'Expropriation and administrative agreements',
      normative: 'Normative documents',
      decision: 'Major decisions',
      enforcement: 'Enforcement',
      own: 'Own rules',
    },
    newer: (format: number) =>
      `The pack was written for a newer version (format ${format}) and was not used. Update the program first.`,
    notYaml: (line: number) => `The pack is not valid YAML: see line ${line}. It was not used.`,
    notAPack: (path: string) => `The pack lacks "${path}" or has it wrong. It was not used.`,
    noPack: (name: string) => `There is no pack called "${name}".`,
    noRule: (id: string) => `There is no rule "${id}".`,
    noSetting: (key: string) => `There is no setting "${key}".`,
    fault: {
      shape: (rule: string, path: string) => `Rule "${rule}": "${path}" is missing or wrong; the rule is not in use.`,
      pattern: (rule: string, source: string) =>
        `Rule "${rule}": the pattern "${source}" is invalid or matches nothing at all; the rule is not in use.`,
      bound: (rule: string, written: string) =>
        `Rule "${rule}": no number can be read from the bound "${written}"; the rule is not in use.`,
      twice: (rule: string) => `Rule "${rule}" stands twice; only the first is in use.`,
      hitMissed: (rule: string, text: string) =>
        `Rule "${rule}" does not find its own hit "${text}"; the rule is not in use.`,
      nearMissFound: (rule: string, text: string) =>
        `Rule "${rule}" finds its own near miss "${text}"; the rule is not in use.`,
    },
    tested: (count: number, examples: number) => `${count} rules, ${examples} examples: all pass.`,
    packTested: (name: string, inUse: number, faults: number) => `Pack "${name}": ${inUse} in use, ${faults} problems.`,
  },
);
