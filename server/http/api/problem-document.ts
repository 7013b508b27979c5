import { STATUS_CODES } from 'node:http';
import type { Response } from 'express';
import type { ParamProblem } from '../params/search-params.ts';

/** Answers a request for JSON with what went wrong, after RFC 9457. */
export function sendProblem(
  response: Response,
  status: number,
  detail: string,
  errors: readonly ParamProblem[] = [],
): void {
  response
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: STATUS_CODES[status] ?? 'Error',
        status,
        detail,
        ...(errors.length > 0 && { errors }),
      }),
    );
}

/** Refuses a request because of its parameters, each by name. */
export const sendParamProblems = (response: Response, problems: readonly ParamProblem[]): void =>
  sendProblem(
    response,
    400,
    problems.map(({ parameter, reason }) => `The parameter “${parameter}”: ${reason}.`).join(' '),
    problems,
  );
