/** Waits until something holds of a process that nobody can be told about. Rejects after ten seconds. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !holds(); waited += 5) {
    if (waited > 10_000) throw new Error(`It never came to be that ${what}.`);
    await new Promise((done) => setTimeout(done, 5));
  }
}
