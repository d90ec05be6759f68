import type { Basis } from '../../shared/rules/rule.ts';
import { basisName } from '../reader/findings.ts';
import { useUi } from '../store.ts';
import { useWords } from '../useWords.ts';

/** A basis as cited; pressed, it opens the article beside what is being read. */
export function BasisButton({ basis }: Readonly<{ basis: Basis }>): React.JSX.Element {
  const { reader } = useWords();
  const name = basisName(basis);
  return (
    <button
      type="button"
      className="plain law"
      title={basis.note}
      aria-label={reader.openArticle(name)}
      onClick={(event) => {
        event.stopPropagation();
        useUi.setState({ article: basis });
      }}
    >
      {name}
    </button>
  );
}
