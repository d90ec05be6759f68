/** Brings a database to the structure this program knows, one transaction a step. */
import { Failure } from '../../../shared/api/errors.ts';
import { sentence } from '../../../shared/words/words.ts';
import type { Connection } from './connection.ts';

export type Migration = Readonly<{ version: number; statements: readonly string[] }>;

export async function userVersion(connection: Connection): Promise<number> {
  return Number((await connection.all('pragma user_version'))[0]?.['user_version'] ?? 0);
}

/**
 * Applies what is missing. A library that already holds something is first copied by `copy`, which
 * rejects when the copy is not sound. Refuses a library of a newer program with `conflict`.
 */
export async function migrate(
  connection: Connection,
  migrations: readonly Migration[],
  copy: (version: number) => Promise<void>,
): Promise<void> {
  const found = await userVersion(connection);
  const known = Math.max(0, ...migrations.map((migration) => migration.version));
  if (found > known)
    throw new Failure(
      'conflict',
      sentence((words) => words.record.newer(found, known)),
    );
  const missing = migrations.filter((migration) => migration.version > found).sort((a, b) => a.version - b.version);
  if (missing.length > 0 && found > 0) await copy(found);
  for (const migration of missing) await apply(connection, migration);
}

async function apply(connection: Connection, migration: Migration): Promise<void> {
  await connection.run('begin immediate');
  try {
    for (const statement of migration.statements) await connection.run(statement);
    await connection.run(`pragma user_version = ${Math.trunc(migration.version)}`);
    await connection.run('commit');
  } catch (error) {
    await connection.run('rollback').catch(() => 0);
    throw error;
  }
}
