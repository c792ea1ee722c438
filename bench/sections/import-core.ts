// Importing the published bundle, once: the parent runs this file many times.

const start = process.hrtime.bigint();
await import('../../packages/core/dist/index.js');
console.log(JSON.stringify({ milliseconds: Number(process.hrtime.bigint() - start) / 1e6 }));
