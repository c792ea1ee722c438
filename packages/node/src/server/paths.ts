/** Where the server answers, apart from the metrics, whose path is an option. */
export const landingPath = '/';
export const healthyPath = '/-/healthy';
export const readyPath = '/-/ready';
export const reportPath = '/api/v1/report';
export const alertsPath = '/api/v1/alerts';
export const signalsPath = '/api/v1/signals';

/** Paths that the metrics cannot have. */
export const takenPaths: readonly string[] = [
  landingPath,
  healthyPath,
  readyPath,
  reportPath,
  alertsPath,
  signalsPath,
];
