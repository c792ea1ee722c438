// Loaded before every script (`node --import`), in plain JavaScript: the Node it refuses could not read TypeScript.
// The workspace brings its own Node; when its installation fails, pnpm goes on with the Node of the system.
// 22.18 is the first version that runs TypeScript without a flag. The published packages run from 22.15 on.

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `The scripts of Turnscope need Node 22.18 or later; this one was started with Node ${process.versions.node}.\n` +
      'The workspace installs a newer Node for its own scripts; that installation has failed or was left out.\n' +
      'Run "npx -y pnpm@12 install", read its warnings, and try again; or put Node 22.18 or later first on the PATH.',
  );
  process.exit(1);
}
