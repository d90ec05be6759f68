/** Facts as lines to show: what was read, and where. Pure. */
import type { Span } from '../../shared/document/model.ts';
import type { Facts } from '../../shared/facts/facts.ts';
import type { Words } from '../../shared/words/words.ts';
import { formatYuan } from '../format.ts';

export type FactLine = Readonly<{ text: string; note: string; warning: string | null; at: Span }>;
export type FactGroup = Readonly<{ name: keyof Words['reader']['facts']; lines: readonly FactLine[] }>;

export function factGroups(facts: Facts, words: Words['reader']): readonly FactGroup[] {
  const groups: readonly FactGroup[] = [
    {
      name: 'parties',
      lines: facts.parties.map(({ role, name, aliases, at }) =>
        line(name === '' ? words.blankParty : name, [role, ...aliases].join('、'), at),
      ),
    },
    {
      name: 'amounts',
      lines: facts.amounts.map(({ text, fen, label, faults, at }) =>
        line(
          text,
          [label ?? '', fen === null ? '' : `${formatYuan(fen)} 元`].filter(Boolean).join(' · '),
          at,
          faults.length > 0 ? words.capitalFault : null,
        ),
      ),
    },
    { name: 'percentages', lines: facts.percentages.map(({ text, percent, at }) => line(text, `${percent}%`, at)) },
    {
      name: 'dates',
      lines: facts.dates.map(({ text, iso, form, at }) =>
        line(
          text,
          iso ?? (form === 'blank' ? words.blankDate : ''),
          at,
          form === 'impossible' ? words.impossibleDate : null,
        ),
      ),
    },
    { name: 'durations', lines: facts.durations.map(({ text, at }) => line(text, '', at)) },
    { name: 'citations', lines: facts.citations.map(({ text, at }) => line(text, '', at)) },
    { name: 'references', lines: facts.references.map(({ text, at }) => line(text, '', at)) },
    { name: 'terms', lines: facts.terms.map(({ term, meaning, at }) => line(term, meaning, at)) },
  ];
  return groups;
}

function line(text: string, note: string, at: Span, warning: string | null = null): FactLine {
  return { text, note: note === text ? '' : note, warning, at };
}
