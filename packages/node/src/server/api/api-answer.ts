/** What is wrong with a parameter. */
export interface WrongParameter {
  readonly parameter: string;
  /** A sentence that begins with the parameter. */
  readonly error: string;
}

/** An answer of the API, in the envelope of Prometheus's own. */
export interface ApiAnswer {
  readonly code: number;
  readonly body: string;
}

/** A number that there is not, or that is none, is `null`: no key is ever left out. */
export function success(data: unknown): ApiAnswer {
  return answer(200, { status: 'success', data });
}

export function badParameter({ parameter, error }: WrongParameter): ApiAnswer {
  return answer(400, { status: 'error', errorType: 'bad_data', error, parameter });
}

export function unavailable(error: string): ApiAnswer {
  return answer(503, { status: 'error', errorType: 'unavailable', error });
}

export function internal(error: string): ApiAnswer {
  return answer(500, { status: 'error', errorType: 'internal', error });
}

function answer(code: number, body: object): ApiAnswer {
  const text = JSON.stringify(body, (_key, value) => (value === undefined ? null : value));
  return { code, body: `${text}\n` };
}
