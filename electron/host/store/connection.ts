/** One SQLite connection as promises, refusing values that SQLite would quietly turn into others. */
import sqlite3 from 'sqlite3';

export type Value = null | string | number | Uint8Array;
export type Row = Readonly<Record<string, Value>>;

export type Connection = Readonly<{
  all: (sql: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** Answers how many rows changed. */
  run: (sql: string, values?: readonly unknown[]) => Promise<number>;
  /** Makes a statement that is running end with SQLITE_INTERRUPT. */
  interrupt: () => void;
  close: () => Promise<void>;
}>;

/** Opens a database file, creating it when absent. */
export async function connect(file: string): Promise<Connection> {
  const database = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new sqlite3.Database(
      file,
      sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE | sqlite3.OPEN_FULLMUTEX,
      (error) => (error ? reject(error) : resolve(opened)),
    );
  });
  return {
    all: async (sql, values = []) => {
      const checked = values.map(checkedValue);
      return new Promise((resolve, reject) => {
        database.all<Row>(sql, checked, (error, rows) => (error ? reject(error) : resolve(rows)));
      });
    },
    run: async (sql, values = []) => {
      const checked = values.map(checkedValue);
      return new Promise((resolve, reject) => {
        database.run(sql, checked, function done(error) {
          if (error) reject(error);
          else resolve(this.changes);
        });
      });
    },
    interrupt: () => database.interrupt(),
    close: () =>
      new Promise((resolve, reject) => {
        database.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}

/** sqlite3 stores a bigint and undefined as NULL, NaN as NULL, and rounds unsafe integers. */
export function checkedValue(value: unknown): Value {
  if (value === null || typeof value === 'string' || value instanceof Uint8Array) return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('A number to be stored is not finite');
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      throw new TypeError('An integer to be stored is beyond the safe range');
    }
    return value;
  }
  throw new TypeError(`A value of type ${typeof value} cannot be stored`);
}

/** The code of an SQLite error such as `SQLITE_FULL`; null for any other error. */
export function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : null;
}
