/** Where the server answers, apart from the metrics, whose path is an option. */
export const landingPath = '/';
export const healthyPath = '/-/healthy';
export const readyPath = '/-/ready';
