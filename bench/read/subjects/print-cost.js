/**
 * Does the work and prints what it cost, for the process that started this one. What is measured is
 * JavaScript: removing types at the start would take more memory than the reading.
 * @param {() => Promise<void>} work
 */
export async function printCost(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const peakMegabytes = process.resourceUsage().maxRSS / 1000;
  console.log(JSON.stringify({ cpuSeconds: (user + system) / 1e6, peakMegabytes }));
}
