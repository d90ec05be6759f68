import { declarations, keyLabel, type CommandId } from '../commands.ts';
import { useWords } from '../useWords.ts';

/** "打开台账（Ctrl 1）": a command's name with its first key, for titles. */
export function useCommandKeys(): (id: CommandId) => string {
  const { desk } = useWords();
  return (id) => {
    const key = declarations.find((declaration) => declaration.id === id)?.keys[0];
    return key ? `${desk.commands[id]} (${keyLabel(key)})` : desk.commands[id];
  };
}
