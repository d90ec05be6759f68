import { useEffect, useState } from 'react';
import { dayOf } from './format.ts';

/** The present day, `YYYY-MM-DD`; a window left open overnight moves on with it. */
export function useToday(): string {
  const [today, setToday] = useState(() => dayOf(new Date()));
  useEffect(() => {
    const timer = setInterval(() => setToday(dayOf(new Date())), 60_000);
    return () => clearInterval(timer);
  }, []);
  return today;
}
