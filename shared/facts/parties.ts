/** The parties: who they are in the head, and every later place that names them. */
import type { Document } from '../document/model.ts';
import type { Party } from './facts.ts';
import { functionRolesIn, nameAt, natureOf, roleWords, shortRoleIn } from './party-names.ts';
import { factLines, spanIn } from './source.ts';
import type { Line } from './source.ts';

type Mention = Party['mentions'][number] & { role: string; aliases: readonly string[] };
type Person = Party['people'][number] & { role: string };

/** A role word with its bracket and colon: 甲方（采购人）： Groups: role, bracket. */
const roleHead = new RegExp(
  `(?<![\\u4e00-\\u9fff])(${roleWords})(?:名称|单位|全称|盖公?章|签章|公章|落款|印章)?\\s{0,6}((?:[（(][^（()）\\n]{1,24}[）)]\\s{0,6}){0,2})[:：]`,
  'gu',
);
const roleCell = new RegExp(`^\\s*(${roleWords})(?:名称|单位|全称)?\\s*((?:[（(][^（()）\\n]{1,24}[）)]\\s*)?)$`, 'u');
/** 某局（以下简称“甲方”）. Group: the role. */
const shortForm = new RegExp(`[（(](?:以下|下)?(?:统|均)?简?称(?:为)?\\s*[“"「]?(${roleWords})[”"」]?[）)]`, 'gu');
/** A line that is a role word alone, as signature blocks have them. */
const roleAlone = new RegExp(`^\\s*(${roleWords})\\s*(?:[（(][^（()）]{1,24}[）)])?\\s*$`, 'u');
const roleMark = /[方人商位者]/u;
const anyRole = new RegExp(`(${roleWords})`, 'gu');
const laterShort =
  /^[^:：。；]{0,60}?简称(?:为)?[:：]?[“"「]?([甲乙丙丁戊]方)|^[^:：。；（(]{0,40}[（(]([甲乙丙丁戊]方)[）)]/u;
const account =
  /(?:户\s{0,4}名|(?:账户|帐户)(?:名称?|全称)|开户(?:名称?|单位)|收款(?:单位|人|方)(?:名称|全称)?|(?<=[账帐]户\s?[:：]\s?)(?:单位)?名称)(?:（[^）]{0,8}）|\([^)]{0,8}\))?\s*(?:([:：])|为|是|(?=[\u4e00-\u9fff]))/gu;
/** 乙方账户, 出租人指定的收款: the role that an account's label belongs to. */
const accountOwner = new RegExp(
  `(${roleWords})(?:的|之|指定|下列|以下|如下|上述|银行|对公|收款|开户|结算|专用){0,4}(?:账户|帐户|账号|信息)?[^，。；\\n]{0,6}$`,
  'u',
);
const paidTo = new RegExp(`(?:向|给|至|到|入|予)(${roleWords})`, 'gu');
/** After a role, to the end of its clause: it is the one who pays. */
const itPays = /^[^，。；:\n]{0,30}(?:付|汇|转账|划|拨)/u;
const person = new RegExp(
  `(${roleWords})?\\s*(法定代表人|法人代表|负责人|主要负责人|委托代理人|授权代表|授权代理人|代理人|经办人|代表人|签约代表|签字代表|经手人|代表)\\s*(?:[（(][^（()）]{1,16}[）)]\\s*){0,2}[:：]`,
  'gu',
);
const sealed = /盖章|签章|公章|落款|签字|签名|印章|印鉴|（章）|\(章\)/u;
const annexHead = /^\s*附\s?[件录]\s?[一二三四五六七八九十\d]{0,3}(?:[\s:：].{0,30})?$/u;

export function readParties(document: Document): Party[] {
  const lines = factLines(document);
  const mentions: Mention[] = [];
  const people: Person[] = [];
  let place: Mention['place'] = 'head';
  let roles: string[] = [];
  for (const [index, line] of lines.entries()) {
    place = nextPlace(place, line.text, index, lines.length);
    const named = mentionsIn(line, lines[index + 1], place);
    mentions.push(...named);
    const heads = headsIn(line.text);
    if (heads.length > 0) roles = heads;
    people.push(...peopleIn(line, roles));
    mentions.push(...accountsIn(line, [...mentions.map(({ role }) => role), ...roles]));
  }
  return gather(mentions, people);
}

function nextPlace(place: Mention['place'], text: string, index: number, total: number): Mention['place'] {
  if (place !== 'annex' && index > total / 3 && annexHead.test(text)) return 'annex';
  if (place === 'head' && /^\s*(?:第[一1]条|[一1][、.．]|第一章|第一部分)/u.test(text)) return 'body';
  if (place === 'body' && /以下无正文|本页无正文|签署页|签字页/u.test(text)) return 'signature';
  return place;
}

/** The roles a line puts forward, in order. */
function headsIn(text: string): string[] {
  if (!roleMark.test(text)) return [];
  if (!/[:：]/u.test(text)) {
    const alone = roleAlone.exec(text);
    return alone?.[1] ? [canonical(alone[1], text).role] : [];
  }
  return [...text.matchAll(roleHead)].map((match) => canonical(match[1] ?? '', match[2] ?? '').role);
}

/** 甲方 where one is given beside a function word; the function words become aliases. */
function canonical(word: string, bracket: string): { role: string; aliases: string[] } {
  const role = shortRoleIn(word) ?? shortRoleIn(bracket) ?? word;
  const aliases = [...functionRolesIn(word), ...functionRolesIn(bracket)].filter((alias) => alias !== role);
  return { role, aliases: [...new Set(aliases)] };
}

function mentionsIn({ paragraph, text }: Line, next: Line | undefined, place: Mention['place']): Mention[] {
  const found: Mention[] = [];
  const here = place !== 'annex' && place !== 'head' && sealed.test(text) ? 'signature' : place;
  for (const match of roleMark.test(text) && /[:：]/u.test(text) ? text.matchAll(roleHead) : []) {
    const after = match.index + match[0].length;
    // 出租方：某局（简称：甲方）, 建设单位：某局，以下简称甲方
    const later = laterShort.exec(text.slice(after, after + 80));

    const bracket = `${match[2] ?? ''}${later?.[1] ?? later?.[2] ?? ''}`;
    const { role, aliases } = canonical(match[1] ?? '', bracket);
    const { name, skip } = nameAt(text.slice(after, after + 140));
    const where = place !== 'annex' && sealed.test(bracket) ? 'signature' : here;
    const at =
      name === ''
        ? spanIn(paragraph.id, match.index, match.index + (match[1]?.length ?? 0))
        : spanIn(paragraph.id, after + skip, after + skip + name.length);
    found.push({ role, aliases, name: name === '' ? '' : paragraph.text.slice(at.from, at.to), at, place: where });
  }
  for (const match of text.includes('称') ? text.matchAll(shortForm) : []) {
    const before = text.slice(Math.max(0, match.index - 50), match.index);
    const start = Math.max(...[...'，。；：、:,;\n\t '].map((mark) => before.lastIndexOf(mark))) + 1;
    const raw = before.slice(start).replace(/^(?:由|与|和|及|兹有|兹由|现由|经|根据|依据)/u, '');
    const { name } = nameAt(raw);
    if (name === '' || name.length !== raw.length || functionRolesIn(raw).includes(raw)) continue;
    const from = match.index - raw.length;
    const role = match[1] ?? '';
    found.push({
      role,
      aliases: [],
      name: paragraph.text.slice(from, match.index),
      at: spanIn(paragraph.id, from, match.index),
      place,
    });
  }
  const cell = paragraph.region.kind === 'cell' && next?.paragraph.region.kind === 'cell' ? roleCell.exec(text) : null;
  if (cell && next && sameRow(paragraph.region, next.paragraph.region)) {
    const { name, skip } = nameAt(next.text);
    const { role, aliases } = canonical(cell[1] ?? '', cell[2] ?? '');
    if (name !== '') {
      const at = spanIn(next.paragraph.id, skip, skip + name.length);
      found.push({ role, aliases, name: next.paragraph.text.slice(at.from, at.to), at, place });
    }
  }
  return found;
}

function sameRow(one: Line['paragraph']['region'], other: Line['paragraph']['region']): boolean {
  return (
    one.kind === 'cell' &&
    other.kind === 'cell' &&
    one.table === other.table &&
    one.row === other.row &&
    one.column < other.column
  );
}

/** Two columns in one line (甲方…乙方…) give their people in the same order in the lines below. */
function peopleIn({ paragraph, text }: Line, roles: readonly string[]): Person[] {
  if (!/[人表][^\n]{0,40}[:：]/u.test(text)) return [];
  const matches = [...text.matchAll(person)];
  return matches.flatMap((match, index) => {
    const after = match.index + match[0].length;
    const { name: written, skip } = nameAt(text.slice(after, after + 60));
    const name = written.replace(/[（(].*$/u, '').trimEnd();
    if (name === '' || !/^[\u4e00-\u9fff·]{2,8}$/u.test(name)) return [];
    const earlier = text.slice(Math.max(0, match.index - 300), match.index);
    const own = match[1] ?? [...earlier.matchAll(roleHead)].at(-1)?.[1];
    const role = own ?? (roles.length > 1 && roles.length === matches.length ? roles[index] : roles.at(-1));
    if (!role) return [];
    const at = spanIn(paragraph.id, after + skip, after + skip + name.length);
    return [{ role, title: match[2] ?? '', name: paragraph.text.slice(at.from, at.to), at }];
  });
}

/** The names that accounts stand under, a table's row read as one line. `roles` in the order they were put forward. */
function accountsIn({ paragraph, text: own, lead }: Line, roles: readonly string[]): Mention[] {
  const text = `${lead}${own}`;
  if (!/[户款]/u.test(text)) return [];
  return [...text.matchAll(account)].flatMap((match) => {
    const after = match.index + match[0].length;
    const { name, skip } = nameAt(text.slice(after, after + 100));
    const from = after + skip - lead.length;
    const near = payeeOf(text.slice(Math.max(0, match.index - 300), match.index), roles);
    // 户名与…一致: without a colon only what reads as a name is one.
    const loose = match[1] === undefined && natureOf(name) === 'unknown';
    if (name === '' || !near || from < 0 || loose) return [];
    const at = spanIn(paragraph.id, from, from + name.length);
    return [{ role: near, aliases: [], name: paragraph.text.slice(at.from, at.to), at, place: 'account' as const }];
  });
}

/** Whose account it is: named beside it, paid to, spoken of last, or put forward last; never the one who pays. */
function payeeOf(before: string, roles: readonly string[]): string | undefined {
  const owner = accountOwner.exec(before)?.[1] ?? [...before.matchAll(paidTo)].at(-1)?.[1];
  if (owner) return owner;
  const spoken = [...before.matchAll(anyRole)];
  const pays = new Set(
    spoken.flatMap((match) =>
      itPays.test(before.slice(match.index + match[0].length)) && match[1] !== undefined ? [match[1]] : [],
    ),
  );
  const others = [...roles, ...spoken.map((match) => match[1] ?? '')].filter((role) => !pays.has(role));
  return others.at(-1);
}

function gather(mentions: readonly Mention[], people: readonly Person[]): Party[] {
  const aliasOf = new Map<string, string>();
  for (const mention of mentions) for (const alias of mention.aliases) aliasOf.set(alias, mention.role);
  const roleOf = (role: string): string => aliasOf.get(role) ?? role;
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const role = roleOf(mention.role);
    groups.set(role, [...(groups.get(role) ?? []), mention]);
  }
  // 甲方委托代理人：… names a party even where no line introduces it.
  for (const { role: acted, at } of people) {
    const role = roleOf(acted);
    if (!groups.has(role)) groups.set(role, [{ role, aliases: [], name: '', at, place: 'body' }]);
  }
  return [...groups].flatMap(([role, all]) => {
    const head =
      all.find((mention) => mention.place !== 'account' && mention.name !== '') ??
      all.find((mention) => mention.place !== 'account');
    if (!head) return [];
    return [
      {
        role,
        name: head.name,
        at: head.at,
        aliases: [...new Set(all.flatMap((mention) => mention.aliases))],
        nature: natureOf(head.name),
        people: people.filter((one) => roleOf(one.role) === role).map(({ title, name, at }) => ({ title, name, at })),
        mentions: all
          .filter((mention) => mention !== head && mention.name !== '')
          .map(({ name, at, place }) => ({ name, at, place })),
      },
    ];
  });
}
