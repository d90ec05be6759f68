/** `foldSetup(events)`: the office's rules as its events leave them. */
import type { RuleSetup } from '../rules/rulebook.ts';
import type { Event } from './events.ts';

/** A pack as it was brought in. */
export type InstalledPack = Readonly<{
  name: string;
  version: string;
  author: string;
  sha256: string;
  text: string;
  by: string;
  at: string;
}>;

export type SetupState = Readonly<{
  packs: readonly InstalledPack[];
  off: readonly string[];
  settings: Readonly<Record<string, number>>;
}>;

export const setupKinds = ['rules-packed', 'rules-unpacked', 'rule-switched', 'setting-set'] as const;

const empty: SetupState = { packs: [], off: [], settings: {} };

/** The setup after events of the library, in order of `seq`; other events change nothing. */
export function foldSetup(events: readonly Event[]): SetupState {
  return events.reduce(step, empty);
}

function step(state: SetupState, event: Event): SetupState {
  switch (event.kind) {
    case 'rules-packed': {
      const pack = { ...event.payload, by: event.actor, at: event.at };
      return { ...state, packs: [...state.packs.filter(({ name }) => name !== pack.name), pack] };
    }
    case 'rules-unpacked':
      return { ...state, packs: state.packs.filter(({ name }) => name !== event.payload.name) };
    case 'rule-switched': {
      const { rule, on } = event.payload;
      const others = state.off.filter((id) => id !== rule);
      return { ...state, off: on ? others : [...others, rule] };
    }
    case 'setting-set': {
      const { key, value } = event.payload;
      const { [key]: _, ...others } = state.settings;
      return { ...state, settings: value === null ? others : { ...others, [key]: value } };
    }
    default:
      return state;
  }
}

/** What the rules are told of it. */
export function ruleSetup({ packs, off, settings }: SetupState): RuleSetup {
  return { packs: packs.map(({ text }) => text), off, settings };
}
