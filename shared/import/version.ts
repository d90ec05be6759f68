/**
 * Raised whenever the same bytes would give another Document (readers, numbering, clauses): cached
 * documents and findings of the version before are then made again.
 */
export const importerVersion = '3';
