/**
 * Kysely on the `sqlite3` package. Kysely's own SqliteDialect expects another package's interface
 * and answers no rows on this one without complaint.
 *
 * One connection a dialect; whoever asks for it waits in line.
 */
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely';
import type { Connection } from './connection.ts';

/** Writers begin `immediate`: a transaction that starts by reading cannot be sure to write later. */
export type Begin = 'begin' | 'begin immediate';

export function sqliteDialect(connection: Connection, begin: Begin): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driver(connection, begin),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function driver(connection: Connection, begin: Begin): Driver {
  const line = waitingLine();
  const wrapped: DatabaseConnection = {
    executeQuery: (query) => execute(connection, query),
    streamQuery: () => {
      throw new Error('Streaming is not supported');
    },
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => {
      await line.enter();
      return wrapped;
    },
    releaseConnection: async () => line.leave(),
    beginTransaction: async () => {
      await connection.run(begin).catch(async (error: unknown) => {
        // A rollback that failed earlier left its transaction open.
        if (!/within a transaction/u.test(String(error))) throw error;
        await connection.run('rollback');
        await connection.run(begin);
      });
    },
    commitTransaction: async () => void (await connection.run('commit')),
    // After a full disk SQLite has rolled back by itself and this answers an error: the first
    // error is the one to tell, and `beginTransaction` clears what may be left.
    rollbackTransaction: async () => void (await connection.run('rollback').catch(() => 0)),
    destroy: () => connection.close(),
  };
}

async function execute<R>(connection: Connection, query: CompiledQuery): Promise<QueryResult<R>> {
  const node = query.query;
  const changes = node.kind === 'InsertQueryNode' || node.kind === 'UpdateQueryNode' || node.kind === 'DeleteQueryNode';
  if (changes && !node.returning) {
    return { rows: [], numAffectedRows: BigInt(await connection.run(query.sql, query.parameters)) };
  }
  return { rows: (await connection.all(query.sql, query.parameters)) as R[] };
}

/** First come, first served. */
function waitingLine(): Readonly<{ enter: () => Promise<void>; leave: () => void }> {
  const waiting: (() => void)[] = [];
  let taken = false;
  return {
    enter: () => {
      if (taken) return new Promise((resolve) => waiting.push(resolve));
      taken = true;
      return Promise.resolve();
    },
    leave: () => {
      const next = waiting.shift();
      if (next) next();
      else taken = false;
    },
  };
}
