/** How often Prometheus scrapes. Grafana derives its rate intervals from the same number. */
export const scrapeInterval = '15s';
