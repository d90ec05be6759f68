import { Input, Modal } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { assertNever } from '../../shared/document/model.ts';
import { declarations, run, useAvailable } from '../commands.ts';
import { useRegister } from '../queries.ts';
import { openMatter, useUi } from '../store.ts';
import { Kbd } from '../ui/small.tsx';
import { useWords } from '../useWords.ts';
import { offersFor, type Offer } from './palette.ts';

export function Palette(): React.JSX.Element | null {
  const open = useUi((ui) => ui.palette);
  const words = useWords();
  return (
    <Modal
      open={open}
      footer={null}
      closable={false}
      destroyOnHidden
      width={560}
      className="palette"
      title={<span className="visually-hidden">{words.desk.palette.title}</span>}
      onCancel={close}
    >
      <Search />
    </Modal>
  );
}

function Search(): React.JSX.Element {
  const words = useWords();
  const rows = useRegister().data ?? [];
  const can = useAvailable();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const offers = offersFor(query, rows, can, words.desk.commands);
  const at = Math.min(chosen, offers.length - 1);
  useEffect(() => {
    void list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const press = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || offers.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setChosen((at + step + offers.length) % offers.length);
    const offer = offers[at];
    if (event.key === 'Enter' && offer) take(offer);
    if (step || event.key === 'Enter') event.preventDefault();
  };
  return (
    <>
      <Input
        autoFocus
        variant="borderless"
        value={query}
        placeholder={words.desk.palette.placeholder}
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={offers.length > 0 ? `${id}-${at}` : undefined}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={press}
      />
      <ul ref={list} id={id} className="palette-list" role="listbox" aria-label={words.desk.palette.title}>
        {offers.map((offer, index) => (
          <li
            key={offer.kind === 'matter' ? offer.row.id : offer.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseMove={() => setChosen(index)}
            onClick={() => take(offer)}
          >
            <OfferLine offer={offer} />
          </li>
        ))}
      </ul>
      {offers.length === 0 ? <p className="palette-none">{words.desk.palette.none}</p> : null}
    </>
  );
}

function OfferLine({ offer }: Readonly<{ offer: Offer }>): React.JSX.Element {
  if (offer.kind === 'matter') {
    return (
      <>
        <span className="dim">{offer.row.number}</span>
        <span className="clip">{offer.row.title}</span>
        <span className="dim clip">{offer.row.unit}</span>
      </>
    );
  }
  const key = declarations.find(({ id }) => id === offer.id)?.keys[0];
  return (
    <>
      <span className="clip">{offer.label}</span>
      {key ? <Kbd name={key} /> : null}
    </>
  );
}

function take(offer: Offer): void {
  close();
  switch (offer.kind) {
    case 'matter':
      openMatter(offer.row.id);
      return;
    case 'command':
      run(offer.id);
      return;
    default:
      assertNever(offer);
  }
}

function close(): void {
  useUi.setState({ palette: false });
}
