import { EmptyState } from '../ui/small.tsx';
import { useWords } from '../useWords.ts';

export function OpinionScreen({ matter: _matter }: Readonly<{ matter: string | null }>): React.JSX.Element {
  return <EmptyState>{useWords().desk.states.noMatter}</EmptyState>;
}
