import { useEffect, useState } from 'react';

/** The value once it has stood still for `ms` milliseconds: typing never waits for what depends on it. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
