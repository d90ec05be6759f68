import { Button } from 'antd';
import { show } from '../store.ts';
import { useWords } from '../useWords.ts';
import { EmptyState } from './small.tsx';

/** What a screen of one matter says while none is open. */
export function NoMatter(): React.JSX.Element {
  const { states, actions } = useWords().desk;
  return (
    <EmptyState action={<Button onClick={() => show('register')}>{actions.toRegister}</Button>}>
      {states.noMatter}
    </EmptyState>
  );
}
