import type { Session } from '../../shared/api/contract.ts';
import { errorOf, useRegister } from '../queries.ts';
import { openMatter } from '../store.ts';
import { Failed, Loading } from '../ui/small.tsx';
import { useWords } from '../useWords.ts';

export function RegisterScreen({ session: _session }: Readonly<{ session: Session }>): React.JSX.Element {
  const words = useWords();
  const register = useRegister();
  if (register.isPending) return <Loading>{words.desk.states.loadingRegister}</Loading>;
  if (register.isError) return <Failed error={errorOf(register.error)} retry={() => void register.refetch()} />;
  return (
    <ul>
      {register.data.map((row) => (
        <li key={row.id}>
          <button type="button" className="plain" onClick={() => openMatter(row.id)}>
            {row.number} {row.title}
          </button>
        </li>
      ))}
    </ul>
  );
}
