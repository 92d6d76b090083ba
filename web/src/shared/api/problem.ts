export interface FieldProblem {
  field: string;
  detail: string;
}

/** A refusal of the server (RFC 9457), or a server that could not be reached (status 0). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly fields: readonly FieldProblem[] = [],
    /** Whatever else the refusal says, such as the state that a thing is in. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
    this.name = "Problem";
  }

  static unreachable(): Problem {
    return new Problem(0, "unreachable", "");
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Reads application/problem+json; anything else becomes a plain problem with its status. */
export function toProblem(status: number, content: unknown): Problem {
  if (!isRecord(content)) return new Problem(status, "", "");
  const listed = Array.isArray(content.errors) ? content.errors.filter(isRecord) : [];
  const fields = listed.map((row) => ({ field: text(row.field), detail: text(row.detail) }));
  return new Problem(status, text(content.code), text(content.detail) || text(content.title), fields, content);
}

export async function readProblem(response: Response): Promise<Problem> {
  const content: unknown = await response.json().catch(() => null);
  return toProblem(response.status, content);
}

export function statusOf(error: unknown): number | null {
  return error instanceof Problem ? error.status : null;
}
