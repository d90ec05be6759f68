/** The command line: its help, its complaints, its plain-text report. */
import { twins } from './twins.ts';

const helpZh = `用法：fashen <命令> [选项]

命令：
  review 文件…            审查 docx、pdf（有文字层）、txt、md
    --kind 文种           contract | normative | decision | enforcement | auto（默认 auto，自动识别）
    --stance 立场         a | b | neutral（默认按当事人识别，识别不出时为 neutral）
    --as-of 日期          以该日有效的法律为准，YYYY-MM-DD（默认今天）
    --together            多个文件作为一件：第一个为主文件，其余为附件
    --format 格式         text | json | sarif（默认 text）
    --opinion 输出.docx   写出审查意见书
    --annotated 输出.docx 写出带批注的原件（仅 docx）
    --author 姓名         批注作者（默认 法审）
    --fail-on 级别        high | medium | low | notice：有该级别或更高的风险时退出码为 1
    --rules 规则包.yaml   另加本单位的规则包，可写多次
    --replay 案件         按当时的规则和设定重做某案件（编号）最近一次审查（--library 资料库）
  rules list              列出规则
  rules explain 编号      说明一条规则：为何审查、依据、正例和反例
  rules test [规则包]     运行规则自带的例子：某个规则包，或全部内置规则
  rules stats             各条规则的命中、采纳、不采纳情况（--library 资料库）
  serve                   在本机浏览器中使用
    --port 端口           默认任选
    --library 文件夹      资料库位置
  --help                  显示本说明
  --version               显示版本

退出码：0 完成；1 达到 --fail-on；2 用法错误或文件无法读取；3 程序内部错误。`;

const helpEn = `Usage: fashen <command> [options]

Commands:
  review FILE…              review docx, pdf with text, txt, md
    --kind KIND             contract | normative | decision | enforcement | auto (default auto: recognised)
    --stance SIDE           a | b | neutral (default: read from the parties, neutral where unclear)
    --as-of DATE            law in force on that day, YYYY-MM-DD (default today)
    --together              several files as one matter: the first is the main document, the rest its annexes
    --format FORMAT         text | json | sarif (default text)
    --opinion OUT.docx      write the opinion paper
    --annotated OUT.docx    write the original with comments (docx only)
    --author NAME           author of the comments (default 法审)
    --fail-on LEVEL         high | medium | low | notice: exit 1 when a finding is at least that grave
    --rules PACK.yaml       use a pack of own rules as well; may be given several times
    --replay MATTER         repeat the latest review of a matter (number) under the rules of its day (--library DIR)
  rules list                list the rules
  rules explain ID          explain one rule: why, basis, hits and near misses
  rules test [PACK]       run the examples of a pack of own rules, or of all built-in rules
  rules stats             how each rule fared in a library (--library DIR)
  serve                     use it in a browser on this machine
    --port N                default: any free port
    --library DIR           where the library is
  --help                    show this text
  --version                 show the version

Exit codes: 0 done; 1 --fail-on met; 2 usage or unreadable input; 3 internal fault.`;

export const cli = twins(
  {
    help: helpZh,
    noCommand: '请给出命令。运行 fashen --help 查看用法。',
    unknownCommand: (name: string) => `没有“${name}”这个命令。运行 fashen --help 查看用法。`,
    unknownOption: (name: string) => `没有选项“${name}”。运行 fashen --help 查看用法。`,
    needsValue: (name: string) => `选项“${name}”需要一个值。运行 fashen --help 查看用法。`,
    badValue: (name: string, value: string, allowed: string) => `选项“${name}”的值“${value}”无效，可用：${allowed}。`,
    noFiles: '请给出要审查的文件。',
    oneFileOnly: (option: string) => `“${option}”一次只能用于一个文件。请逐个文件运行。`,
    docxOnly: '“--annotated”只能用于 docx 文件。',
    sameFile: (option: string) => `“${option}”不能覆盖送审的原件。请换一个输出文件名。`,
    sameOutput: '“--opinion”和“--annotated”不能写到同一个文件。请用两个文件名。',
    takesNoValue: (name: string) => `选项“${name}”后面不能带值。运行 fashen --help 查看用法。`,
    rulesUsage: '“rules”后面请写“list”“explain 编号”“test [规则包]”或“stats”。运行 fashen --help 查看用法。',
    answerLost: '审查结果没有写完，请检查磁盘空间后重试。',
    notFound: (name: string) => `找不到文件“${name}”。请检查路径。`,
    notAFile: (name: string) => `“${name}”不是文件。请给出具体文件。`,
    notAllowed: (name: string) => `没有读取“${name}”的权限。`,
    cannotRead: (name: string) => `无法读取“${name}”。请检查磁盘和权限。`,
    cannotWrite: (name: string) => `无法写入“${name}”，未保存。请检查文件夹、磁盘空间和权限。`,
    noRule: (id: string) => `没有编号为“${id}”的规则。运行 fashen rules list 查看全部。`,
    internal: '程序内部错误，审查没有完成。请重试；若再次出现，请联系维护人员。',
    ruleFault: (rule: string) => `规则 ${rule} 运行失败，其余规则照常。`,
    whole: '全文',
    page: (page: number) => `第 ${page} 页`,
    counts: (high: number, medium: number, low: number, notice: number) => `▲${high} ◆${medium} ●${low} ○${notice}`,
    nothing: '未发现规则可见的风险。',
    advice: '建议',
    basis: '依据',
    why: '为何审查',
    appliesTo: '适用文种',
    hits: '正例（应命中）',
    nearMisses: '近似反例（不应命中）',
    trap: '容易误判',
    setting: '可调设定',
    stats: {
      rule: '规则',
      shown: '命中',
      adopted: '采纳',
      dismissed: '不采',
      silenced: '静默',
      scope: { matter: '本案件', counterparty: '同一相对方' },
      unused: (rule: string, scope: string, by: string, day: string) =>
        `未起作用的静默：${rule}（${scope}，${by}，${day}）`,
    },
    replay: {
      same: '与记录一致：结论逐字节相同。',
      noMatter: (name: string) => `资料库中没有编号为“${name}”的案件。`,
      noReview: (name: string) => `案件“${name}”还没有审查记录。`,
      noOriginal: (name: string) => `资料库中找不到原件“${name}”。请从备份恢复该文件。`,
      changed: {
        importer: '已不同：读取程序的版本。',
        ruleset: '已不同：内置规则或其版本。',
        suppressions: '已不同：静默设置。',
        findings: '已不同：审查结果。',
      },
    },
    written: (name: string) => `已写出 ${name}`,
  },
  {
    help: helpEn,
    noCommand: 'Name a command. Run fashen --help for the usage.',
    unknownCommand: (name: string) => `There is no command "${name}". Run fashen --help for the usage.`,
    unknownOption: (name: string) => `There is no option "${name}". Run fashen --help for the usage.`,
    needsValue: (name: string) => `The option "${name}" needs a value. Run fashen --help for the usage.`,
    badValue: (name: string, value: string, allowed: string) =>
      `The value "${value}" of "${name}" is not one of: ${allowed}.`,
    noFiles: 'Name the files to review.',
    oneFileOnly: (option: string) => `"${option}" takes one file at a time. Run it file by file.`,
    docxOnly: '"--annotated" works on docx files only.',
    sameFile: (option: string) => `"${option}" must not overwrite the submitted original. Choose another name.`,
    sameOutput: '"--opinion" and "--annotated" cannot go to one file. Give them two names.',
    takesNoValue: (name: string) => `The option "${name}" takes no value. Run fashen --help for the usage.`,
    rulesUsage:
      'Say "rules list", "rules explain ID", "rules test [PACK]" or "rules stats". Run fashen --help for the usage.',
    answerLost: 'The answer was not written in full. Check the space on the disk and try again.',
    notFound: (name: string) => `There is no file "${name}". Check the path.`,
    notAFile: (name: string) => `"${name}" is not a file. Name a file.`,
    notAllowed: (name: string) => `You may not read "${name}".`,
    cannotRead: (name: string) => `"${name}" cannot be read. Check the disk and your rights.`,
    cannotWrite: (name: string) =>
      `"${name}" could not be written and was not saved. Check the folder, the space on the disk and your rights.`,
    noRule: (id: string) => `There is no rule "${id}". Run fashen rules list to see them all.`,
    internal: 'An internal fault: the review was not finished. Try again; if it happens again, report it.',
    ruleFault: (rule: string) => `The rule ${rule} failed; the others ran.`,
    whole: 'whole document',
    page: (page: number) => `page ${page}`,
    counts: (high: number, medium: number, low: number, notice: number) => `▲${high} ◆${medium} ●${low} ○${notice}`,
    nothing: 'No risk that the rules can see.',
    advice: 'Advice',
    basis: 'Basis',
    why: 'Why',
    appliesTo: 'Applies to',
    hits: 'Hits',
    nearMisses: 'Near misses',
    trap: 'Innocent',
    setting: 'Setting',
    stats: {
      rule: 'Rule',
      shown: ' Shown',
      adopted: 'Adopt.',
      dismissed: 'Dism.',
      silenced: 'Silent',
      scope: { matter: 'this matter', counterparty: 'this counterparty' },
      unused: (rule: string, scope: string, by: string, day: string) =>
        `Silences nothing: ${rule} (${scope}, ${by}, ${day})`,
    },
    replay: {
      same: 'As recorded: the findings are the same to the byte.',
      noMatter: (name: string) => `The library has no matter numbered "${name}".`,
      noReview: (name: string) => `Matter "${name}" has no recorded review.`,
      noOriginal: (name: string) => `The original "${name}" is missing from the library. Restore it from a backup.`,
      changed: {
        importer: 'Changed: the version of the reader.',
        ruleset: 'Changed: the built-in rules.',
        suppressions: 'Changed: what is silenced.',
        findings: 'Changed: the findings.',
      },
    },
    written: (name: string) => `Wrote ${name}`,
  },
);
