/** The URL as a browser on this machine opens it: every address of the machine (`0.0.0.0`, `[::]`) is none. */
export function browserUrl(url: string): string {
  return url.replace(/\/\/(\[::\]|0\.0\.0\.0):/, '//localhost:');
}
