import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import { loadConfig } from "#lib/config/load-config.ts";
import { makeServerCertificate, startSmtpServer, type TestSmtpServer } from "#lib/testing/smtp-server.ts";
import { isMailConfigured } from "./is-mail-configured.ts";
import { type Mail, mailSchema } from "./schema.ts";
import { sendMail } from "./send-mail.ts";

const certificate = makeServerCertificate();
const systemAuthorities = getCACertificates("default");
const never = new AbortController().signal;
const mail: Mail = {
  to: "ana@example.com",
  subject: "Grüße an Ana",
  text: "One line.\nAnother, with ünïcode.\n.\nAnd a dot.",
  reference: "0191-abc",
};
let server: TestSmtpServer;

afterEach(async () => {
  setDefaultCACertificates(systemAuthorities);
  await server.close();
});

/** What an operator would have set; `PORT` stands for the server's. */
const runtime = (smtpUrl: string) => ({
  config: loadConfig({
    BASE_URL: "https://id.example.com",
    SMTP_URL: smtpUrl.replace("PORT", String(server.port)),
    MAIL_FROM: "Our House <id@example.com>",
  }),
});
const trust = () => setDefaultCACertificates([certificate.authority]);

describe("sending a mail", () => {
  it("hands it over on this machine in the clear, to one recipient, under a stable id", async () => {
    server = await startSmtpServer();
    await sendMail(runtime("smtp://localhost:PORT"), mail, never);
    const [got] = server.received;
    expect(got).toMatchObject({ from: "id@example.com", to: ["ana@example.com"], encrypted: false });
    expect(got?.raw).toContain("From: Our House <id@example.com>\r\n");
    expect(got?.raw).toContain("Message-ID: <0191-abc@example.com>\r\n");
    expect(got?.raw).toContain("Auto-Submitted: auto-generated\r\n");
    expect(got?.raw).not.toMatch(/nodemailer|X-Mailer/i);
  });

  it("upgrades with STARTTLS, and only then says who it is", async () => {
    server = await startSmtpServer({ certificate, password: "s3cret" });
    trust();
    await sendMail(runtime("smtp://user:s3cret@localhost:PORT?tls=required"), mail, never);
    expect(server.received).toMatchObject([{ encrypted: true, user: "user" }]);
  });

  it("speaks TLS from the first byte with smtps", async () => {
    server = await startSmtpServer({ certificate, implicitTls: true });
    trust();
    await sendMail(runtime("smtps://localhost:PORT"), { ...mail, html: "<p>One</p>" }, never);
    expect(server.received).toMatchObject([{ encrypted: true }]);
    expect(server.received[0]?.raw).toContain("text/html");
  });

  it("sends nothing in the clear where encryption is needed", async () => {
    server = await startSmtpServer({ password: "s3cret" });
    await expect(
      sendMail(runtime("smtp://user:s3cret@localhost:PORT?tls=required"), mail, never),
    ).rejects.toMatchObject({ name: "MailFailure", isPermanent: false });
    expect(server.received).toEqual([]);
  });

  it.each(["smtps://localhost:PORT", "smtp://localhost:PORT?tls=required"])(
    "believes no certificate by an authority that the system does not know: %s",
    async (url) => {
      server = await startSmtpServer({ certificate, implicitTls: url.startsWith("smtps") });
      await expect(sendMail(runtime(url), mail, never)).rejects.toMatchObject({ isPermanent: false });
      expect(server.received).toEqual([]);
    },
  );

  it("believes no certificate of another host", async () => {
    const other = makeServerCertificate("mail.example.org");
    server = await startSmtpServer({ certificate: other, implicitTls: true });
    setDefaultCACertificates([other.authority]);
    await expect(sendMail(runtime("smtps://localhost:PORT"), mail, never)).rejects.toThrow(/altnames/);
    expect(server.received).toEqual([]);
  });

  it.each([
    [451, false],
    [550, true],
  ])("tells whether %i for the recipient may pass, without the server's words", async (code, isPermanent) => {
    server = await startSmtpServer();
    server.refuseWith = (recipient) => ({ code, words: `no ${recipient} here` });
    await expect(sendMail(runtime("smtp://localhost:PORT"), mail, never)).rejects.toMatchObject({
      summary: `${code} RCPT TO`,
      message: `the mail server answered ${code} RCPT TO`,
      isPermanent,
    });
  });

  it("keeps trying when the password is refused, and repeats it nowhere", async () => {
    server = await startSmtpServer({ certificate, password: "another" });
    trust();
    const failure = await sendMail(
      runtime("smtp://user:s3cret@localhost:PORT?tls=required"),
      mail,
      never,
    ).catch((error: Error) => error);
    expect(failure).toMatchObject({ name: "MailFailure", isPermanent: false });
    expect(failure).toMatchObject({ summary: expect.stringMatching(/^535 AUTH/) });
    const told = JSON.stringify(failure) + String((failure as Error).stack);
    expect(told).not.toMatch(/s3cret|user or password|dXNlcg|czNjcmV0/);
  });

  it("says that nobody answers", async () => {
    server = await startSmtpServer();
    const away = runtime("smtp://localhost:PORT");
    await server.close();
    await expect(sendMail(away, mail, never)).rejects.toMatchObject({
      summary: expect.stringMatching(/^E/),
      isPermanent: false,
    });
  });

  it("closes the connection when told to give up", async () => {
    server = await startSmtpServer();
    const stopping = new AbortController();
    server.refuseWith = () => {
      stopping.abort();
      return { code: 451, words: "later" };
    };
    await expect(sendMail(runtime("smtp://localhost:PORT"), mail, stopping.signal)).rejects.toMatchObject({
      name: "MailFailure",
    });
    expect(server.received).toEqual([]);
  });

  it("is refused without a configured server", async () => {
    server = await startSmtpServer();
    const config = loadConfig({});
    expect(isMailConfigured(config)).toBe(false);
    await expect(sendMail({ config }, mail, never)).rejects.toMatchObject({ summary: "not configured" });
  });
});

describe("a mail", () => {
  it.each([
    { to: "ana@example.com, eve@example.com" },
    { to: "ana@example.com\r\nBcc: eve@example.com" },
    { to: "Ana <ana@example.com>" },
    { subject: "Hello\r\nBcc: eve@example.com" },
    { subject: "Hello\nX: y" },
    { subject: "Hello\u2028X: y" },
    { subject: "" },
    { reference: "a>\r\nBcc: eve@example.com" },
    { bcc: "eve@example.com" },
  ])("cannot be %j", async (change) => {
    server = await startSmtpServer();
    expect(mailSchema.safeParse({ ...mail, ...change }).success).toBe(false);
    await expect(
      sendMail(runtime("smtp://localhost:PORT"), { ...mail, ...change } as Mail, never),
    ).rejects.toThrow();
    expect(server.connections()).toBe(0);
  });
});
