/** A rowing club as it would be: its people, apps and groups, for pictures. */
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { letManageGroups, withDatabase } from "../support/database.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { type Mailbox, openMailbox } from "../support/mailbox.ts";
import { createAccount } from "../support/people.ts";
import { addVirtualAuthenticator, type VirtualAuthenticator } from "../support/virtual-authenticator.ts";

export interface Club {
  readonly latchkey: LatchkeyProcess;
  readonly mailbox: Mailbox;
  /** An address of Latchkey. */
  readonly at: (path: string) => string;
  /** The request of an app that is registered. */
  readonly request: (app: string, more?: Readonly<Record<string, string>>) => string;
  readonly close: () => Promise<void>;
}

const callback = "http://localhost:9/callback";

export async function openClub(): Promise<Club> {
  const mailbox = await openMailbox();
  const latchkey = await startLatchkey({
    variables: { ...mailbox.variables, RP_NAME: "Rowing Club", EMAIL_SIGN_IN: "on" },
  });
  await latchkey.command("apply", "--file", join(import.meta.dirname, "club.yaml"));
  const at = (path: string) => `${latchkey.baseUrl}${path}`;
  return {
    latchkey,
    mailbox,
    at,
    request: (app, more = {}) =>
      at(
        `/oauth/authorize?${new URLSearchParams({
          client_id: app,
          redirect_uri: callback,
          response_type: "code",
          scope: "openid profile email",
          code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
          code_challenge_method: "S256",
          ...more,
        })}`,
      ),
    close: async () => {
      await latchkey.stop();
      await mailbox.close();
    },
  };
}

/** The first administrator, who manages the groups too; ends on "Passkey created". */
export async function setUp(page: Page, { latchkey }: Club): Promise<VirtualAuthenticator> {
  const authenticator = await addVirtualAuthenticator(page);
  await page.goto(latchkey.setUpLink ?? "");
  await createAccount(page, { name: "Ana Ruiz", email: "ana@example.com" }, "Create the first passkey");
  await letManageGroups(latchkey, "ana@example.com");
  return authenticator;
}

/** Somebody signs up in the page's browser. */
export async function signUp(page: Page, club: Club, name: string, email: string): Promise<void> {
  await page.goto(club.at("/sign-up"));
  await createAccount(page, { name, email });
}

/** Lets an app see what it asks for; nothing needs to listen where it is answered. */
export async function allow(page: Page, club: Club, app: string): Promise<void> {
  await page.route(`${callback}?*`, (route) => route.fulfill({ body: "Thank you." }));
  await page.goto(club.request(app));
  await page.getByRole("button", { name: "Allow", exact: true }).click();
  await page.waitForURL(`${callback}?*`);
}

const members = [
  ["Ben Okoro", "ben@example.com"],
  ["Chloé Martin", "chloe@example.com"],
  ["Dilan Yılmaz", "dilan@example.com"],
  ["Emil Larsen", "emil@example.com"],
  ["Noor van Dijk", "noor@example.com"],
] as const;

/** The club's members sign up, each in a browser of their own, and are put into its groups. */
export async function fill(browser: Browser, club: Club): Promise<void> {
  for (const [name, email] of members) {
    const page = await browser.newPage();
    await addVirtualAuthenticator(page);
    await signUp(page, club, name, email);
    await page.context().close();
  }
  await withDatabase(
    club.latchkey,
    (sql) => sql`
      insert into group_members (group_id, user_id, added_at)
      select groups.id, users.id, now() from groups, users
      where groups.name = 'crew' or users.username = 'chloe@example.com'`,
  );
}
