/** Who takes files that are dropped on the window: the register, unless a screen that is open wants them. */
import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { NamedFile } from './register/files.ts';

type Taker = Readonly<{ what: 'packs' | 'laws'; take: (files: readonly NamedFile[]) => void }>;

export const useDrops = create<Readonly<{ taker: Taker | null }>>(() => ({ taker: null }));

/** Takes drops while the component is mounted. */
export function useDropTaker(what: Taker['what'], take: Taker['take']): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    useDrops.setState({ taker: { what, take: (files) => latest.current(files) } });
    return () => useDrops.setState({ taker: null });
  }, [what]);
}
