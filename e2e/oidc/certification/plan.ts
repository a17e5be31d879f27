/** What a plan of the suite is run against. */
import type { Browser } from "../support/browser.ts";
import type { App, Issuer, Metadata } from "../support/issuer.ts";

export interface Plan {
  issuer(): Issuer;
  /** The clients that the plan is configured with: two, and one of client_secret_post. */
  app(): App;
  second(): App;
  byPost(): App;
  /** Somebody with a whole profile, signed in. */
  browser(): Browser;
  metadata(): Metadata;
  readonly responseMode: "query" | "form_post";
}
