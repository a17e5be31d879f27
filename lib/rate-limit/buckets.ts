/** The limits, one bucket for each scope; most count by client address. */
import type { Config } from "#lib/config/load-config.ts";

export interface Bucket {
  /** Points that may be spent in a window. */
  readonly points: number;
  readonly windowSeconds: number;
}

/**
 * `request`: every call of an endpoint or action. `program_request`: of one that programs call. `sign_up`: registrations of new accounts that were begun.
 * `ceremony_failure`: ceremonies that did not verify, and clients that did not authenticate.
 * `user_code`: codes of devices that were typed in and did not exist. `registration`: apps that register themselves.
 * `approval_request`: browsers that began to wait for an approval. `approval_wait`: their questions what became of it.
 * `member_lookup`: addresses that managers of groups named, counted by manager.
 * `recovery`: recovery codes that were tried, right or wrong. `sign_in_link`: links that were asked for by mail;
 * `sign_in_mail`: the same, for one address, whoever asks.
 * `picture`: pictures that were sent. `email`: links to addresses that people say are theirs.
 * `export`: what is known of a person, asked for as a file.
 * `client_document`: documents that were fetched because somebody named their address as a client id.
 * `notice`: mails that tell a person what was done in their account, counted by person.
 */
export type BucketScope =
  | "request"
  | "program_request"
  | "sign_up"
  | "ceremony_failure"
  | "user_code"
  | "recovery"
  | "approval_request"
  | "approval_wait"
  | "member_lookup"
  | "sign_in_link"
  | "sign_in_mail"
  | "registration"
  | "picture"
  | "email"
  | "export"
  | "client_document"
  | "notice";

export function bucketsOf(config: Config): Record<BucketScope, Bucket> {
  const { requests, windowSeconds } = config.rateLimit;
  return {
    request: { points: requests, windowSeconds },
    // A relying app has one address for all its people, and apps beside each other share one. What they can get wrong
    // is counted further: credentials as `ceremony_failure`.
    program_request: { points: requests * 30, windowSeconds },
    // A fifth and a tenth of the general limit, over five windows: people retry, robots do not stop.
    sign_up: { points: Math.max(1, Math.ceil(requests / 5)), windowSeconds: windowSeconds * 5 },
    ceremony_failure: { points: Math.max(1, Math.ceil(requests / 10)), windowSeconds: windowSeconds * 5 },
    registration: { points: requests, windowSeconds: windowSeconds * 5 },
    // Each is a mail to somebody who may not have asked for it.
    email: { points: Math.max(3, Math.ceil(requests / 10)), windowSeconds: windowSeconds * 15 },
    export: { points: Math.max(3, Math.ceil(requests / 10)), windowSeconds: windowSeconds * 15 },
    picture: { points: Math.max(1, Math.ceil(requests / 4)), windowSeconds: windowSeconds * 5 },
    client_document: { points: Math.max(1, Math.ceil(requests / 5)), windowSeconds: windowSeconds * 5 },
    approval_request: { points: Math.max(1, Math.ceil(requests / 5)), windowSeconds: windowSeconds * 5 },
    // Every three seconds: a classroom of twenty may wait at once.
    // Whoever manages a group names people by their address: enough for a class of new ones, too few to try a directory.
    member_lookup: { points: Math.max(10, Math.ceil(requests / 3)), windowSeconds: windowSeconds * 5 },
    approval_wait: { points: requests * 4, windowSeconds },
    // Over an hour: more tells nobody more, and whoever opens an account with another's address must not flood that.
    notice: { points: Math.max(5, Math.ceil(requests / 5)), windowSeconds: windowSeconds * 60 },
    // Over as long as a code lives (RFC 8628 section 5.1).
    user_code: { points: Math.max(3, Math.ceil(requests / 10)), windowSeconds: windowSeconds * 10 },
    // Nobody needs many of them, and everybody types one wrong.
    recovery: { points: Math.max(3, Math.ceil(requests / 20)), windowSeconds: windowSeconds * 15 },
    // Over as long as a link lives.
    sign_in_link: { points: Math.max(3, Math.ceil(requests / 20)), windowSeconds: windowSeconds * 15 },
    sign_in_mail: { points: Math.max(3, Math.ceil(requests / 20)), windowSeconds: windowSeconds * 60 },
  };
}
