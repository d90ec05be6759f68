/**
 * Every command of the window once: its id is its key in `words.desk.commands`; keys, palette, help
 * and native menu derive from this table. A mounted component supplies what it runs (`useRunners`),
 * so a command exists exactly while something can run it.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Words } from '../shared/words/words.ts';
import type { Screen } from './route.ts';

export type CommandId = keyof Words['desk']['commands'];

export type Declaration = Readonly<{
  id: CommandId;
  /** Where it belongs in the keys help; two commands may share a key only on different screens. */
  scope: 'anywhere' | Screen;
  /** Canonical key names, the first one shown: see `keyOf`. */
  keys: readonly string[];
}>;

export const declarations: readonly Declaration[] = [
  { id: 'screen.register', scope: 'anywhere', keys: ['Mod+1'] },
  { id: 'screen.review', scope: 'anywhere', keys: ['Mod+2'] },
  { id: 'screen.opinion', scope: 'anywhere', keys: ['Mod+3'] },
  { id: 'screen.rules', scope: 'anywhere', keys: ['Mod+4'] },
  { id: 'palette.open', scope: 'anywhere', keys: ['Mod+k'] },
  { id: 'law.search', scope: 'anywhere', keys: ['Mod+l'] },
  { id: 'record.undo', scope: 'anywhere', keys: ['Mod+z'] },
  { id: 'keys.help', scope: 'anywhere', keys: ['?'] },
  { id: 'theme.switch', scope: 'anywhere', keys: [] },
  { id: 'language.switch', scope: 'anywhere', keys: [] },
  { id: 'register.next', scope: 'register', keys: ['j', 'ArrowDown'] },
  { id: 'register.previous', scope: 'register', keys: ['k', 'ArrowUp'] },
  { id: 'register.open', scope: 'register', keys: ['Enter'] },
  { id: 'register.opinion', scope: 'register', keys: ['o'] },
  { id: 'register.import', scope: 'register', keys: ['n'] },
  { id: 'register.paste', scope: 'register', keys: ['p'] },
  { id: 'register.search', scope: 'register', keys: ['/'] },
  { id: 'finding.next', scope: 'review', keys: ['j'] },
  { id: 'finding.previous', scope: 'review', keys: ['k'] },
  { id: 'finding.adopt', scope: 'review', keys: ['a'] },
  { id: 'finding.edit', scope: 'review', keys: ['e'] },
  { id: 'finding.dismiss', scope: 'review', keys: ['d'] },
  { id: 'comment.add', scope: 'review', keys: ['c'] },
  { id: 'suggest.toggle', scope: 'review', keys: ['s'] },
  { id: 'document.search', scope: 'review', keys: ['/', 'Mod+f'] },
  { id: 'opinion.next', scope: 'opinion', keys: ['j', 'ArrowDown'] },
  { id: 'opinion.previous', scope: 'opinion', keys: ['k', 'ArrowUp'] },
  { id: 'opinion.edit', scope: 'opinion', keys: ['e', 'Enter'] },
  { id: 'opinion.up', scope: 'opinion', keys: ['Alt+ArrowUp'] },
  { id: 'opinion.down', scope: 'opinion', keys: ['Alt+ArrowDown'] },
  { id: 'opinion.weight', scope: 'opinion', keys: ['w'] },
  { id: 'opinion.show', scope: 'opinion', keys: ['o'] },
  { id: 'opinion.remove', scope: 'opinion', keys: ['Delete'] },
  { id: 'opinion.add', scope: 'opinion', keys: ['n'] },
  { id: 'opinion.export', scope: 'opinion', keys: ['Mod+e'] },
  { id: 'opinion.annotated', scope: 'opinion', keys: ['Mod+Shift+e'] },
  { id: 'opinion.clean', scope: 'opinion', keys: ['Mod+Alt+e'] },
  { id: 'rule.next', scope: 'rules', keys: ['j', 'ArrowDown'] },
  { id: 'rule.previous', scope: 'rules', keys: ['k', 'ArrowUp'] },
  { id: 'rule.read', scope: 'rules', keys: ['Enter'] },
  { id: 'rule.search', scope: 'rules', keys: ['/'] },
  { id: 'rule.switch', scope: 'rules', keys: ['s'] },
  { id: 'rule.write', scope: 'rules', keys: ['n'] },
  { id: 'rule.edit', scope: 'rules', keys: ['e'] },
];

type KeyPress = Readonly<{ key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }>;

/** The canonical name of a key press: "Mod+Shift+e", "?", "ArrowDown". Shift counts only with a letter and Mod. */
export function keyOf(press: KeyPress): string {
  const letter = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const mod = press.ctrlKey || press.metaKey;
  const parts = [
    mod && 'Mod',
    press.altKey && 'Alt',
    press.shiftKey && (mod || press.key.length > 1) && 'Shift',
    letter,
  ];
  return parts.filter((part) => part !== false).join('+');
}

/** As a person reads it: "Ctrl Shift E", "↓". */
export function keyLabel(key: string): string {
  const names: Readonly<Record<string, string>> = {
    Mod: 'Ctrl',
    ArrowDown: '↓',
    ArrowUp: '↑',
    ArrowLeft: '←',
    ArrowRight: '→',
  };
  return key
    .split('+')
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
}

type Runner = () => void;
export type Runners = Readonly<Partial<Record<CommandId, Runner | null>>>;

/** What mounted components can run; the one mounted last wins. */
let mounted: readonly Readonly<{ current: Runners }>[] = [];
let available: ReadonlySet<CommandId> = new Set();
const listeners = new Set<() => void>();

function refresh(): void {
  const now = new Set(declarations.map(({ id }) => id).filter((id) => runnerOf(id) !== null));
  if (now.size === available.size && [...now].every((id) => available.has(id))) return;
  available = now;
  for (const listener of listeners) listener();
}

function runnerOf(id: CommandId): Runner | null {
  return mounted.findLast(({ current }) => current[id])?.current[id] ?? null;
}

/** Supplies what commands do while the component is mounted; null says: not now. */
export function useRunners(runners: Runners): void {
  const latest = useRef(runners);
  useEffect(() => {
    latest.current = runners;
    refresh();
  });
  useEffect(() => {
    mounted = [...mounted, latest];
    refresh();
    return () => {
      mounted = mounted.filter((other) => other !== latest);
      refresh();
    };
  }, []);
}

/** The commands that can be run at the moment. */
export function useAvailable(): ReadonlySet<CommandId> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => available,
  );
}

/** False when nothing mounted can run it; menu ids that are no command are ignored likewise. */
export function run(id: string): boolean {
  const declared = declarations.find((declaration) => declaration.id === id);
  const runner = declared ? runnerOf(declared.id) : null;
  runner?.();
  return runner !== null;
}

/** The declaration that a key press stands for, among those that can run. */
export function commandFor(press: KeyPress, can: ReadonlySet<CommandId>): CommandId | null {
  const key = keyOf(press);
  return declarations.find(({ id, keys }) => can.has(id) && keys.includes(key))?.id ?? null;
}

/** Turns key presses into commands, except where they are text or belong to a dialog. */
export function listenToKeys(): () => void {
  window.addEventListener('keydown', hear);
  return () => window.removeEventListener('keydown', hear);
}

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || !concernsCommands(event)) return;
  const id = commandFor(event, available);
  if (id && run(id)) event.preventDefault();
}

function concernsCommands(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('[role="dialog"], [role="listbox"], [role="menu"]')) return false;
  const typing = target?.closest('input, textarea, select, [contenteditable="true"]') ?? null;
  const key = keyOf(event);
  if (typing) return key.startsWith('Mod+') && key !== 'Mod+z';
  /* Enter and Space belong to the control in focus. */
  return !(target?.closest('button, a, summary, [role="button"]') && (event.key === 'Enter' || event.key === ' '));
}
