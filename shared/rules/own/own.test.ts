import { describe, expect, it } from 'vitest';
import { exampleInput } from '../prove.ts';
import { review } from '../run.ts';
import { packSchema } from './format.ts';
import { readPack } from './pack.ts';
import type { PackRead } from './pack.ts';

const pack = (rules: string, head = 'format: 1\nname: 青麓区规则\nversion: "1"\nauthor: 王芳\n'): PackRead =>
  readPack(`${head}rules:\n${rules}`);

const rule = (check: string, hits: string, nearMisses: string, more = ''): string =>
  [
    '  - id: own-one',
    '    title: 自有规则',
    '    severity: medium',
    '    nature: risk',
    '    kinds: [contract]',
    '    why: 本单位多次因此发生争议。',
    '    advice: 按本单位示范文本修改。',
    ...(more ? [`    ${more}`] : []),
    `    check: ${check}`,
    `    hits: ${hits}`,
    `    nearMisses: ${nearMisses}`,
  ].join('\n');

type Read = Extract<PackRead, { kind: 'read' }>;

function read(rules: string): Read {
  const answer = pack(rules);
  if (answer.kind !== 'read') throw new Error(JSON.stringify(answer));
  return answer;
}

/** What the first rule of a pack says of a text: the marked words and the message. */
function said(answer: Read, text: string): [string | null, string][] {
  const own = answer.rules[0];
  if (!own) throw new Error(JSON.stringify(answer.faults));
  const { findings, faults } = review(exampleInput(own, { text }), [own]);
  expect(faults).toEqual([]);
  return findings.map(({ quote, message }) => [quote, message]);
}

describe('own rules', () => {
  it.each([
    [
      'words that should not stand',
      rule(
        '{kind: phrase, find: [另行收费, "/加收.{0,6}费/"], negatable: true}',
        '[乙方可以另行收费。]',
        '[乙方不得另行收费。]',
      ),
      '培训结束后乙方加收资料费。',
      '加收资料费',
      '写有“加收资料费”。',
    ],
    [
      'words without what belongs to them',
      rule(
        '{kind: absence, find: [驻场人员], lacks: [名单, 简历], within: paragraph}',
        '[乙方派驻场人员两名。]',
        '[乙方派驻场人员两名。人员名单见附件。]',
      ),
      '乙方应当派出驻场人员。',
      '驻场人员',
      '写有“驻场人员”，没有“名单”。',
    ],
    [
      'words near each other',
      rule(
        '{kind: near, first: [逾期], second: [自动终止], distance: 10, order: first-second}',
        '[逾期三日的，合同自动终止。]',
        '[合同自动终止后，逾期款项仍应支付。]',
        'message: 逾期即终止：{quote}',
      ),
      '第九条 逾期付款的自动终止。',
      '逾期付款的自动终止',
      '逾期即终止：逾期付款的自动终止',
    ],
    [
      'a number beyond its limit',
      rule(
        '{kind: limit, of: percentage, called: [预付款], moreThan: 30%}',
        '[预付款为合同价的50%。]',
        '[预付款为合同价的30%，尾款70%。]',
      ),
      '签约后支付百分之四十作为预付款。',
      '百分之四十',
      '百分之四十，超过30%。',
    ],
    [
      'a length of time below its limit',
      rule('{kind: limit, of: duration, called: [质保期], lessThan: 2年}', '[质保期为12个月。]', '[质保期为三年。]'),
      '本项目质保期一年。',
      '一年',
      '一年，低于2年。',
    ],
    [
      'steps in the wrong order',
      rule(
        '{kind: sequence, earlier: ["/公示.{0,4}届满/"], later: [签订]}',
        '[2026年5月9日公示期届满。2026年5月1日双方签订合同。]',
        '[2026年5月1日公示期届满。2026年5月9日双方签订合同。]',
      ),
      '2026年4月1日签订本合同，2026年4月3日公示期届满。',
      '2026年4月3日',
      '',
    ],
    [
      'values that differ',
      rule(
        '{kind: consistency, of: amount, called: [履约保证金]}',
        '[履约保证金5万元。履约保证金8万元。]',
        '["履约保证金5万元。履约保证金￥50,000元。"]',
      ),
      '履约保证金为3万元。\n乙方交纳履约保证金4万元。',
      '4万元',
      '前文为3万元，此处为4万元，两处不一致。',
    ],
    [
      'a clause that is lacking',
      rule(
        '{kind: required, present: [廉洁], needed: [采购]}',
        '[采购电脑十台。]',
        '[采购电脑十台。双方遵守廉洁条款。]',
      ),
      '采购复印纸。',
      null,
      '没有关于“廉洁”的内容。',
    ],
  ])('find %s', (_, rules, text, quote, message) => {
    const found = said(read(rules), text);
    expect(found.map(([marked]) => marked)).toEqual([quote]);
    if (message) expect(found[0]?.[1]).toBe(message);
  });

  it('cite the pack where they name no law', () => {
    expect(read(rule('{kind: phrase, find: [甲]}', '[甲]', '[乙]')).rules[0]?.basis).toEqual([
      { law: '青麓区规则', article: null, note: '王芳，1' },
    ]);
  });
});

describe('a broken rule is named, and the rest work', () => {
  const good = rule('{kind: phrase, find: [甲方承担一切]}', '[甲方承担一切费用。]', '[乙方承担费用。]').replace(
    'own-one',
    'own-good',
  );

  it.each([
    [
      'a pattern that is none',
      rule('{kind: phrase, find: ["/(甲/"]}', '[甲]', '[乙]'),
      { kind: 'pattern', source: '(甲' },
    ],
    [
      'look-ahead, which is not linear',
      rule('{kind: phrase, find: ["/甲(?=乙)/"]}', '[甲乙]', '[乙]'),
      { kind: 'pattern' },
    ],
    [
      'a pattern that matches nothing at all',
      rule('{kind: phrase, find: ["/甲*/"]}', '[甲]', '[乙]'),
      { kind: 'pattern' },
    ],
    [
      'a bound that is no number',
      rule('{kind: limit, of: amount, called: [价], moreThan: 很多}', '[价5元]', '[价1元]'),
      { kind: 'bound', written: '很多' },
    ],
    [
      'two bounds',
      rule('{kind: limit, of: amount, called: [价], moreThan: 5元, lessThan: 9元}', '[价5元]', '[价1元]'),
      { kind: 'shape' },
    ],
    ['a hit that is missed', rule('{kind: phrase, find: [甲]}', '[乙]', '[丙]'), { kind: 'hit-missed', text: '乙' }],
    [
      'a near miss that is found',
      rule('{kind: phrase, find: [甲]}', '[甲]', '[甲乙]'),
      { kind: 'near-miss-found', text: '甲乙' },
    ],
    ['no near miss', rule('{kind: phrase, find: [甲]}', '[甲]', '[]'), { kind: 'shape', path: 'nearMisses' }],
    ['an unknown key', rule('{kind: phrase, find: [甲], run: code}', '[甲]', '[乙]'), { kind: 'shape' }],
  ])('%s', (_, rules, fault) => {
    const answer = read(`${rules}\n${good}`);
    expect(answer.rules.map(({ id }) => id)).toEqual(['own-good']);
    expect(answer.faults).toEqual([expect.objectContaining({ rule: 'own-one', ...fault })]);
  });

  it('the same id twice', () => {
    const answer = read(`${good}\n${good}`);
    expect(answer.rules).toHaveLength(1);
    expect(answer.faults).toEqual([{ rule: 'own-good', kind: 'twice' }]);
  });

  it('a catastrophic pattern runs in linear time', () => {
    const answer = read(rule('{kind: phrase, find: ["/(甲+)+乙/"]}', '[甲甲乙]', '[甲甲丙]'));
    const text = `${'甲'.repeat(20_000)}丙`;
    expect(said(answer, text)).toEqual([]);
  });
});

describe('a pack that is none', () => {
  it.each([
    ['from a newer version', 'format: 2\nname: 新\n', { kind: 'newer', format: 2 }],
    ['not YAML', 'rules: [\n', { kind: 'not-yaml' }],
    ['without a name', 'format: 1\nversion: "1"\nauthor: 王\nrules: []\n', { kind: 'not-a-pack', path: 'name' }],
    ['a list', '- 1\n', { kind: 'not-a-pack' }],
    [
      'that unfolds without end',
      `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
        .split('')
        .map(
          (name, at) =>
            `${name}: &${name} [${Array(9)
              .fill(`*${'abcdefghi'[at] ?? 'a'}`)
              .join(', ')}]`,
        )
        .join('\n')}\n`,
      { kind: 'not-a-pack' },
    ],
  ])('%s is refused', (_, text, expected) => expect(readPack(text)).toMatchObject(expected));
});

it('has a schema for editors that names every check', () => {
  const text = JSON.stringify(packSchema());
  for (const kind of ['phrase', 'absence', 'near', 'required', 'limit', 'sequence', 'consistency']) {
    expect(text).toContain(`"const":"${kind}"`);
  }
});
