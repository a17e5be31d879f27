import { describe, expect, it } from "vitest";
import { metadataProblems } from "../check-metadata.ts";
import { clientKind } from "../client-kind.ts";
import { completeMetadata } from "../complete-metadata.ts";
import { newClientSchema } from "../schema.ts";
import { findTemplate } from "./find-template.ts";
import { appUrlSchema, linesSchema, templateIds } from "./schema.ts";
import { metadataOfTemplate, templates } from "./templates.ts";

const answers = {
  name: "App",
  appUrl: "https://app.example.com:8443/base",
  redirectUris: [],
  postLogoutRedirectUris: [],
  firstParty: false,
};

const registered = (id: (typeof templateIds)[number], appUrl = answers.appUrl) => {
  const {
    id: _id,
    groupIds: _groups,
    ...given
  } = newClientSchema.parse(
    metadataOfTemplate(templates[id], { ...answers, appUrl: templates[id].exampleUrl ? appUrl : "" }),
  );
  return completeMetadata(given, "manual");
};

const values = {
  instance: 'Ana\'s "ID" $(id) `id`',
  issuer: "https://id.example.com",
  clientId: "client-1",
  secret: "s3cr3t-_~value",
  appUrl: answers.appUrl,
  redirectUri: `${answers.appUrl}/callback`,
};

describe.each(templateIds)("the template %s", (id) => {
  it("registers what every rule about apps allows", () => {
    expect(metadataProblems(registered(id))).toEqual([]);
    expect(templates[id].id).toBe(id);
  });

  it("gives settings that name the issuer, the app and, where it has one, its secret", () => {
    const texts = templates[id].settings(values).map(({ text }) => text);
    const all = texts.join("\n");
    expect(all).toContain(values.issuer);
    expect(all).toContain(values.clientId);
    expect(all.includes(values.secret)).toBe(registered(id).tokenEndpointAuthMethod !== "none");
    expect(all).not.toContain("{app}");
  });

  it("runs nothing that a name holds", () => {
    for (const { text } of templates[id].settings(values)) {
      // Inside single quotes or a JSON string a shell, or YAML, sees text alone.
      const bare = text.replaceAll(/'(?:[^']|'\\'')*'/g, "").replaceAll(/"(?:[^"\\]|\\.)*"/g, "");
      if (!text.startsWith("[server]")) expect(bare).not.toMatch(/\$\(|`/);
    }
  });

  it("is recognised by what it registered", () => {
    const metadata = registered(id);
    const found = findTemplate(metadata, clientKind(metadata));
    expect(found.template.id).toBe(id);
    if (templates[id].exampleUrl) expect(found.appUrl).toBe(answers.appUrl);
  });
});

describe("addresses", () => {
  it.each([
    ["grafana", "https://g.example/login/generic_oauth"],
    ["gitea", "https://g.example/user/oauth2/latchkey/callback"],
    ["nextcloud", "https://g.example/index.php/apps/user_oidc/code"],
    ["immich", "app.immich:///oauth-callback"],
    ["proxmox", "https://g.example"],
    ["oauth2-proxy", "https://g.example/oauth2/callback"],
    ["argo-cd", "https://g.example/auth/callback"],
  ] as const)("of %s are those that it documents", (id, uri) => {
    expect(registered(id, "https://g.example").redirectUris).toContain(uri);
  });

  it("are the administrator's own where they gave some", () => {
    const given = { ...answers, redirectUris: ["https://other.example/cb"] };
    expect(metadataOfTemplate(templates.grafana, given).redirectUris).toEqual(["https://other.example/cb"]);
  });

  it.each([
    "https://a.example/$(id)",
    "https://a.example/'",
    "https://a b",
    "javascript:alert(1)",
    "a.example",
  ])("%s is no address of an app", (value) => {
    expect(appUrlSchema.safeParse(value).success).toBe(false);
  });

  it("lose the slash at their end, and lists their empty and repeated lines", () => {
    expect(appUrlSchema.parse(" https://[::1]:8080/x/ ")).toBe("https://[::1]:8080/x");
    expect(linesSchema.parse("a\r\n\n b \na")).toEqual(["a", "b"]);
  });
});
