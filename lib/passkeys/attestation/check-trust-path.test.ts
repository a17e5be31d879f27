/** Paths of certificates, sound and not, to anchors of every kind. */
import { describe, expect, it } from "vitest";
import {
  type CertificateTemplate,
  type Certificate as Issued,
  issueCertificate,
} from "#lib/testing/authenticator/certificate.ts";
import { type CoseAlgorithm, makeKeyPair } from "#lib/testing/authenticator/key-pair.ts";
import { checkTrustPath, type TrustPathInput } from "./check-trust-path.ts";
import { readCertificate } from "./read-certificate.ts";

const now = new Date("2026-06-01T00:00:00Z");
const authority: CertificateTemplate = {
  subject: [["CN", "Root"]],
  basicConstraints: { ca: true },
  keyUsage: ["keyCertSign"],
};
const issue = (template: Partial<CertificateTemplate>, issuer?: Issued, algorithm: CoseAlgorithm = -7) =>
  issueCertificate({ ...authority, ...template }, makeKeyPair(algorithm), issuer);

const root = issue({});
const middle = issue({ subject: [["CN", "Middle"]], basicConstraints: { ca: true, pathLength: 0 } }, root);
const leafTemplate: Partial<CertificateTemplate> = {
  subject: [["CN", "Leaf"]],
  basicConstraints: { ca: false },
  keyUsage: ["digitalSignature"],
};
const leaf = issue(leafTemplate, middle);

function check(path: readonly Issued[], anchors: readonly Issued[], options: Partial<TrustPathInput> = {}) {
  return checkTrustPath({
    path: path.map(({ der }) => readCertificate(der)),
    anchors: anchors.map(({ der }) => der),
    now,
    strictness: "webauthn",
    rootInPath: false,
    ...options,
  });
}

describe("a path is trusted", () => {
  it.each<[string, readonly Issued[], readonly Issued[]]>([
    ["when an anchor issued its last certificate", [leaf, middle], [root]],
    ["when it carries the anchor itself", [leaf, middle, root], [root]],
    ["when an intermediate is the anchor", [leaf, middle], [middle]],
    ["when an intermediate that it does not carry is the anchor", [leaf], [middle]],
    ["when the leaf itself is the anchor", [leaf], [leaf]],
    ["when the right anchor stands among others of that name", [leaf, middle], [issue({}), root]],
    ["when the anchor is older than version 3", [issue(leafTemplate, oldRoot())], [oldRoot()]],
  ])("%s", (_, path, anchors) => {
    expect(check(path, anchors)).toBe(true);
  });

  it.each<CoseAlgorithm>([-7, -8, -35, -36, -257])("whatever signs it, such as %i", (algorithm) => {
    const anchor = issue({}, undefined, algorithm);
    expect(check([issue(leafTemplate, anchor)], [anchor])).toBe(true);
  });

  it("also when the copy of the root that it carries has expired, and the anchor has the same key", () => {
    const keyPair = makeKeyPair(-7);
    const expired = issueCertificate({ ...authority, notAfter: new Date("2026-05-24T00:00:00Z") }, keyPair);
    const renewed = issueCertificate(authority, keyPair);
    const path = [issue(leafTemplate, expired), expired];
    expect(check(path, [renewed], { rootInPath: true })).toBe(true);
    expect(check(path, [expired], { rootInPath: true })).toBe(false);
    expect(check(path, [], { rootInPath: true })).toBe(false);
  });

  it("also when the metadata lists what is no certificate", () => {
    const anchors = [new Uint8Array([1, 2, 3]), root.der];
    expect(check([leaf, middle], [], { anchors })).toBe(true);
  });
});

const oldRoots: Issued[] = [];
/** No basicConstraints before version 3. */
function oldRoot(): Issued {
  const known =
    oldRoots[0] ?? issueCertificate({ subject: [["CN", "Old Root"]], version: 1 }, makeKeyPair(-7));
  oldRoots[0] = known;
  return known;
}

describe("a path is not known", () => {
  it.each<[string, readonly Issued[], readonly Issued[]]>([
    ["without anchors", [leaf, middle], []],
    ["when its root is another", [leaf, middle], [issue({ subject: [["CN", "Other"]] })]],
    ["when its anchor has expired", [issue(leafTemplate, expiredRoot())], [expiredRoot()]],
  ])("%s", (_, path, anchors) => {
    expect(check(path, anchors)).toBe(false);
  });

  it("which is enough for WebAuthn, and not for FIDO once there are anchors", () => {
    const other = [issue({ subject: [["CN", "Other"]] })];
    expect(() => check([leaf, middle], other, { strictness: "fido" })).toThrow(/no anchor/);
    expect(check([leaf, middle], [], { strictness: "fido" })).toBe(false);
  });
});

const expiredRoots: Issued[] = [];
function expiredRoot(): Issued {
  const known =
    expiredRoots[0] ??
    issue({ subject: [["CN", "Expired Root"]], notAfter: new Date("2021-01-01T00:00:00Z") });
  expiredRoots[0] = known;
  return known;
}

describe("a path is refused", () => {
  const impostor = issue({});
  const past = { notAfter: new Date("2026-05-31T23:59:59Z") };
  const future = { notBefore: new Date("2026-06-01T00:00:01Z") };
  const pathOne = issue({ subject: [["CN", "Middle"]], basicConstraints: { ca: true, pathLength: 0 } }, root);
  const below = issue({ subject: [["CN", "Below"]] }, pathOne);
  const narrow = issue({ subject: [["CN", "Narrow Root"]], basicConstraints: { ca: true, pathLength: 0 } });
  const second = issue({ subject: [["CN", "Second"]] }, narrow);
  const critical = [{ oid: "1.2.3.4", critical: true, value: new Uint8Array([5, 0]) }];
  const nameConstraints = [{ oid: "2.5.29.30", critical: true, value: new Uint8Array([0x30, 0]) }];
  const constrained = issue({ subject: [["CN", "Narrow"]], extensions: nameConstraints }, root);
  const endEntity = issue({ ...leafTemplate, subject: [["CN", "Middle"]] }, root);
  const silent = issue({ subject: [["CN", "Middle"]], keyUsage: ["digitalSignature"] }, root);

  it.each<[string, readonly Issued[], readonly Issued[]]>([
    ["when an anchor of that name did not issue it", [leaf, middle], [impostor]],
    ["in the wrong order", [middle, leaf], [root]],
    ["with a gap", [leaf, root], [root]],
    ["with a certificate twice", [leaf, middle, middle], [root]],
    ["when its leaf has expired", [issue({ ...leafTemplate, ...past }, middle), middle], [root]],
    ["when its leaf is not yet valid", [issue({ ...leafTemplate, ...future }, middle), middle], [root]],
    ["when an end entity issued its leaf", [issue(leafTemplate, endEntity), endEntity], [root]],
    ["when its issuer may not sign certificates", [issue(leafTemplate, silent), silent], [root]],
    ["when it is longer than an authority allows", [issue(leafTemplate, below), below, pathOne], [root]],
    ["when it is longer than the anchor allows", [issue(leafTemplate, second), second], [narrow]],
    [
      "with a critical extension that is not understood",
      [issue({ ...leafTemplate, extensions: critical }, middle), middle],
      [root],
    ],
    ["with a name constraint", [issue(leafTemplate, constrained), constrained], [root]],
    ["when its leaf is an authority", [issue({ subject: [["CN", "Leaf"]] }, root), root], [root]],
  ])("%s", (_, path, anchors) => {
    expect(() => check(path, anchors)).toThrow();
  });

  it("by FIDO's rules when it carries its root, unless the format does so in the field", () => {
    const path = [leaf, middle, root];
    expect(() => check(path, [root], { strictness: "fido" })).toThrow(/carries its root/);
    expect(check(path, [root], { strictness: "fido", rootInPath: true })).toBe(true);
    expect(check([leaf, middle], [root], { strictness: "fido" })).toBe(true);
  });

  it("at the time given, whatever the clock says", () => {
    expect(() => check([leaf, middle], [root], { now: new Date("2051-01-01T00:00:00Z") })).toThrow(/time/);
    expect(() => check([leaf, middle], [root], { now: new Date(Number.NaN) })).toThrow(/time/);
  });
});
