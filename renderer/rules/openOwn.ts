/** Opens an own rule for editing, as its pack has it, sound or not. */
import { ruleTextIn } from '../../shared/rules/own/write.ts';
import { errorOf, type Desk } from '../queries.ts';
import { notifyError, useUi } from '../store.ts';
import { startEditing } from './writing.ts';

export async function openOwn({ client }: Desk, pack: string, id: string): Promise<void> {
  try {
    const { text } = await client.call('packs.export', { name: pack });
    const rule = ruleTextIn(text, id);
    if (rule === null) return;
    startEditing(pack, id, rule);
    useUi.setState({ rulesTab: 'rules' });
  } catch (fault) {
    notifyError(errorOf(fault));
  }
}
