/** A rowing club as it would be: its people, apps and groups, for pictures. */
import type { Page } from "@playwright/test";
import { startSmtpServer } from "#lib/testing/smtp-server.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { createAccount } from "../support/people.ts";

export interface Club {
  readonly latchkey: LatchkeyProcess;
  /** An address of Latchkey. */
  readonly at: (path: string) => string;
  /** The request of an app that is registered. */
  readonly request: (app: string, more?: Readonly<Record<string, string>>) => string;
  readonly close: () => Promise<void>;
}

const callback = "http://localhost:9/callback";

export async function openClub(): Promise<Club> {
  const smtp = await startSmtpServer();
  const latchkey = await startLatchkey({
    variables: {
      RP_NAME: "Rowing Club",
      SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
      MAIL_FROM: "Rowing Club <id@example.com>",
      EMAIL_SIGN_IN: "on",
    },
  });
  await latchkey.command("group", "add", "--name", "board", "--display-name", "Board");
  await latchkey.command("group", "add", "--name", "crew", "--display-name", "Crew");
  const add = (id: string, name: string, ...more: string[]) =>
    latchkey.command(
      ...["client", "add", "--id", id, "--name", name, "--auth-method", "none", "--json"],
      ...["--redirect-uri", callback, ...more],
    );
  await add("logbook", "Logbook");
  await add("photos", "Photos");
  await add("boat-display", "Boat display", "--grant-type", "urn:ietf:params:oauth:grant-type:device_code");
  const at = (path: string) => `${latchkey.baseUrl}${path}`;
  return {
    latchkey,
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
      await smtp.close();
    },
  };
}

/** The first administrator; ends on "Passkey created". */
export async function setUp(page: Page, { latchkey }: Club): Promise<void> {
  await page.goto(latchkey.setUpLink ?? "");
  await createAccount(page, { name: "Ana Ruiz", email: "ana@example.com" }, "Create the first passkey");
}

export async function join(page: Page, club: Club, name: string, email: string): Promise<void> {
  await page.goto(club.at("/sign-up"));
  await createAccount(page, { name, email });
}
