/**
 * Who may import what, checked on every file: the table in README.md ("Who may import what"), and
 * the rule that every npm package is placed in a world before anyone uses it.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Packages by the world they run in. A new dependency is refused until it stands here. */
const packages = {
  pure: ['zod', 'saxes', 're2js', 'yaml', '@noble/hashes', 'docx', 'fflate'],
  node: ['sqlite3', 'kysely', 'pdfjs-dist', 'fflate'],
  electron: ['electron'],
  browser: [
    'react',
    'react-dom',
    'lexical',
    'antd',
    '@ant-design/icons',
    'zustand',
    '@tanstack/react-query',
    '@tanstack/react-virtual',
    '@dnd-kit/core',
    '@dnd-kit/sortable',
    'pdfjs-dist',
  ],
  build: ['vite', 'electron-vite', '@vitejs/plugin-react', 'typescript', 'prettier', 'oxlint', 'oxc-parser'],
  test: [
    'vitest',
    'fast-check',
    '@playwright/test',
    'ajv',
    'ajv-draft-04',
    'ajv-formats',
    '@microsoft/jest-sarif',
    'mammoth',
    'autocorrect-node',
  ],
  types: ['@types/node', '@types/react', '@types/react-dom'],
} as const;

type World = keyof typeof packages;

type Room = Readonly<{
  folder: string;
  /** Folders it may reach besides itself. */
  reaches: readonly string[];
  worlds: readonly World[];
  builtins: boolean;
}>;

/** Most specific folder first. */
const rooms: readonly Room[] = [
  { folder: 'shared', reaches: [], worlds: ['pure'], builtins: false },
  { folder: 'electron/host', reaches: ['shared'], worlds: ['pure', 'node'], builtins: true },
  {
    folder: 'electron/shell',
    reaches: ['shared/api', 'shared/words', 'electron/host'],
    worlds: ['electron'],
    builtins: true,
  },
  { folder: 'electron', reaches: ['electron/host', 'shared'], worlds: ['pure'], builtins: true },
  { folder: 'renderer', reaches: ['shared'], worlds: ['pure', 'browser'], builtins: false },
];

type Import = Readonly<{ file: string; specifier: string }>;

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|tsx)$/u.test(entry.name) && !/\.test\.tsx?$/u.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8');
  const { module } = parseSync(file, source);
  const statics = module.staticImports.map((entry) => entry.moduleRequest.value);
  const exported = module.staticExports.flatMap((entry) =>
    entry.entries.flatMap((item) => item.moduleRequest?.value ?? []),
  );
  const dynamics = module.dynamicImports.map(({ moduleRequest }) =>
    source.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/gu, ''),
  );
  return [...statics, ...exported, ...dynamics].map((specifier) => ({ file, specifier }));
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function roomOf(file: string): Room | undefined {
  return rooms.find(({ folder }) => file.startsWith(`${folder}/`));
}

/** Why an import may not stand; null when it may. */
function fault({ file, specifier }: Import): string | null {
  const room = roomOf(file);
  if (!room) return `${file} stands in no room`;
  if (specifier.startsWith('.')) {
    const target = posix.normalize(posix.join(dirname(file), specifier));
    const allowed = roomOf(target) === room || room.reaches.some((folder) => target.startsWith(`${folder}/`));
    return allowed || target === 'package.json' ? null : `${file} reaches into ${target}`;
  }
  if (specifier.startsWith('node:')) return room.builtins ? null : `${file} imports ${specifier}`;
  if (builtinModules.includes(specifier)) return `${file} imports ${specifier} without node:`;
  const name = packageName(specifier);
  const welcome = room.worlds.some((world) => (packages[world] as readonly string[]).includes(name));
  return welcome ? null : `${file} imports ${name}`;
}

const files = ['shared', 'electron', 'renderer'].flatMap(filesUnder);

describe('who may import what', () => {
  it('finds the tree', () => {
    expect(files.length).toBeGreaterThan(30);
  });

  it.each(files)('%s', (file) => {
    expect(importsOf(file).map(fault).filter(Boolean)).toEqual([]);
  });

  it.each([
    { file: 'shared/document/model.ts', specifier: 'node:fs' },
    { file: 'shared/document/model.ts', specifier: 'react' },
    { file: 'shared/document/model.ts', specifier: '../../renderer/main.tsx' },
    { file: 'electron/host/host.ts', specifier: 'electron' },
    { file: 'electron/shell/main.ts', specifier: '../../shared/rules/run.ts' },
    { file: 'electron/cli.ts', specifier: './shell/main.ts' },
    { file: 'renderer/main.tsx', specifier: 'node:path' },
    { file: 'renderer/main.tsx', specifier: 'unheard-of' },
  ])('refuses $specifier in $file', (crossing) => {
    expect(fault(crossing)).not.toBeNull();
  });
});

describe('dependencies', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const declared = { ...manifest.dependencies, ...manifest.devDependencies };
  const placed = new Set<string>(Object.values(packages).flat());

  it('are each placed in a world, pinned exactly, and explained', () => {
    const reasons = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
    const unplaced = Object.keys(declared).filter((name) => !placed.has(name));
    const loose = Object.entries(declared).filter(([, version]) => !/^\d/u.test(version));
    const unexplained = Object.keys(declared).filter((name) => !reasons.includes(`\`${name}\``));
    expect({ unplaced, loose, unexplained }).toEqual({ unplaced: [], loose: [], unexplained: [] });
  });
});
