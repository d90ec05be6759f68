import { describe, expect, test } from 'vitest';
import { words } from '../shared/words/words.ts';
import { commandFor, declarations, keyLabel, keyOf, type CommandId } from './commands.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('the table of commands', () => {
  test('names every command once, and every name has a command', () => {
    const ids = declarations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(Object.keys(words.zh.desk.commands).sort());
  });

  test('gives no key to two commands that can meet', () => {
    const clashes = declarations.flatMap((one, at) =>
      declarations
        .slice(at + 1)
        .filter((other) => one.scope === other.scope || one.scope === 'anywhere' || other.scope === 'anywhere')
        .filter((other) => one.keys.some((key) => other.keys.includes(key)))
        .map((other) => [one.id, other.id]),
    );
    expect(clashes).toEqual([]);
  });
});

test.each([
  [{ ...plain, key: 'J' }, 'j'],
  [{ ...plain, key: '?', shiftKey: true }, '?'],
  [{ ...plain, key: 'k', ctrlKey: true }, 'Mod+k'],
  [{ ...plain, key: 'k', metaKey: true }, 'Mod+k'],
  [{ ...plain, key: 'E', ctrlKey: true, shiftKey: true }, 'Mod+Shift+e'],
  [{ ...plain, key: 'ArrowUp', altKey: true }, 'Alt+ArrowUp'],
  [{ ...plain, key: 'Tab', shiftKey: true }, 'Shift+Tab'],
] as const)('%o is %s', (press, name) => {
  expect(keyOf(press)).toBe(name);
});

test.each([
  ['Mod+Shift+e', 'Ctrl Shift E'],
  ['ArrowDown', '↓'],
  ['?', '?'],
] as const)('%s reads %s', (key, label) => {
  expect(keyLabel(key)).toBe(label);
});

test('a key reaches only commands that can run', () => {
  const register: ReadonlySet<CommandId> = new Set(['register.next', 'palette.open']);
  const review: ReadonlySet<CommandId> = new Set(['finding.next']);
  expect(commandFor({ ...plain, key: 'j' }, register)).toBe('register.next');
  expect(commandFor({ ...plain, key: 'j' }, review)).toBe('finding.next');
  expect(commandFor({ ...plain, key: 'k' }, review)).toBeNull();
  expect(commandFor({ ...plain, key: 'j', ctrlKey: true }, register)).toBeNull();
});
