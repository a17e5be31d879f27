/** What the page about the API shows of it: plain values, made from the OpenAPI document. Safe for the client. */

export interface ApiGroup {
  /** Also the fragment of its address. */
  readonly id: string;
  /** What its addresses have in common, such as `/api/v1/admin/users`. */
  readonly path: string;
  readonly operations: readonly ApiOperation[];
}

export interface ApiOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly access: "anyone" | "optional" | "session" | "key";
  /** What a key's scopes must name; the first is the operation's own. */
  readonly permissions: readonly string[];
  readonly parameters: readonly ApiField[];
  /** Media types of a file that is sent instead of fields. */
  readonly upload: readonly string[];
  readonly body: readonly ApiField[];
  readonly answer: readonly ApiField[];
  readonly refusals: readonly ApiRefusal[];
  /** A call of `curl`. */
  readonly example: string;
}

/** A parameter, or a member of a body or an answer; members of members follow it, deeper. */
export interface ApiField {
  readonly name: string;
  readonly depth: number;
  /** `path`, `query` or `header`; absent for members. */
  readonly place?: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

export interface ApiRefusal {
  readonly status: string;
  readonly codes: readonly { readonly code: string; readonly message: string }[];
}
