// Filled by the build: see scripts/build.mjs.
process.exitCode = 0;
